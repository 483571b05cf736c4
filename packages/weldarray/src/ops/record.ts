import { convert, type DType, dtypeInfo, isFloat, type MapOp, type Node, zeroOf } from '@weldarray/ir'
import { cast, constant, map } from '@weldarray/runtime'
import { computeType } from './elementary.js'

/*
 * The operations of ndarray-ops as recorded values: computed in double (or in what gives the same bits), stored with the
 * destination's conversion. null where the meaning has no recorded form.
 */

export type Operand = Node | number | bigint

/** An operation on operands, of which at least one is an array, for a destination of dtype `to`. */
export type Recorder = (to: DType, b: Operand, c: Operand) => Node | null

const isScalar = (x: Operand): x is number | bigint => typeof x !== 'object'
const node = (x: Operand, dtype: DType): Node => (isScalar(x) ? constant(x, dtype) : cast(x, dtype))
const dtypesOf = (operands: readonly Operand[]): DType[] => operands.filter((x) => !isScalar(x)).map((x) => (x as Node).dtype)
const isSmall = (d: DType): boolean => !isFloat(d) && !dtypeInfo[d].big && d !== 'bool'

/** Whether destination and arrays have one dtype, and the scalar is one of its values. */
function uniform(to: DType, operands: readonly Operand[]): boolean {
  return operands.every((x) => (isScalar(x) ? isValueOf(x, to) : x.dtype === to))
}

function isValueOf(x: number | bigint, dtype: DType): boolean {
  const { big, array, kind } = dtypeInfo[dtype]
  if (big) return typeof x === 'bigint' && convert(x, dtype) === x
  if (typeof x === 'bigint' || kind === 'bool') return false
  return Object.is(new array([x] as never)[0], x) || (x !== x && kind === 'float')
}

/** float32 where everything is, else float64. */
function floating(to: DType, operands: readonly Operand[]): DType {
  const scalar = operands.find(isScalar)
  return computeType([to, ...dtypesOf(operands)], typeof scalar === 'number' ? scalar : undefined)
}

const inFloat =
  (op: MapOp): Recorder =>
  (to, b, c) => {
    const operands = [b, c]
    const type = floating(to, operands)
    return cast(
      map(
        op,
        operands.map((x) => node(x, type)),
      ),
      to,
    )
  }

/** Computed in the common dtype where that wraps as a store of the double would, otherwise in floating point. */
const wrapping = (op: MapOp, exact: (to: DType, operands: readonly Operand[]) => boolean): Recorder => {
  const wide = inFloat(op)
  return (to, b, c) => {
    if (dtypeInfo[to].big || (isSmall(to) && exact(to, [b, c]))) return map(op, [node(b, to), node(c, to)])
    return wide(to, b, c)
  }
}

const isWhole = (x: number | bigint): boolean => typeof x === 'number' && Number.isInteger(x) && Math.abs(x) <= 2 ** 52

/** Sums of small integers are exact in double, so wrapping them at once is the same. */
const exactSum = (to: DType, operands: readonly Operand[]): boolean =>
  operands.every((x) => (isScalar(x) ? isWhole(x) : x.dtype === to))
const exactProduct = (to: DType, operands: readonly Operand[]): boolean => dtypeInfo[to].bytes <= 2 && uniform(to, operands)

/** JavaScript's bitwise operators: on 32-bit integers; on bigints as they are. */
const bitwise =
  (op: MapOp): Recorder =>
  (to, b, c) => {
    if (dtypeInfo[to].big || (isSmall(to) && uniform(to, [b, c]))) return map(op, [node(b, to), node(c, to)])
    return cast(map(op, [node(b, 'int32'), node(c, 'int32')]), to)
  }

/** Shifts of 32-bit integers, by the count's low 5 bits. JavaScript's shifts of bigints have no recorded form. */
const shift =
  (op: 'shl' | 'shr', type: 'int32' | 'uint32'): Recorder =>
  (to, b, c) => {
    if (dtypeInfo[to].big) return null
    const count = typeof c === 'number' ? constant(c & 31, type) : map('and', [node(c, type), constant(31, type)])
    return cast(map(op, [node(b, type), count]), to)
  }

/** The dtype in which two operands can be compared, or chosen between, without changing their values; null if there is none. */
function exactType(operands: readonly Operand[]): DType | null {
  const [first] = dtypesOf(operands)
  return uniform(first!, operands) ? first! : dtypeInfo[first!].big ? null : 'float64'
}

const compared =
  (op: MapOp): Recorder =>
  (to, b, c) => {
    const type = exactType([b, c])
    if (type === null) return null
    return cast(map(op, [node(b, type), node(c, type)]), to)
  }

const zero = (dtype: DType): Node => constant(zeroOf(dtype), dtype)

