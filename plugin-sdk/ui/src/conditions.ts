/** A condition in JsonLogic's syntax, strict types; semantics in docs/rest.md. */
export type Condition =
  | { and: Condition[] } | { or: Condition[] } | { '!': Condition | [Condition] }
  | { '==': Operands } | { '!=': Operands } | { '<': Operands } | { '<=': Operands } | { '>': Operands } | { '>=': Operands }
  | { in: Operands } | { startsWith: Operands } | { has: Operands } | { within: Operands }

export type Operands = [{ var: string }, Literal]
export type Literal = string | number | boolean | null | Literal[] | { [name: string]: Literal }
