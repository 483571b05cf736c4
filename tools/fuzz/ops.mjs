/*
 * `weldarray/ops` beside `ndarray-ops`: equal arguments, right and wrong, of which the same must come: the same elements in every array that
 * was given, the same value, or the same error.
 */
import { createRequire } from 'node:module'
import { streamOf } from './values.mjs'

const require = createRequire(import.meta.url)

const DATA = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  bigint64: BigInt64Array,
  biguint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
  uint8_clamped: Uint8ClampedArray,
  array: Array,
}
/** The dtypes that library memory can have. */
const OWNABLE = Object.keys(DATA).filter((d) => d !== 'array' && d !== 'uint8_clamped')
const SHAPES = [[], [0], [1], [5], [7], [3, 4], [4, 4], [2, 3, 4], [0, 3], [5, 1], [2, 1, 3, 2]]
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  3,
  0.5,
  -2.5,
  31,
  33,
  255,
  256,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 + 3,
  1e-310,
  NaN,
  Infinity,
  -Infinity,
]

const REDUCTIONS = /^(any|all|sum|prod|norm|sup|inf|arg|equals)/
/** Of which two engines' last digits differ. */
const ELEMENTARY = /^(acos|asin|atan|atan2|cos|exp|log|pow|sin|tan|norm2)/

/** What each argument of a function is, told by its name and their number. */
function kindsOf(name, length) {
  const kinds = new Array(length).fill('array')
  const hasScalar =
    name !== 'equals' && /^(?!abs|cos$).*s(eq)?$/.test(name) && length === (name.endsWith('seq') || name === 'assigns' ? 2 : 3)
  if (hasScalar) kinds[length - 1] = 'scalar'
  return kinds
}

const element = (r, isBig) =>
  isBig ? BigInt(r.below(2 ** 31)) * BigInt(r.below(9) - 4) : r.chance(0.5) ? r.pick(NUMBERS) : r.below(41) - 20

/** An array of `make`'s, over memory of one of the homes, seen through changes of layout. */
function arrayFor(r, make, own, shape, dtype) {
  const size = shape.reduce((n, d) => n * d, 1)
  const data = new DATA[dtype](size)
  for (let i = 0; i < size; i++) data[i] = element(r, dtype.startsWith('big'))
  const home = r.pick(['external', 'owned', 'pending'])
  let x = make(data, shape)
  if (home !== 'external' && OWNABLE.includes(dtype)) x = own(x, home === 'pending')
  if (shape.length > 0 && r.chance(0.3)) x = x.step(...shape.map((_, k) => (k === r.below(shape.length) ? -1 : 1)))
  if (shape.length === 2 && shape[0] === shape[1] && r.chance(0.3)) x = x.transpose(1, 0)
  return x
}

/** Arguments that fit a function, and now and then one that does not. */
function argumentsFor(r, name, length, make, own, strange) {
  const shape = r.pick(SHAPES)
  const one = r.pick(Object.keys(DATA))
  const wrong = r.chance(0.25)
  const kinds = kindsOf(name, length)
  const args = kinds.map((kind) => {
    if (wrong && r.chance(0.4)) return strange(r, make, own)
    if (kind === 'scalar') return element(r, one.startsWith('big'))
    return arrayFor(
      r,
      make,
      own,
      wrong && r.chance(0.4) ? r.pick(SHAPES) : shape,
      r.chance(0.7) ? one : r.pick(Object.keys(DATA)),
    )
  })
  // One array for several arguments, and one argument more or less.
  if (kinds[1] === 'array' && r.chance(0.1)) args[1] = args[0]
  if (wrong && r.chance(0.1)) args.push(1)
  return args
}

const STRANGE = [
  () => undefined,
  () => null,
  () => 3,
  () => 1n,
  () => 'x',
  () => true,
  () => ({}),
  () => [],
  () => [1, 2],
  () => Float64Array.of(1, 2),
  () => ({ data: [1, 2], shape: [2] }),
  () => ({ data: Float64Array.of(1, 2), shape: [2], stride: [1], offset: 0, dtype: 'float64', order: [0] }),
  () => ({ data: Float64Array.of(1, 2), shape: [2], stride: [1], offset: 0, dtype: 'no such', order: [0] }),
  () => ({ shape: [2], stride: [1], offset: 0, dtype: 'float64' }),
  () => (x) => x,
  () => new Date(0),
]

