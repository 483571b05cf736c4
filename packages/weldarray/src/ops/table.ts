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

const arithmetic = ['add', 'sub', 'mul', 'div', 'mod', 'band', 'bor', 'bxor', 'lshift', 'rshift', 'rrshift']
const logic = ['and', 'or', 'eq', 'neq', 'lt', 'gt', 'leq', 'geq']
const unary = ['not', 'bnot', 'neg', 'recip']
const rounding = ['abs', 'ceil', 'floor', 'round', 'sqrt']
const elementaryOne = ['acos', 'asin', 'atan', 'cos', 'exp', 'log', 'sin', 'tan']
const elementaryTwo = ['atan2', 'pow']

const rows = new Map<string, Row>()

for (const op of [...arithmetic, ...logic, 'max', 'min', ...elementaryTwo]) {
  rows.set(op, { op, form: 'two' })
  rows.set(`${op}s`, { op, form: 'scalar' })
  rows.set(`${op}eq`, { op, form: 'twoInPlace' })
  rows.set(`${op}seq`, { op, form: 'scalarInPlace' })
}
for (const op of elementaryTwo) {
  rows.set(`${op}op`, { op, form: 'two', swapped: true })
  rows.set(`${op}ops`, { op, form: 'scalar', swapped: true })
  rows.set(`${op}opeq`, { op, form: 'twoInPlace', swapped: true })
  rows.set(`${op}opseq`, { op, form: 'scalarInPlace', swapped: true })
}
for (const op of [...unary, ...rounding, ...elementaryOne]) {
  rows.set(op, { op, form: 'one' })
  rows.set(`${op}eq`, { op, form: 'oneInPlace' })
}

/** The functions that compute an array from arrays element by element, by name. */
export const elementwiseRows: ReadonlyMap<string, Row> = rows

/** Computed by the expansions every tier shares, not by `Math`. */
export const isElementary = (op: string): boolean => elementaryOne.includes(op) || elementaryTwo.includes(op)
