import { chance, type Random } from './random.js'

const g = globalThis as { Float16Array?: new (n: number) => Float32Array }

/** The typed arrays behind every indexed dtype of `ndarray` that this engine has. */
export const arrayTypes: Record<string, (length: number) => unknown[]> = {
  int8: (n) => new Int8Array(n) as never,
  uint8: (n) => new Uint8Array(n) as never,
  int16: (n) => new Int16Array(n) as never,
  uint16: (n) => new Uint16Array(n) as never,
  int32: (n) => new Int32Array(n) as never,
  uint32: (n) => new Uint32Array(n) as never,
  bigint64: (n) => new BigInt64Array(n) as never,
  biguint64: (n) => new BigUint64Array(n) as never,
  float32: (n) => new Float32Array(n) as never,
  float64: (n) => new Float64Array(n) as never,
  uint8_clamped: (n) => new Uint8ClampedArray(n) as never,
  buffer: (n) => Buffer.alloc(n) as never,
  array: (n) => new Array(n).fill(0),
  ...(g.Float16Array ? { float16: (n: number) => new g.Float16Array!(n) as never } : {}),
}

export const isBig = (dtype: string): boolean => dtype.startsWith('big')

/** The dtypes that library memory can have. */
export const ownable = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'bigint64', 'biguint64', 'float32', 'float64']

const special = [
  0,
  -0,
  1,
  -1,
  NaN,
  Infinity,
  -Infinity,
  0.5,
  -0.5,
  1.5,
  2.5,
  1e-310,
  255,
  256,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 + 3,
  0.49999999999999994,
]

export function randomElement(random: Random, dtype: string): number | bigint {
  if (isBig(dtype)) {
    if (chance(random, 0.3)) return BigInt(random.int(-3, 3))
    return BigInt(random.int(-(2 ** 31), 2 ** 31)) * BigInt(random.int(0, 2 ** 31))
  }
  if (chance(random, 0.35)) return random.pick(special)
  if (chance(random, 0.5)) return random.int(-20, 20)
  return (random.next() - 0.5) * 10 ** random.int(-3, 10)
}

/** Elements of a dtype: special values, small whole numbers, numbers of all sizes. */
export function randomData(random: Random, dtype: string, length: number): unknown[] {
  const data = arrayTypes[dtype]!(length)
  for (let i = 0; i < length; i++) data[i] = randomElement(random, dtype)
  return data
}