/** Elements of an array of either library, in C order. */
function elementsOf(a) {
  const out = []
  const walk = (index) => {
    if (index.length === a.shape.length) out.push(a.get(...index))
    else for (let i = 0; i < a.shape[index.length]; i++) walk([...index, i])
  }
  walk([])
  return out
}

const view = new DataView(new ArrayBuffer(8))
const bitsOf = (x, narrow) => {
  if (narrow) {
    view.setFloat32(0, x)
    return BigInt(view.getInt32(0))
  }
  view.setFloat64(0, x)
  return view.getBigInt64(0)
}

function apart(x, y, dtype) {
  if (Object.is(x, y)) return 0
  // Each library got an argument of its own, which a list may have as an element now.
  if (typeof x === typeof y && /object|function/.test(typeof x)) return String(x) === String(y) ? 0 : 99
  if (typeof x !== 'number' || typeof y !== 'number' || Number.isNaN(x) || Number.isNaN(y)) return 99
  if (/int|clamped/.test(dtype)) return Math.min(Math.abs(x - y), 2 ** 32 - Math.abs(x - y))
  const d = bitsOf(x, dtype === 'float32') - bitsOf(y, dtype === 'float32')
  return Number(d < 0n ? -d : d)
}

const isArray = (x) => typeof x === 'object' && x !== null && Array.isArray(x.shape) && typeof x.get === 'function'

function attempt(f, args) {
  try {
    return { value: f(...args) }
  } catch (error) {
    return { error }
  }
}

/** Last digits of what is said may be those of an elementary function. */
const said = (error) => `${error?.name}: ${String(error?.message).replace(/-?\d[\d.e+-]*/g, '#')}`

function difference(name, mine, theirs, args, others) {
  const loose = ELEMENTARY.test(name)
  if (mine.error !== undefined || theirs.error !== undefined) {
    if (mine.error === undefined) return `gave ${String(mine.value)}, where ndarray-ops throws ${said(theirs.error)}`
    if (theirs.error === undefined) return `threw ${said(mine.error)}, where ndarray-ops gives a value`
    return said(mine.error) === said(theirs.error) ? undefined : `threw ${said(mine.error)}, ndarray-ops ${said(theirs.error)}`
  }
  if (REDUCTIONS.test(name)) {
    const [x, y] = [mine.value, theirs.value]
    if (Array.isArray(y)) return String(x) === String(y) ? undefined : `gave ${x}, ndarray-ops ${y}`
    return apart(x, y, 'float64') <= (loose ? 2 : 0) ? undefined : `gave ${String(x)}, ndarray-ops ${String(y)}`
  }
  if (isArray(args[0]) && mine.value !== args[0]) return 'gave another array than its first argument'
  for (const [k, a] of args.entries()) {
    if (!isArray(a) || !isArray(others[k])) continue
    const [got, want] = [elementsOf(a), elementsOf(others[k])]
    // Of large doubles the last digits decide what is left in an integer.
    const tolerance = loose ? (/int|clamped/.test(a.dtype) ? Infinity : 2) : 0
    const at = want.findIndex((w, i) => apart(got[i], w, a.dtype) > tolerance)
    if (at >= 0) return `element ${at} of argument ${k} (${a.dtype}) is ${String(got[at])}, of ndarray-ops ${String(want[at])}`
  }
  return undefined
}

/** A call of each function of `ops`, and of the original's with equal arguments. */
export function opsTargets(ops, ndarray) {
  const original = require('ndarray-ops')
  const real = require('ndarray')
  const ours = (a, pending) => {
    const copy = a.clone()
    return pending ? copy.mul(/^big/.test(a.dtype) ? 1n : 1) : copy
  }
  return Object.keys(ops)
    .sort()
    .map((name) => ({
      name: `ops.${name}`,
      compare(seed, call) {
        const given = (make, own) => {
          const r = streamOf(seed ^ 0x5bd1e995, call)
          const strange = () => r.pick(STRANGE)()
          return argumentsFor(r, name, original[name].length, make, own, strange)
        }
        const [args, others] = [given(ndarray, ours), given(real, (a) => a)]
        const [mine, theirs] = [attempt(ops[name], args), attempt(original[name], others)]
        // Random elements are anybody's.
        if (name === 'random' && mine.error === undefined && theirs.error === undefined) return undefined
        return difference(name, mine, theirs, args, others)
      },
    }))
}
