import type { DType, MapOp } from '@weldarray/ir'
import { type Place, refuse } from './refusal.js'
import type { Term, Terms } from './terms.js'
import { describe, type Value } from './values.js'

/*
 * JavaScript's operators on numbers. A number is a float (of the dtype that is computed in), or, where the source makes it one, an int32,
 * a uint32 or a boolean, which become floats where JavaScript's result could be none of them.
 */

export const isBool = (t: Term): boolean => t.dtype === 'bool'
const isInt = (t: Term): boolean => t.dtype === 'int32' || t.dtype === 'uint32'

export const number = (term: Term): Value => ({ kind: 'number', term })

/** The term of a value that has to be a number (or a boolean). */
export function termOf(value: Value, at: Place): Term {
  if (value.kind === 'number') return value.term
  if (value.kind === 'unusable') refuse(value.why, at)
  return refuse(`${describe(value)} stands where a number is needed`, at)
}

export const toFloat = (t: Terms, a: Term): Term => t.cast(a, t.float)

/** ToBoolean: false of 0 and of NaN. */
export function truth(t: Terms, a: Term): Term {
  if (isBool(a)) return a
  if (isInt(a)) return t.op('ne', [a, t.lit(0, a.dtype)])
  return t.op('gt', [t.op('abs', [a]), t.lit(0)])
}

/** ToInt32, or ToUint32. */
export function toInt(t: Terms, a: Term, dtype: 'int32' | 'uint32'): Term {
  if (a.dtype === dtype) return a
  // The sum of two 32-bit integers is exact in float64, so that its low bits are those of the sum of integers.
  const [x, y] = a.args.map((b) => (b.op === 'cast' && isInt(b.args[0]!) ? b.args[0]! : wholeLiteral(t, b)))
  if ((a.op === 'add' || a.op === 'sub') && t.float === 'float64' && x && y)
    return t.op(a.op, [t.cast(x, dtype), t.cast(y, dtype)])
  return t.cast(a, dtype)
}

const wholeLiteral = (t: Terms, a: Term): Term | null =>
  a.kind === 'lit' && a.dtype === t.float && Number.isInteger(a.value) && Math.abs(a.value) < 2 ** 31
    ? t.lit(a.value | 0, 'int32')
    : null

const ARITHMETIC: Readonly<Record<string, MapOp>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '%': 'fmod' }
const BITS: Readonly<Record<string, MapOp>> = { '&': 'and', '|': 'or', '^': 'xor' }
const COMPARISONS: Readonly<Record<string, MapOp>> = {
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
  '===': 'eq',
  '!==': 'ne',
}

/** Math.pow and `**`: NumPy's power, but where JavaScript wants NaN of a base of 1 or -1. */
export function power(t: Terms, x: Term, y: Term): Term {
  const base = toFloat(t, x)
  const exponent = toFloat(t, y)
  const plain = t.op('pow', [base, exponent])
  if (exponent.kind === 'lit' && Number.isFinite(exponent.value)) return plain
  const finite = t.op('isfinite', [exponent])
  const unit = t.op('eq', [t.op('abs', [base]), t.lit(1)])
  return t.select(t.and(unit, t.not(finite)), t.lit(Number.NaN), plain)
}

/** Two numbers as the comparison sees them: integers of one kind as they are, all else as floats. */
function comparable(t: Terms, a: Term, b: Term): [Term, Term] {
  if (a.dtype === b.dtype) return [a, b]
  const alike = (x: Term, y: Term): Term | null => {
    const literal = wholeLiteral(t, x)
    return y.dtype === 'int32' && literal !== null ? literal : null
  }
  return [
    alike(a, b) ?? (isInt(a) && alike(b, a) ? a : toFloat(t, a)),
    alike(b, a) ?? (isInt(b) && alike(a, b) ? b : toFloat(t, b)),
  ]
}

/** A binary operator of two numbers; null for one that numbers do not have. */
export function binary(t: Terms, operator: string, a: Term, b: Term): Term | null {
  const arithmetic = ARITHMETIC[operator]
  if (arithmetic !== undefined) return t.op(arithmetic, [toFloat(t, a), toFloat(t, b)])
  const comparison = COMPARISONS[operator]
  if (comparison !== undefined) return t.op(comparison, comparable(t, a, b))
  const bits = BITS[operator]
  if (bits !== undefined) return t.op(bits, [toInt(t, a, 'int32'), toInt(t, b, 'int32')])
  // Shift counts are taken modulo 32.
  const count = (dtype: DType): Term => t.op('and', [t.cast(toInt(t, b, 'int32'), dtype), t.lit(31, dtype)])
  switch (operator) {
    case '<<':
      return t.op('shl', [toInt(t, a, 'int32'), count('int32')])
    case '>>':
      return t.op('shr', [toInt(t, a, 'int32'), count('int32')])
    case '>>>':
      return t.op('shr', [toInt(t, a, 'uint32'), count('uint32')])
    case '**':
      return power(t, a, b)
    default:
      return null
  }
}

/** A unary operator of a number; null for one that numbers do not have. */
export function unary(t: Terms, operator: string, a: Term): Term | null {
  switch (operator) {
    case '-':
      return t.op('neg', [toFloat(t, a)])
    case '+':
      return isBool(a) ? toFloat(t, a) : a
    case '!':
      return t.not(truth(t, a))
    case '~':
      return t.op('not', [toInt(t, a, 'int32')])
    default:
      return null
  }
}

/** Numbers that are one or the other, as the case may be. */
export function choose(t: Terms, condition: Term, a: Value & { kind: 'number' }, b: Value & { kind: 'number' }): Value {
  const mixed = a.mixed || b.mixed || isBool(a.term) !== isBool(b.term)
  const same = a.term.dtype === b.term.dtype
  const [x, y] = same ? [a.term, b.term] : [toFloat(t, a.term), toFloat(t, b.term)]
  const term = t.select(condition, x, y)
  return mixed ? { kind: 'number', term, mixed } : number(term)
}
