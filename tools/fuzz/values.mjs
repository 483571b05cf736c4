/*
 * What a fuzzed call is given: right arguments, nearly right ones, and what nobody would give.
 */

/** A stream of random numbers that depends on the seed and the number of the call alone, so that any call can be made again by itself. */
export function streamOf(seed, call) {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(call + 1, 0xc2b2ae35)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n) => Math.floor(next() * n)
  const pick = (list) => list[below(list.length)]
  return { next, below, pick, chance: (p) => next() < p }
}

const DTYPES = [
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'bigint64',
  'biguint64',
  'float32',
  'float64',
]
const SHAPES = [[], [0], [1], [3], [5], [2, 3], [3, 3], [0, 3], [3, 0], [1, 1], [2, 1, 3], [2, 2, 2], [1, 1, 1, 1, 2]]
const NUMBERS = [
  0,
  1,
  2,
  3,
  -1,
  -2,
  5,
  0.5,
  1.5,
  -0,
  NaN,
  Infinity,
  -Infinity,
  64,
  65,
  300,
  -300,
  1e-320,
  1e300,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  1e9,
]
const BIGINTS = [0n, 1n, -1n, 3n, 2n ** 31n, 2n ** 63n, -(2n ** 63n), 2n ** 64n, 10n ** 30n]
const WORDS = [
  '',
  'x',
  'axis',
  'float32',
  'int8',
  'float',
  'no such',
  '__proto__',
  'constructor',
  'toString',
  'raise',
  'clip',
  'left',
  'right',
  '1:',
  '::-1',
  '...',
  '0,1',
  ':, 0',
  'ij',
  'C',
  'F',
  'ij,jk->ik',
  'ii',
  '\0',
  'é',
  'linear',
  'reflect',
  'constant',
  'full',
  'valid',
  'same',
  'fro',
  'nuc',
]

