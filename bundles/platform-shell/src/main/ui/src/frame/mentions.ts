/** The query key of where one is mentioned. */
export const MENTIONS = ['mentions']
