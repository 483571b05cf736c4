import {
  broadcastView,
  contiguousStrides,
  dtypeInfo,
  INDEX_MODES,
  type Interner,
  interpret,
  type Node,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import type { Random } from './programs.js'

/** Few enough elements for the slow reference. */
const MOST = 20_000

/** `indices` as whole numbers that are inside of `length` in the mode `raise`, or in no way in the others. */
function indexFrom(random: Random, interner: Interner, from: Node, length: number, raises: boolean): Node {
  const whole = interner.cast(from, 'int32')
  const near = interner.map('floorrem', [whole, interner.constant(raises ? length : 3 * length, 'int32')])
  const moved = interner.map('sub', [near, interner.constant(raises ? random.int(0, length) : length, 'int32')])
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
  const index = indexFrom(random, interner, from, length, mode === 'raise')
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
    'sort',
    'argsort',
    'argmax',
    'argmin',
    'searchsorted',
    'compress',
    'matmul',
  ] as const)
  const flat = interner.reshape(a, [sizeOf(a.shape)])
  switch (op) {
    case 'sort':
    case 'argsort':
      return interner.call(op, [a])
    case 'argmax':
    case 'argmin':
      return a.shape[a.shape.length - 1] === 0 ? null : interner.call(op, [a])
    case 'searchsorted':
      return interner.call(op, [interner.call('sort', [flat]), a], [random.int(0, 1)])
    case 'compress': {
      const mask = interner.map('le', [a, interner.constant(dtypeInfo[a.dtype].big ? 3n : random.pick([-1, 0, 3]), a.dtype)])
      const held = interpret(interner, [mask], slots)[0]!
      const count = (held as Uint8Array).reduce((n, x) => n + x, 0)
      return interner.call('compress', [mask, a], [count])
    }
    case 'matmul': {
      const [rows, columns] = a.shape
      if (a.shape.length !== 2 || rows! * rows! * columns! > MOST) return null
      const typed = interner.cast(a, random.pick(['float64', 'float32', 'int32', 'bigint64'] as const))
      return interner.call('matmul', [typed, interner.view(typed, [columns!, rows!], [1, columns!], 0)])
    }
    default:
      if (a.dtype === 'bool' && (op === 'cumsum' || op === 'cumprod')) return null
      return interner.call(op, [a], [random.int(0, a.shape.length - 1)])
  }
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
