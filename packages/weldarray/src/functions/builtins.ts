import type { MapOp } from '@weldarray/ir'
import { functions as ufuncs } from '../numpy/elementwise/from-rows.js'
import { table } from '../numpy/elementwise/table/index.js'
import type { Row } from '../numpy/elementwise/ufunc.js'
import { isBool, number, power, termOf, toFloat, toInt, truth } from './numbers.js'
import { type Place, refuse } from './refusal.js'
import type { Term, Terms } from './terms.js'
import { describe, type Value } from './values.js'

/*
 * What a function may use without naming it: Math, Number, and the global functions and constants of numbers. Elementary functions are
 * those of np, with their accuracy and their bits, not the engine's.
 */

type Numeric = (t: Terms, ...args: Term[]) => Term

const same =
  (op: MapOp): Numeric =>
  (t, a) =>
    t.op(op, [toFloat(t, a)])

const two =
  (op: MapOp): Numeric =>
  (t, a, b) =>
    t.op(op, [toFloat(t, a), toFloat(t, b)])

/** Math functions of fixed length. What is not given is undefined, and NaN as a number. */
const functions: Readonly<Record<string, { length: number; build: Numeric }>> = {
  ...Object.fromEntries(
    (
      'abs floor ceil trunc sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh'.split(
        ' ',
      ) as MapOp[]
    ).map((name) => [name, { length: 1, build: same(name) }]),
  ),
  round: { length: 1, build: same('round_half_up') },
  atan2: { length: 2, build: two('atan2') },
  pow: { length: 2, build: power },
  imul: { length: 2, build: (t, a, b) => t.op('mul', [toInt(t, a, 'int32'), toInt(t, b, 'int32')]) },
  fround: { length: 1, build: (t, a) => toFloat(t, t.cast(toFloat(t, a), 'float32')) },
  /** NaN and zeros as they are: np.sign's zero is +0. */
  sign: {
    length: 1,
    build: (t, a) => {
      const x = toFloat(t, a)
      return t.select(t.op('gt', [t.op('abs', [x]), t.lit(0)]), t.op('copysign', [t.lit(1), x]), x)
    },
  },
  clz32: {
    length: 1,
    build: (t, a) => {
      const x = t.cast(toInt(t, a, 'uint32'), 'float64')
      const zeros = t.op('sub', [t.lit(31, 'float64'), t.op('exponent', [x])])
      return t.cast(t.select(t.op('eq', [x, t.lit(0, 'float64')]), t.lit(32, 'float64'), zeros), 'int32')
    },
  },
}

/** np's functions of floats, for what JavaScript has none of (erf): they are given by `where`. */
const ofNp: typeof functions = Object.fromEntries(
  Object.entries<Row>(table).flatMap(([name, row]) =>
    'op' in row && row.op !== undefined
      ? [[name, { length: row.arity, build: row.arity === 1 ? same(row.op) : two(row.op) }] as const]
      : [],
  ),
)

/** Functions that are known by what they are, and by which name. */
export const builtinFunctions: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ...Object.getOwnPropertyNames(Math).map((name) => [Math[name as keyof Math], `Math.${name}`] as const),
  ...Object.keys(ofNp).map((name) => [ufuncs[name as keyof typeof ufuncs], `np.${name}`] as const),
])

/** Math functions of any number of arguments: of none, and of each further one. */
const folds: Readonly<Record<string, { none: number; one: MapOp | null; op: MapOp }>> = {
  max: { none: -Infinity, one: null, op: 'maximum' },
  min: { none: Infinity, one: null, op: 'minimum' },
  hypot: { none: 0, one: 'abs', op: 'hypot' },
}

