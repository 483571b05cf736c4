/** What a function does to its arguments: `d` the destination, `a`, `b` arrays, `s` a scalar. */
export type Form =
  /** f(d, a, b) */
  | 'two'
  /** f(d, b): d = d op b */
  | 'twoInPlace'
  /** f(d, a, s) */
  | 'scalar'
  /** f(d, s): d = d op s */
  | 'scalarInPlace'
  /** f(d, a) */
  | 'one'
  /** f(d): d = op d */
  | 'oneInPlace'

export interface Row {
  /** The operation: a kernel, or an elementary function. */
  readonly op: string
  readonly form: Form
  /** The operands change places: `atan2op(d, a, b)` is atan2(b, a). */
  readonly swapped?: boolean
}

/** An operation as `ndarray-ops` writes it between elements `b` and `c`, in JavaScript: the build makes the loops from this text. */
interface Operation {
  readonly arity: 1 | 2
  readonly js: string
  /** The result is true or false. */
  readonly truth?: true
}

const one = (js: string): Operation => ({ arity: 1, js })
const two = (js: string): Operation => ({ arity: 2, js })
const test = (js: string, arity: 1 | 2 = 2): Operation => ({ arity, js, truth: true })

export const operations: Readonly<Record<string, Operation>> = {
  add: two('b+c'),
  sub: two('b-c'),
  mul: two('b*c'),
  div: two('b/c'),
  mod: two('b%c'),
  band: two('b&c'),
  bor: two('b|c'),
  bxor: two('b^c'),
  lshift: two('b<<c'),
  rshift: two('b>>c'),
  rrshift: two('b>>>c'),
  and: two('b&&c'),
  or: two('b||c'),
  eq: test('b===c'),
  neq: test('b!==c'),
  lt: test('b<c'),
  gt: test('b>c'),
  leq: test('b<=c'),
  geq: test('b>=c'),
  max: two('Math.max(b,c)'),
  min: two('Math.min(b,c)'),
  not: test('!b', 1),
  bnot: one('~b'),
  neg: one('-b'),
  recip: one('1.0/b'),
  abs: one('Math.abs(b)'),
  ceil: one('Math.ceil(b)'),
  floor: one('Math.floor(b)'),
  round: one('Math.round(b)'),
  sqrt: one('Math.sqrt(b)'),
}

/** The functions that are not loops of their own: their arity. */
const elementary: Readonly<Record<string, 1 | 2>> = {
  acos: 1,
  asin: 1,
  atan: 1,
  cos: 1,
  exp: 1,
  log: 1,
  sin: 1,
  tan: 1,
  atan2: 2,
  pow: 2,
}

/** Computed by the expansions every tier shares, not by `Math`. */
export const isElementary = (op: string): boolean => Object.hasOwn(elementary, op)

const rows = new Map<string, Row>()

function add(op: string, arity: 1 | 2): void {
  if (arity === 1) {
    rows.set(op, { op, form: 'one' })
    rows.set(`${op}eq`, { op, form: 'oneInPlace' })
    return
  }
  for (const swapped of isElementary(op) ? [false, true] : [false]) {
    const name = swapped ? `${op}op` : op
    rows.set(name, { op, form: 'two', swapped })
    rows.set(`${name}s`, { op, form: 'scalar', swapped })
    rows.set(`${name}eq`, { op, form: 'twoInPlace', swapped })
    rows.set(`${name}seq`, { op, form: 'scalarInPlace', swapped })
  }
}

for (const [op, { arity }] of Object.entries(operations)) add(op, arity)
for (const [op, arity] of Object.entries(elementary)) add(op, arity)

/** The functions that compute an array from arrays element by element, by name. */
export const elementwiseRows: ReadonlyMap<string, Row> = rows
