import type { Problem } from '@tenon/sdk'

/** Why, in the words of the field that is wrong if there is one. */
export const reasonOf = (problem: Problem): string => problem.errors[0]?.message ?? problem.message