/** Makers of values for one module's arrays. */
export function valuesFor(np, ndarray) {
  /** An array of this library: of any dtype and layout. */
  const array = (r) => {
    const shape = r.pick(SHAPES)
    const dtype = r.pick(DTYPES)
    const size = shape.reduce((n, d) => n * d, 1)
    const list = Array.from({ length: size }, () =>
      dtype === 'bool' ? r.chance(0.5) : r.below(7) - (dtype.includes('u') ? 0 : 3),
    )
    let x = np.array(list, { dtype }).reshape(shape)
    if (dtype.startsWith('float') && r.chance(0.2) && size > 0)
      x = np.where(np.less(x, 0), r.pick([NaN, Infinity, -0]), x).astype(dtype)
    switch (r.below(8)) {
      case 0:
        return x.T
      case 1:
        return shape.length > 0 ? np.flip(x) : x
      case 2:
        return shape.length > 0 ? x.slice('::2') : x
      case 3:
        return np.broadcast_to(x, [2, ...shape])
      case 4:
        return np.add(x, x)
      default:
        return x
    }
  }
  const nested = (r, depth = 0) => {
    if (depth > 2 || r.chance(0.4)) return r.pick([1, 2, 0, -1, true, 1.5, NaN, 3])
    const n = r.below(4)
    const one = r.chance(0.8) ? nested(r, depth + 1) : undefined
    return Array.from({ length: n }, () => one ?? nested(r, depth + 1))
  }
  const typed = (r) => {
    const Type = r.pick([Int8Array, Uint8Array, Uint8ClampedArray, Int32Array, Float32Array, Float64Array])
    return r.chance(0.1) ? BigInt64Array.of(1n, 2n) : Type.from({ length: r.below(5) }, () => r.below(4))
  }
  const integer = (r) => (r.chance(0.7) ? r.below(5) - 2 : r.pick(NUMBERS))
  const shape = (r) =>
    r.chance(0.3) ? r.below(5) : Array.from({ length: r.below(4) }, () => (r.chance(0.9) ? r.below(4) : integer(r)))
  const strange = (r) =>
    r.pick([
      () => undefined,
      () => null,
      () => r.pick(NUMBERS),
      () => r.pick(BIGINTS),
      () => r.pick(WORDS),
      () => r.chance(0.5),
      () => Symbol('s'),
      () => (x) => x,
      () => ({}),
      () => Object.create(null),
      () => [],
      () => [[1], [2, 3]],
      () => ['a', 'b'],
      () => [undefined],
      () => [null, 1],
      () => [Symbol('s')],
      () => new Date(0),
      () => new Map([[1, 2]]),
      () => new Set([1]),
      () => /x/,
      () => new ArrayBuffer(12),
      () => new DataView(new ArrayBuffer(8)),
      () => new Error('given'),
      () => Promise.resolve(1),
      () => ({ axis: integer(r) }),
      () => ({ out: array(r) }),
      () => ({ dtype: r.pick([...DTYPES, ...WORDS]) }),
      () => ({ [r.pick(WORDS)]: integer(r) }),
      () => ({ data: [1, 2], shape: [2], stride: [1], offset: 0, dtype: 'float64' }),
      () => ({
        data: Float64Array.of(1),
        shape: [r.pick(NUMBERS)],
        stride: [r.pick(NUMBERS)],
        offset: r.pick(NUMBERS),
        dtype: r.pick(DTYPES),
      }),
      () => ndarray(Float64Array.of(1, 2, 3), [2, 2]),
      () => ndarray([1, 2, 3]),
      () => {
        const loop = [1]
        loop.push(loop)
        return loop
      },
      () => {
        let looks = 0
        return new Proxy([1, 2, 3], { get: (t, k) => (k === 'length' ? (looks++ % 3) + 1 : Reflect.get(t, k)) })
      },
      () => {
        let deep = 1
        for (let i = 0; i < 70; i++) deep = [deep]
        return deep
      },
    ])()
  /** An array-like a caller means to give. */
  const any = (r) => (r.chance(0.6) ? array(r) : r.chance(0.5) ? nested(r) : r.chance(0.5) ? typed(r) : r.pick(NUMBERS))
  const callable = (r) => r.pick([(...a) => a[0], () => 1, (a) => np.sum(a ?? 0), () => undefined, (a, b) => np.add(a, b ?? 1)])
  const makers = {
    array: any,
    arrays: (r) => Array.from({ length: r.below(4) }, () => any(r)),
    ndarray: array,
    integer,
    integers: (r) => (r.chance(0.5) ? integer(r) : shape(r)),
    list: (r) => Array.from({ length: r.below(4) }, () => integer(r)),
    exact: (r) => (r.chance(0.5) ? integer(r) : r.pick(BIGINTS)),
    bounds: (r) => (r.chance(0.5) ? integer(r) : any(r)),
    exacts: (r) => [integer(r), integer(r)],
    number: (r) => r.pick(NUMBERS),
    scalar: (r) => r.pick(NUMBERS),
    numbers: (r, least = 0) => Array.from({ length: least + r.below(4) }, () => r.pick(NUMBERS)),
    strings: (r) => Array.from({ length: r.below(4) }, () => r.pick(WORDS)),
    path: (r) => r.pick(['a', 'b.txt', 'no/such']),
    pair: (r) => [r.pick(NUMBERS), r.pick(NUMBERS)],
    flag: (r) => r.chance(0.5),
    string: (r) => r.pick(WORDS),
    function: callable,
    object: (r) => ({ a: any(r), b: any(r) }),
    bytes: (r) => r.pick([new Uint8Array(16), new ArrayBuffer(8), Float64Array.of(1), new Uint8Array(3)]),
    iterable: (r) => r.pick([[1, 2], new Set([1, 2]), 'ab', np.arange(3)]),
    casting: (r) => r.pick(['no', 'equiv', 'safe', 'same_kind', 'unsafe']),
    dtype: (r) => r.pick(DTYPES),
    any: strange,
    null: () => null,
  }
  return { array, any, shape, strange, makers }
}