/** What JavaScript takes for true: not 0 and not NaN. */
function truth(x: Node): Node {
  const nonZero = map('ne', [x, zero(x.dtype)])
  return isFloat(x.dtype) ? map('and', [nonZero, map('eq', [x, x])]) : nonZero
}

const chosen =
  (whenTrue: 'b' | 'c'): Recorder =>
  (to, b, c) => {
    const type = exactType([b, c])
    if (type === null) return null
    const x = node(b, type)
    const y = node(c, type)
    return cast(whenTrue === 'b' ? map('select', [truth(x), x, y]) : map('select', [truth(x), y, x]), to)
  }

const extreme =
  (op: 'maximum' | 'minimum'): Recorder =>
  (to, b, c) => {
    if (dtypeInfo[to].big) return null
    const type = exactType([b, c])
    if (type === null) return null
    return cast(map(op, [node(b, type), node(c, type)]), to)
  }

/** Whole numbers are left alone. */
const rounded =
  (op: MapOp): Recorder =>
  (to, b) => {
    const { dtype } = b as Node
    if (dtypeInfo[to].big) return null
    return isFloat(dtype) ? cast(map(op, [cast(b as Node, floating(to, [b]))]), to) : cast(b as Node, to)
  }

const one =
  (f: (to: DType, b: Node) => Node | null): Recorder =>
  (to, b) =>
    f(to, b as Node)

/** JavaScript's pow: NaN for a base of ±1 and an exponent that is not finite. */
const pow: Recorder = (to, b, c) => {
  if (dtypeInfo[to].big) return null
  const type = floating(to, [b, c])
  const base = node(b, type)
  const exponent = node(c, type)
  const power = map('pow', [base, exponent])
  if (typeof c === 'number' && Number.isFinite(c)) return cast(power, to)
  if (typeof b === 'number' && Math.abs(b) !== 1) return cast(power, to)
  // What is known of a scalar is decided here: an operation on constants alone has not the shape of its neighbours.
  const wild = typeof c === 'number' ? null : map('not', [map('lt', [map('abs', [exponent]), constant(Infinity, type)])])
  const one = typeof b === 'number' ? null : map('eq', [map('abs', [base]), constant(1, type)])
  const unit = wild === null || one === null ? (wild ?? one)! : map('and', [wild, one])
  return cast(map('select', [unit, constant(NaN, type), power]), to)
}

const noBig =
  (f: Recorder): Recorder =>
  (to, b, c) =>
    dtypeInfo[to].big ? null : f(to, b, c)

const unaryFloat = (op: MapOp): Recorder => noBig(one((to, b) => cast(map(op, [cast(b, floating(to, [b]))]), to)))

const elementary = Object.fromEntries(
  ['acos', 'asin', 'atan', 'cos', 'exp', 'log', 'sin', 'tan', 'sqrt'].map((f) => [f, unaryFloat(f as MapOp)]),
)

/** By operation. */
export const recorders: Readonly<Record<string, Recorder>> = {
  ...elementary,
  add: wrapping('add', exactSum),
  sub: wrapping('sub', exactSum),
  mul: wrapping('mul', exactProduct),
  div: noBig(inFloat('div')),
  mod: noBig(inFloat('fmod')),
  band: bitwise('and'),
  bor: bitwise('or'),
  bxor: bitwise('xor'),
  lshift: shift('shl', 'int32'),
  rshift: shift('shr', 'int32'),
  rrshift: shift('shr', 'uint32'),
  and: chosen('c'),
  or: chosen('b'),
  eq: compared('eq'),
  neq: compared('ne'),
  lt: compared('lt'),
  gt: compared('gt'),
  leq: compared('le'),
  geq: compared('ge'),
  max: extreme('maximum'),
  min: extreme('minimum'),
  atan2: noBig(inFloat('atan2')),
  pow,
  not: one((to, b) => cast(map('not', [truth(b)]), to)),
  bnot: one((to, b) =>
    b.dtype === to && !isFloat(to) && to !== 'bool' ? map('not', [b]) : cast(map('not', [cast(b, 'int32')]), to),
  ),
  neg: one((to, b) => (b.dtype === to && to !== 'bool' ? map('neg', [b]) : cast(map('neg', [cast(b, 'float64')]), to))),
  recip: noBig(one((to, b) => inFloat('div')(to, 1, b))),
  abs: noBig(one((to, b) => (b.dtype === to && to !== 'bool' ? map('abs', [b]) : cast(map('abs', [cast(b, 'float64')]), to)))),
  ceil: rounded('ceil'),
  floor: rounded('floor'),
  round: rounded('round_half_up'),
  assign: one((to, b) => cast(b, to)),
}
