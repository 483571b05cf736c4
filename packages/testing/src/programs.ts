import {
  acceptsKind,
  allocate,
  broadcastShapes,
  broadcastView,
  contiguousStrides,
  DTYPES,
  type DType,
  dtypeInfo,
  Interner,
  type MapOp,
  mapOps,
  type Node,
  opOf,
  type Scalar,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import { randomCall, randomGather, randomJoin, randomRoll, randomScatter } from './programs-builders.js'

/** A random source that can be asked for what tests need; the same seed gives the same answers. */
export class Random {
  private state: number

  constructor(readonly seed: number) {
    this.state = seed >>> 0 || 1
  }

  /** A float in [0, 1): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** An integer in [low, high]. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!
  }
}

/** Operations whose operands are of several dtypes. */
const SPECIAL_FORMS = new Set<MapOp>(['cast', 'select', 'likely'])

/** What numbers are hard cases of. */
const SPECIAL = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  Number.NaN,
  Infinity,
  -Infinity,
  1e-310,
  -5e-324,
  1e300,
  3.7,
  -2.5,
  255,
  256,
  -129,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 + 5,
  1e19,
]

/** A value for `dtype`, special ones included. */
export function randomScalar(random: Random, dtype: DType): Scalar {
  const { big, kind } = dtypeInfo[dtype]
  if (kind === 'bool') return random.int(0, 1)
  if (big) {
    const wide = (BigInt(random.int(0, 2 ** 31)) << 33n) ^ BigInt(random.int(-(2 ** 31), 2 ** 31))
    return random.next() < 0.5 ? BigInt(random.int(-3, 70)) : wide
  }
  if (random.next() < 0.2) return random.pick(SPECIAL)
  if (kind === 'float') return (random.next() - 0.5) * 10 ** random.int(-3, 4)
  return random.next() < 0.5 ? random.int(-5, 40) : random.int(-(2 ** 31), 2 ** 32)
}

export function randomArray(random: Random, dtype: DType, length: number): TypedArray {
  const out = allocate(dtype, length)
  for (let i = 0; i < length; i++) (out as unknown as Scalar[])[i] = randomScalar(random, dtype)
  return out
}

export interface Program {
  readonly interner: Interner
  readonly roots: readonly Node[]
  readonly slots: readonly TypedArray[]
}

/** What can be made of operands of one dtype: every operation of the table that is specified for any number. */
const operations = new Map<DType, readonly MapOp[]>(
  DTYPES.map((dtype) => [
    dtype,
    (Object.keys(mapOps) as MapOp[]).filter((op) => {
      const def = opOf(op)
      return acceptsKind(def.accepts, dtype) && !SPECIAL_FORMS.has(op) && !(def.kind === 'primitive' && def.partial)
    }),
  ]),
)

/** A random graph over random inputs: maps of mixed dtypes, casts, comparisons, selects, views of all kinds, reductions, gathers, calls. */
export function randomProgram(
  random: Random,
  dtypes: readonly DType[],
  nodes: number,
  shapes: readonly (readonly number[])[],
): Program {
  const interner = new Interner()
  const slots: TypedArray[] = []
  const pool: Node[] = []
  const input = (): Node => {
    const shape = random.pick(shapes)
    const dtype = random.pick(dtypes)
    // Of its own seed, so that a program of other sizes goes on in the same way.
    slots.push(randomArray(new Random(random.int(1, 2 ** 31)), dtype, sizeOf(shape)))
    return interner.input(slots.length - 1, dtype, shape)
  }
  const fit = (a: Node, b: Node): [Node, Node] | null => {
    if (a.kind === 'const' || b.kind === 'const') return [a, b]
    try {
      const shape = broadcastShapes('fit', a.shape, b.shape)
      const to = (n: Node): Node => {
        if (String(n.shape) === String(shape)) return n
        const v = broadcastView(n.shape, shape)
        return interner.view(n, v.shape, v.strides, v.offset)
      }
      return sizeOf(shape) > 10000 ? null : [to(a), to(b)]
    } catch {
      return null
    }
  }
  const take = (dtype?: DType): Node => {
    const node = random.pick(pool)
    return dtype === undefined || node.dtype === dtype ? node : interner.cast(node, dtype)
  }
  pool.push(input(), input())
  for (let i = 0; i < nodes; i++) {
    const kind = random.int(0, 14)
    const a = take()
    if (kind === 0) pool.push(random.next() < 0.7 ? input() : interner.iota(random.pick(shapes)))
    else if (kind === 1 && a.shape.length > 0) {
      const shape: number[] = []
      const strides: number[] = []
      let offset = 0
      contiguousStrides(a.shape).forEach((s, axis) => {
        const n = a.shape[axis]!
        const step = random.pick([1, 1, 2, -1, -2, 3])
        const count = n === 0 ? 0 : random.int(1, Math.max(1, Math.floor(n / Math.abs(step))))
        const span = (count - 1) * Math.abs(step)
        const start = random.int(0, Math.max(0, n - 1 - span)) + (step < 0 ? span : 0)
        shape.push(count)
        strides.push(s * step)
        if (n > 0) offset += start * s
      })
      if (random.next() < 0.3) {
        shape.reverse()
        strides.reverse()
      }
      pool.push(interner.view(a, shape, strides, offset))
    } else if (kind === 2) {
      pool.push(interner.reshape(a, random.next() < 0.5 ? [sizeOf(a.shape)] : [1, ...a.shape]))
    } else if (kind === 3 && a.shape.length > 0 && sizeOf(a.shape) > 0) {
      const axes = a.shape.map((_, x) => x).filter(() => random.next() < 0.6)
      const op = random.pick(['sum', 'prod', 'min', 'max'] as const)
      if (axes.length > 0 && (a.dtype !== 'bool' || op === 'min' || op === 'max')) pool.push(interner.reduce(op, a, axes))
    } else if (kind === 4) {
      pool.push(interner.cast(a, random.pick(dtypes)))
    } else if (kind === 5) {
      const pair = fit(a, take(a.dtype))
      if (pair) pool.push(interner.map(random.pick(['lt', 'le', 'eq', 'ne', 'ge', 'gt'] as const), pair))
    } else if (kind === 7) {
      const taken = randomGather(random, interner, a, take())
      if (taken) pool.push(taken)
    } else if (kind === 9) {
      const joined = randomJoin(random, interner, a, pool)
      if (joined) pool.push(joined)
    } else if (kind === 11) {
      const scattered = randomScatter(random, interner, a, take())
      if (scattered) pool.push(scattered)
    } else if (kind === 10) {
      // Both, so that they meet in an operation.
      const rolled = randomRoll(random, interner, a)
      if (rolled) pool.push(rolled, rolled)
    } else if (kind === 8) {
      const called = randomCall(random, interner, a, slots)
      if (called) pool.push(called)
    } else if (kind === 6) {
      const pair = fit(a, take(a.dtype))
      if (pair) {
        const shape = broadcastShapes('select', pair[0].shape, pair[1].shape)
        const cond = interner.map('lt', pair)
        const form = random.pick(['select', 'likely'] as const)
        if (String(cond.shape) === String(shape)) pool.push(interner.map(form, [cond, pair[1], pair[0]]))
      }
    } else {
      const op = random.pick(operations.get(a.dtype)!)
      if (opOf(op).arity === 1) pool.push(interner.map(op, [a]))
      else {
        const other = random.next() < 0.3 ? interner.constant(randomScalar(random, a.dtype), a.dtype) : take(a.dtype)
        const pair = fit(a, other)
        if (pair) pool.push(interner.map(op, random.next() < 0.5 ? pair : [pair[1], pair[0]]))
      }
    }
  }
  const roots = Array.from({ length: random.int(1, 3) }, () => random.pick(pool)).filter((n) => n.kind !== 'const')
  return { interner, roots: roots.length > 0 ? roots : [pool[0]!], slots }
}
