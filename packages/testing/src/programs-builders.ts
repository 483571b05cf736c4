import {
  acceptsKind,
  broadcastView,
  CHANGES,
  contiguousStrides,
  dtypeInfo,
  INDEX_MODES,
  type IndexMode,
  type Interner,
  interpret,
  isFloat,
  JOINS,
  type Node,
  primitives,
  refuses,
  scanOpOf,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import type { Random } from './programs.js'
import { randomStep } from './programs-bodies.js'

/** Few enough elements for the slow reference. */
const MOST = 20_000

/** Whole numbers that are inside of `length` in a mode, or in no way in the modes that bring them there. */
function indexFrom(random: Random, interner: Interner, from: Node, length: number, mode: IndexMode): Node {
  const raises = refuses(mode)
  const whole = interner.cast(from, 'int32')
  const near = interner.map('floorrem', [whole, interner.constant(raises ? length : 3 * length, 'int32')])
  const moved = interner.map('sub', [
    near,
    interner.constant(mode === 'natural' ? 0 : raises ? random.int(0, length) : length, 'int32'),
  ])
  // From -length (or less) to length - 1 (or more).
  return interner.cast(moved, random.pick(['int32', 'bigint64', 'float64'] as const))
}

/** Elements of `source` by an index that is computed from `from`; null where they do not fit. */
export function randomGather(random: Random, interner: Interner, source: Node, from: Node): Node | null {
  if (source.shape.length === 0 || source.kind === 'const') return null
  const axis = random.int(0, source.shape.length - 1)
  const length = source.shape[axis]!
  const own = from.kind === 'const' ? [] : from.shape
  const shape = [...source.shape.slice(0, axis), ...own, ...source.shape.slice(axis + 1)]
  if (length === 0 || sizeOf(shape) > MOST) return null
  const mode = random.pick(INDEX_MODES)
  const index = indexFrom(random, interner, from, length, mode)
  const aligned = interner.reshape(index, index.uniform ? [] : [...own, ...source.shape.slice(axis + 1).map(() => 1)])
  const { strides } = broadcastView(aligned.shape, shape)
  const spread = index.uniform ? index : interner.view(aligned, shape, strides, 0)
  return interner.gather(source, spread, shape, { axis, span: own.length, mode })
}

/** An operation with a schedule of its own; null where the operand is none for the one that was picked. */
export function randomCall(random: Random, interner: Interner, a: Node, slots: readonly TypedArray[]): Node | null {
  if (a.kind === 'const' || a.uniform || a.shape.length === 0 || sizeOf(a.shape) > MOST) return null
  const op = random.pick([
    'cumsum',
    'cumprod',
    'cummax',
    'cummin',
    'step',
    'sort',
    'argsort',
    'argmax',
    'argmin',
    'searchsorted',
    'compress',
    'positions',
    'update',
    'ranked',
    'tally',
    'weighted_tally',
    'matmul',
    'correlate',
    'reduceat',
    'packbits',
    'unpackbits',
    'draw',
  ] as const)
  const flat = interner.reshape(a, [sizeOf(a.shape)])
  switch (op) {
    case 'step': {
      const dtype = random.pick(['float64', 'float32'] as const)
      return interner.scan(randomStep(random, dtype), interner.cast(a, dtype), random.int(0, a.shape.length - 1))
    }
    case 'sort':
    case 'argsort':
      return interner.call(op, [a])
    case 'argmax':
    case 'argmin':
      return a.shape[a.shape.length - 1] === 0 ? null : interner.call(op, [a])
    case 'searchsorted':
      return interner.call(op, [interner.call('sort', [flat]), a], [random.int(0, 1)])
    case 'compress':
    case 'positions': {
      const mask = interner.map('le', [a, interner.constant(dtypeInfo[a.dtype].big ? 3n : random.pick([-1, 0, 3]), a.dtype)])
      const held = interpret(interner, [mask], slots)[0]!
      const count = (held as Uint8Array).reduce((n, x) => n + x, 0)
      return op === 'compress' ? interner.call(op, [mask, a], [count]) : interner.call(op, [mask], [count, random.int(0, 1)])
    }
    case 'update':
      return randomUpdate(random, interner, a, flat)
    case 'ranked': {
      const n = a.shape[a.shape.length - 1]!
      if (n === 0) return null
      const ranks = interner.map('floorrem', [interner.cast(flat, 'int32'), interner.constant(n, 'int32')])
      const few = interner.view(ranks, [Math.min(3, sizeOf(a.shape))], [1], 0)
      return interner.call(op, [interner.cast(a, 'float64'), few])
    }
    case 'tally':
    case 'weighted_tally': {
      const bins = random.pick([1, 4, 100])
      const [step, first] = [random.pick([1, 0.3]), random.pick([-5, 0, 0.1])].map((x) => interner.constant(x, 'float64'))
      const edges = interner.map('add', [interner.map('mul', [interner.iota([bins + 1]), step!]), first!])
      const numbers = interner.cast(a, 'float64')
      const weights = interner.map('abs', [numbers])
      return interner.call(op, op === 'tally' ? [numbers, edges] : [numbers, edges, weights], [bins])
    }
    case 'matmul': {
      // Matrices, or stacks of them.
      const [rows, columns] = a.shape.slice(-2)
      const stack = a.shape.slice(0, -2)
      if (a.shape.length < 2 || sizeOf(a.shape) * rows! > MOST) return null
      const typed = interner.cast(a, random.pick(['float64', 'float32', 'int32', 'bigint64'] as const))
      const strides = [...contiguousStrides(a.shape).slice(0, -2), 1, columns!]
      return interner.call('matmul', [typed, interner.view(typed, [...stack, columns!, rows!], strides, 0)])
    }
    case 'draw': {
      // Any four words are a stream.
      if (sizeOf(a.shape) < 4) return null
      const words = interner.view(interner.cast(flat, 'biguint64'), [4], [1], random.int(0, sizeOf(a.shape) - 4))
      return interner.call(op, [words], [random.pick([0, 1, 17, 300])])
    }
    case 'correlate': {
      const [n, m] = [sizeOf(a.shape), random.int(1, 30)]
      if (n === 0) return null
      const typed = interner.cast(flat, random.pick(['float64', 'float32', 'int32', 'bigint64'] as const))
      const short = interner.view(typed, [Math.min(n, m)], [1], 0)
      return interner.call(op, [typed, short], [random.int(0, n + m), random.int(0, 2), random.int(0, 1)])
    }
    case 'reduceat': {
      const axis = random.int(0, a.shape.length - 1)
      const length = a.shape[axis]!
      const join = random.pick(JOINS)
      if (length === 0 || !acceptsKind(primitives[join].accepts, a.dtype)) return null
      // Beginnings outside are moved inside.
      const starts = interner.cast(interner.view(flat, [random.int(0, Math.min(9, sizeOf(a.shape)))], [1], 0), 'int32')
      return interner.call(op, [a, starts], [JOINS.indexOf(join), axis])
    }
    case 'packbits': {
      const mask = interner.cast(a, random.pick(['bool', 'uint8', 'int8'] as const))
      return interner.call(op, [mask], [Math.ceil(a.shape.at(-1)! / 8), random.int(0, 1)])
    }
    case 'unpackbits':
      return interner.call(
        op,
        [interner.cast(a, 'uint8')],
        [random.int(0, 8 * Math.min(40, a.shape.at(-1)!) + 9), random.int(0, 1)],
      )
    default:
      if (a.dtype === 'bool' && (op === 'cumsum' || op === 'cumprod')) return null
      return interner.scan(scanOpOf(op)!, a, random.int(0, a.shape.length - 1))
  }
}

/** An array with places changed by what is computed from it. */
function randomUpdate(random: Random, interner: Interner, a: Node, flat: Node): Node {
  const size = sizeOf(a.shape)
  const how = random.int(0, CHANGES.length - 1)
  const target = CHANGES[how] === 'div' && !isFloat(a.dtype) ? interner.cast(a, 'float64') : a
  // Some are outside, and change nothing.
  const near = interner.map('floorrem', [interner.cast(flat, 'int32'), interner.constant(size + 3, 'int32')])
  const places = interner.cast(near, random.pick(['int32', 'bigint64'] as const))
  const values =
    random.next() < 0.3 ? interner.constant(dtypeInfo[target.dtype].big ? 3n : 3, target.dtype) : interner.reshape(target, [size])
  return interner.call('update', [target, places, interner.reshape(values, values.uniform ? [] : [size])], [how])
}

/** Numbers added to bins by an index that is computed from `from`. */
export function randomScatter(random: Random, interner: Interner, from: Node, value: Node): Node | null {
  const size = sizeOf(from.shape)
  if (from.kind === 'const' || from.uniform || size === 0 || size > MOST) return null
  const bins = random.pick([1, 3, 10, 70, 300])
  const index = indexFrom(random, interner, interner.reshape(from, [size]), bins, 'raise')
  const fits = !value.uniform && sizeOf(value.shape) === size
  const values = fits ? interner.reshape(value, [size]) : interner.constant(dtypeInfo[value.dtype].big ? 3n : 3, value.dtype)
  const numbers = interner.cast(values, value.dtype === 'bool' ? 'int32' : value.dtype)
  return interner.scatter(index, numbers, { parts: random.pick([1, 1, 2, 5]), bins })
}

/** A node after one like it along an axis, or twice. */
export function randomJoin(random: Random, interner: Interner, a: Node, pool: readonly Node[]): Node | null {
  if (a.uniform || a.shape.length === 0 || sizeOf(a.shape) > MOST / 4) return null
  const axis = random.int(0, a.shape.length - 1)
  const fits = (b: Node): boolean =>
    !b.uniform && b.shape.length === a.shape.length && b.shape.every((n, i) => i === axis || n === a.shape[i])
  const others = pool.filter(fits).map((b) => interner.cast(b, a.dtype))
  return interner.join([a, random.pick(others), ...(random.next() < 0.3 ? [a] : [])], axis)
}

/** A node shifted along an axis or along two, what is pushed out coming in at the other end: boxes of it, joined. */
export function randomRoll(random: Random, interner: Interner, a: Node): Node | null {
  if (a.uniform || a.shape.length === 0 || sizeOf(a.shape) === 0 || sizeOf(a.shape) > MOST) return null
  let rolled = a
  for (let times = random.int(1, 2); times > 0; times--) {
    const axis = random.int(0, a.shape.length - 1)
    const n = a.shape[axis]!
    const by = random.int(0, n)
    const strides = contiguousStrides(a.shape)
    const part = (from: number, to: number): Node =>
      interner.view(
        rolled,
        a.shape.map((length, k) => (k === axis ? to - from : length)),
        strides,
        from * strides[axis]!,
      )
    rolled = interner.join([part(n - by, n), part(0, n - by)], axis)
  }
  return rolled
}
