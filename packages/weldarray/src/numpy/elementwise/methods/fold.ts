import { type DType, DTypeError, isFloat, type Node, ShapeError, sumType } from '@weldarray/ir'
import { cast, constant } from '@weldarray/runtime'
import { type NdArray, valueOf, wrap } from '../../operands/arrays.js'
import { select, spreadOut, truth } from '../../operands/expressions.js'
import { scalarOf } from '../../operands/operands.js'
import { type Reduction, reduceBool } from '../../reductions/reduce-parts.js'
import { extreme, total } from '../../reductions/reductions.js'
import { checkAsked, computeType } from '../typing.js'
import { type Row, record } from '../ufunc.js'

/** What changes nothing. */
export const IDENTITY: Readonly<Record<string, number | boolean>> = {
  add: 0,
  multiply: 1,
  logical_and: true,
  logical_or: false,
  logical_xor: false,
  bitwise_and: -1,
  bitwise_or: 0,
  bitwise_xor: 0,
  hypot: 0,
  logaddexp: -Infinity,
  logaddexp2: -Infinity,
  gcd: 0,
}

/** The identity as a value of `dtype`: -1 is all bits. */
function identityOf(name: string, dtype: DType): Node | undefined {
  const identity = IDENTITY[name]
  if (identity === undefined) return undefined
  if (typeof identity === 'boolean') return constant(Number(identity), 'bool')
  return isFloat(dtype) ? constant(identity, dtype) : cast(constant(BigInt(identity), 'int64'), dtype)
}

/** The elements of all lines along `axis` at one place. */
export const pick = (x: NdArray, axis: number, place: number): Node =>
  valueOf(x.pick(...Array.from({ length: x.shape.length }, (_, i) => (i === axis ? place : null))))

const LOGICAL = new Set(['logical_and', 'logical_or', 'logical_xor'])

/** The row of two values of a dtype. Throws `DTypeError` where the result is of another one, and so no operand. */
export function step(name: string, row: Row, x: Node, y: Node): Node {
  const result = record(name, row, [x, y])
  if (result.dtype === x.dtype) return result
  throw new DTypeError(`${name}: of ${x.dtype} it gives ${result.dtype}, which cannot be taken further; give another dtype`)
}

/** An operand in the dtype asked for, or that in which it is folded: sums and products of small integers in 64 bits, logic in bool. */
function inFoldType(name: string, row: Row, x: Node, asked: DType | undefined): Node {
  if (LOGICAL.has(name)) return truth(x)
  if (asked !== undefined) {
    if ('typing' in row) checkAsked(name, row.typing, asked, row.boolOk ?? false)
    return cast(x, asked)
  }
  if (name === 'add' || name === 'multiply') return cast(x, sumType(x.dtype))
  // What floats of integers is folded as floats.
  const own = 'typing' in row && (row.typing === 'float' || row.typing === 'divide')
  return own ? cast(x, computeType(name, row.typing, [x], false)) : name === 'float_power' ? cast(x, 'float64') : x
}

/** The operand of a fold. Throws `DTypeError` where the row cannot be taken further, however few elements there are. */
export function toFold(name: string, row: Row, given: Node, asked: DType | undefined): Node {
  const x = inFoldType(name, row, given, asked)
  const one = cast(constant(1, 'float64'), x.dtype)
  step(name, row, one, one)
  return x
}

/** One axis, one element after the other. `begin` is there wherever there is no element. */
function foldAxis(name: string, row: Row, x: Node, axis: number, begin: Node | undefined): Node {
  const whole = wrap(x)
  let folded = begin
  for (let i = 0; i < x.shape[axis]!; i++) {
    const element = pick(whole, axis, i)
    folded = folded === undefined ? element : step(name, row, folded, element)
  }
  if (folded !== undefined) return folded
  throw new ShapeError(`${name}.reduce: axis ${axis} has no elements, and ${name} has no identity; give 'initial'`)
}

const masked = (r: Reduction, x: Node, identity: Node): Node => (r.mask === undefined ? x : select(r.mask, x, identity))

const inType = (r: Reduction): Reduction => (r.dtype === undefined ? r : { ...r, x: cast(r.x, r.dtype) })

/** What is a loop of the compiler's. */
const REDUCTIONS: Readonly<Record<string, (r: Reduction) => Node>> = {
  add: total('sum'),
  multiply: total('prod'),
  maximum: (r) => extreme('max')(inType(r)),
  minimum: (r) => extreme('min')(inType(r)),
}

/** What is one of bool, unless it begins with something. */
const ofBool = { logical_and: ['min', 1], logical_or: ['max', 0] } as const

/** The expression of any row's reduction: a loop of the compiler's, or one element after the other. */
export function reduction(name: string, row: Row, r: Reduction): Node {
  if (Object.hasOwn(REDUCTIONS, name)) return REDUCTIONS[name]!(r)
  let x = toFold(name, row, r.x, r.dtype)
  const identity = identityOf(name, x.dtype)
  if (identity !== undefined) x = masked(r, x, identity)
  else if (r.axes.length > 1) throw new ShapeError(`${r.what}: the order of axes matters to ${name}; expected one axis`)
  else if (r.mask !== undefined) throw new ShapeError(`${r.what}: ${name} has no identity to stand where 'where' is false`)
  if ((name === 'logical_and' || name === 'logical_or') && r.initial === undefined)
    return reduceBool(ofBool[name][0], x, r.axes, ofBool[name][1])
  const initial = r.initial === undefined ? undefined : cast(constant(scalarOf(r.initial), x.dtype), x.dtype)
  const axes = [...r.axes].reverse()
  axes.forEach((axis, i) => {
    const first = i === axes.length - 1 ? initial : undefined
    const none = x.shape[axis] === 0 ? (first ?? identity) : first
    const shape = x.shape.filter((_, k) => k !== axis)
    x = foldAxis(name, row, x, axis, none === undefined ? undefined : spreadOut(none, shape))
  })
  return x
}