const CONSTANTS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity,
  'Math.E': Math.E,
  'Math.LN10': Math.LN10,
  'Math.LN2': Math.LN2,
  'Math.LOG10E': Math.LOG10E,
  'Math.LOG2E': Math.LOG2E,
  'Math.PI': Math.PI,
  'Math.SQRT1_2': Math.SQRT1_2,
  'Math.SQRT2': Math.SQRT2,
  'Number.EPSILON': Number.EPSILON,
  'Number.MAX_VALUE': Number.MAX_VALUE,
  'Number.MIN_VALUE': Number.MIN_VALUE,
  'Number.MAX_SAFE_INTEGER': Number.MAX_SAFE_INTEGER,
  'Number.MIN_SAFE_INTEGER': Number.MIN_SAFE_INTEGER,
  'Number.POSITIVE_INFINITY': Number.POSITIVE_INFINITY,
  'Number.NEGATIVE_INFINITY': Number.NEGATIVE_INFINITY,
  'Number.NaN': Number.NaN,
}

const isWhole = (t: Terms, x: Term): Term => t.and(t.op('isfinite', [x]), t.op('eq', [t.op('trunc', [x]), x]))

/** Questions about a number; those of Number are false of booleans. */
const questions: Readonly<Record<string, Numeric>> = {
  isNaN: (t, x) => t.op('isnan', [x]),
  isFinite: (t, x) => t.op('isfinite', [x]),
  isInteger: isWhole,
  isSafeInteger: (t, x) => t.and(isWhole(t, x), t.op('lt', [t.op('abs', [x]), t.lit(2 ** 53)])),
}

/** A global name, or a property of one, as a value; null where there is none that is known. */
export function builtin(t: Terms, name: string): Value | null {
  if (name === 'undefined') return { kind: 'undefined' }
  if (Object.hasOwn(CONSTANTS, name)) return number(t.lit(CONSTANTS[name]!))
  if (name === 'Math' || name === 'Number' || name === 'Boolean') return { kind: 'builtin', name }
  const [space, member] = name.includes('.') ? (name.split('.') as [string, string]) : ['', name]
  const known =
    space === 'Math'
      ? Object.hasOwn(functions, member) || Object.hasOwn(folds, member)
      : Object.hasOwn(questions, member) && (space === 'Number' || member === 'isNaN' || member === 'isFinite')
  return known ? { kind: 'builtin', name } : null
}

/** A call of a builtin. */
export function callBuiltin(t: Terms, name: string, values: readonly Value[], at: Place): Value {
  const floats = (): Term[] => values.map((v) => toFloat(t, v.kind === 'undefined' ? t.lit(Number.NaN) : termOf(v, at)))
  const [space, member] = name.includes('.') ? (name.split('.') as [string, string]) : ['', name]
  const first = values[0]
  if (name === 'Number') {
    if (first === undefined) return number(t.lit(0))
    return number(first.kind === 'undefined' ? t.lit(Number.NaN) : toNumber(t, termOf(first, at)))
  }
  if (name === 'Boolean') return number(first === undefined || first.kind === 'undefined' ? t.no : truth(t, termOf(first, at)))
  if (Object.hasOwn(questions, member)) {
    const value = first ?? ({ kind: 'undefined' } as const)
    if (space === 'Number' && value.kind !== 'number') return number(t.no)
    if (space === 'Number' && value.kind === 'number') {
      if (value.mixed) refuse(`what is given to ${name} is a number or a boolean, as the case may be`, at)
      if (isBool(value.term)) return number(t.no)
    }
    const x = value.kind === 'undefined' ? t.lit(Number.NaN) : toFloat(t, termOf(value, at))
    return number(questions[member]!(t, x))
  }
  if (space !== 'np' && Object.hasOwn(folds, member)) {
    const { none, one, op } = folds[member]!
    const args = floats()
    if (args.length === 0) return number(t.lit(none))
    if (args.length === 1) return number(one === null ? args[0]! : t.op(one, [args[0]!]))
    return number(args.reduce((a, b) => t.op(op, [a, b])))
  }
  const fn = space === 'np' ? ofNp[member] : functions[member]
  if (space === '' || space === 'Number' || fn === undefined)
    return refuse(`${describe({ kind: 'builtin', name })} is no function of numbers`, at)
  const args = values.slice(0, fn.length).map((v) => (v.kind === 'undefined' ? t.lit(Number.NaN) : termOf(v, at)))
  while (args.length < fn.length) args.push(t.lit(Number.NaN))
  return number(fn.build(t, ...args))
}

const toNumber = (t: Terms, a: Term): Term => (isBool(a) ? toFloat(t, a) : a)
