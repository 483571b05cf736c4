import { elementaryOf } from './elementary.js'

// biome-ignore lint/suspicious/noExplicitAny: JavaScript's own conversions are the definition here
type Fn = (b: any, c: any) => unknown

/** What `ndarray-ops` writes between its operands. For elements of any kind, one at a time. */
const operators: Record<string, Fn> = {
  add: (b, c) => b + c,
  sub: (b, c) => b - c,
  mul: (b, c) => b * c,
  div: (b, c) => b / c,
  mod: (b, c) => b % c,
  band: (b, c) => b & c,
  bor: (b, c) => b | c,
  bxor: (b, c) => b ^ c,
  lshift: (b, c) => b << c,
  rshift: (b, c) => b >> c,
  rrshift: (b, c) => b >>> c,
  and: (b, c) => b && c,
  or: (b, c) => b || c,
  eq: (b, c) => b === c,
  neq: (b, c) => b !== c,
  lt: (b, c) => b < c,
  gt: (b, c) => b > c,
  leq: (b, c) => b <= c,
  geq: (b, c) => b >= c,
  not: (b) => !b,
  bnot: (b) => ~b,
  neg: (b) => -b,
  recip: (b) => 1.0 / b,
  assign: (b) => b,
  abs: (b) => Math.abs(b),
  ceil: (b) => Math.ceil(b),
  floor: (b) => Math.floor(b),
  round: (b) => Math.round(b),
  sqrt: (b) => Math.sqrt(b),
  max: (b, c) => Math.max(b, c),
  min: (b, c) => Math.min(b, c),
}

/** One operation on single elements of any kind. */
export const naturalOf = (op: string): Fn => operators[op] ?? elementaryOf(op)
