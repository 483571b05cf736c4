import { asRefusal, DTypeError } from './errors.js'
import { didYouMean } from './nearest.js'

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array

/** A value of one element as JavaScript holds it: `bigint` for the 64-bit integers, `number` for all others (bool: 0 or 1). */
export type Scalar = number | bigint

/**
 * The register type an element type is computed in. Small integers and bool are widened to 32-bit lanes
 * when loaded and are brought back into range after every operation that can leave it.
 */
export type Lane = 'i32' | 'i64' | 'f32' | 'f64'

export type Kind = 'bool' | 'signed' | 'unsigned' | 'float'

export interface DTypeInfo {
  readonly bytes: 1 | 2 | 4 | 8
  readonly kind: Kind
  readonly lane: Lane
  /** Element values are `bigint`. */
  readonly big: boolean
  readonly array: new (arg: number | ArrayBufferLike, offset?: number, length?: number) => TypedArray
  /** NumPy's code: the letter of the kind and the number of bytes. */
  readonly code: string
  /** The dtype that kernels know it by: itself, or for what only arrays tell apart, the one it is stored as. */
  readonly stored: DType
}

const LETTERS: Readonly<Record<Kind, string>> = { bool: 'b', signed: 'i', unsigned: 'u', float: 'f' }

const row = (bytes: DTypeInfo['bytes'], kind: Kind, lane: Lane, array: unknown) => ({
  bytes,
  kind,
  lane,
  big: lane === 'i64',
  array: array as DTypeInfo['array'],
  code: LETTERS[kind] + bytes,
})

/**
 * The element types, a row each. The names are `ndarray`'s; `bool` is stored as 0 or 1 in a `Uint8Array`. `int64` and `uint64` are
 * NumPy's: their elements are those of `bigint64` and `biguint64`, which JavaScript gets and gives as numbers.
 */
const rows = {
  bool: row(1, 'bool', 'i32', Uint8Array),
  int8: row(1, 'signed', 'i32', Int8Array),
  uint8: row(1, 'unsigned', 'i32', Uint8Array),
  int16: row(2, 'signed', 'i32', Int16Array),
  uint16: row(2, 'unsigned', 'i32', Uint16Array),
  int32: row(4, 'signed', 'i32', Int32Array),
  uint32: row(4, 'unsigned', 'i32', Uint32Array),
  int64: row(8, 'signed', 'i64', BigInt64Array),
  uint64: row(8, 'unsigned', 'i64', BigUint64Array),
  bigint64: row(8, 'signed', 'i64', BigInt64Array),
  biguint64: row(8, 'unsigned', 'i64', BigUint64Array),
  float32: row(4, 'float', 'f32', Float32Array),
  float64: row(8, 'float', 'f64', Float64Array),
}

export type DType = keyof typeof rows

const STORED: Readonly<Partial<Record<DType, DType>>> = { int64: 'bigint64', uint64: 'biguint64' }

/** Every dtype. */
export const ARRAY_DTYPES = Object.keys(rows) as readonly DType[]

export const dtypeInfo = Object.fromEntries(ARRAY_DTYPES.map((d) => [d, { ...rows[d], stored: STORED[d] ?? d }])) as Readonly<
  Record<DType, DTypeInfo>
>

/** Those that kernels know. */
export const DTYPES: readonly DType[] = ARRAY_DTYPES.filter((d) => !(d in STORED))

/** The dtype as kernels know it. */
export const storedAs = (d: DType): DType => dtypeInfo[d].stored

/** Whether JavaScript gets and gives numbers for 64-bit integers. */
export const isNumbered = (d: string): d is 'int64' | 'uint64' => d === 'int64' || d === 'uint64'

/** The dtype of a kind with elements of so many bytes. */
export const dtypeOfKind = (kind: Kind, bytes: number): DType | undefined =>
  ARRAY_DTYPES.find((d) => dtypeInfo[d].kind === kind && dtypeInfo[d].bytes === bytes)

const OF_ARRAYS = new Map(DTYPES.filter((d) => dtypeInfo[d].kind !== 'bool').map((d) => [dtypeInfo[d].array.name, d]))

/** The dtype of a typed array's elements, by the name of its constructor: `Uint8Array` is uint8. */
export const dtypeOfTypedArray = (name: string): DType | undefined => OF_ARRAYS.get(name)

/** NumPy's codes of one character. */
const CHARACTERS = {
  '?': 'bool',
  b: 'int8',
  B: 'uint8',
  h: 'int16',
  H: 'uint16',
  i: 'int32',
  I: 'uint32',
  l: 'int64',
  L: 'uint64',
  q: 'int64',
  Q: 'uint64',
  n: 'int64',
  N: 'uint64',
  p: 'int64',
  P: 'uint64',
  f: 'float32',
  d: 'float64',
} as const satisfies Readonly<Record<string, DType>>

/** NumPy's other names, and its codes. */
const ALIASES: Readonly<Record<string, DType>> = {
  ...CHARACTERS,
  bool_: 'bool',
  double: 'float64',
  single: 'float32',
  float: 'float64',
  int: 'int64',
  uint: 'uint64',
  intp: 'int64',
  uintp: 'uint64',
  byte: 'int8',
  ubyte: 'uint8',
  short: 'int16',
  ushort: 'uint16',
  intc: 'int32',
  uintc: 'uint32',
  ...Object.fromEntries(
    ARRAY_DTYPES.filter((d) => d !== 'bool').map((d) => [dtypeInfo[d].code, dtypeOfKind(dtypeInfo[d].kind, dtypeInfo[d].bytes)!]),
  ),
}

/** The dtype each name stands for: dtypes by their own, NumPy's other names, its codes. */
export const DTYPE_NAMES: Readonly<Record<string, DType>> = {
  ...Object.fromEntries(ARRAY_DTYPES.map((d) => [d, d])),
  ...ALIASES,
}

/** Element types that only a caller's own data has, by the names `ndarray` gives them, and the dtype as which such elements are read. */
export const READ_AS = {
  uint8_clamped: 'uint8',
  float16: 'float32',
  array: 'float64',
  buffer: 'uint8',
  generic: 'float64',
} as const satisfies Readonly<Record<string, DType>>

/** What stands for a dtype: its names, and those of callers' data, so that an array's `dtype` is one. */
const UNDERSTOOD: Readonly<Record<string, DType>> = { ...DTYPE_NAMES, ...READ_AS }

export const isDType = (name: unknown): name is DType => typeof name === 'string' && Object.hasOwn(dtypeInfo, name)

/** The dtype a name stands for: NumPy's spellings, and what any array's `dtype` may be. Throws `DTypeError` for an unknown name. */
export function toDType(name: string): DType {
  if (isDType(name)) return name
  if (typeof name === 'string' && Object.hasOwn(UNDERSTOOD, name)) return UNDERSTOOD[name]!
  const hint = typeof name === 'string' ? didYouMean(name, Object.keys(DTYPE_NAMES)) : ''
  throw new DTypeError(
    `unknown dtype ${typeof name === 'string' ? `'${name}'` : typeof name}:${hint} expected one of ${ARRAY_DTYPES.join(', ')} (or another name of NumPy's)`,
  )
}

export const isFloat = (d: DType): boolean => dtypeInfo[d].kind === 'float'
export const isBig = (d: DType): boolean => dtypeInfo[d].big
/** 0 as the cells of `d` give and take it: a bigint where they do. */
export const zeroOf = (d: DType): Scalar => (dtypeInfo[d].big ? 0n : 0)
export const isInteger = (d: DType): boolean => dtypeInfo[d].kind === 'signed' || dtypeInfo[d].kind === 'unsigned'
export const isUnsigned = (d: DType): boolean => dtypeInfo[d].kind === 'unsigned'

/** The smallest and the largest whole number of an integer dtype. */
export function limitsOf(dtype: DType): readonly [low: bigint, high: bigint] {
  const { kind, bytes } = dtypeInfo[dtype]
  const values = 1n << BigInt(8 * bytes)
  return kind === 'unsigned' ? [0n, values - 1n] : [-values / 2n, values / 2n - 1n]
}

/** A zeroed typed array that holds `length` elements of `dtype`. Throws `MemoryLimitError` where the engine has no memory for it. */
export function allocate(dtype: DType, length: number): TypedArray {
  try {
    return new dtypeInfo[dtype].array(length)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A view of `length` elements of `dtype` over `buffer`, from `byteOffset`. */
export const viewOver = (dtype: DType, buffer: ArrayBufferLike, byteOffset: number, length: number): TypedArray =>
  new dtypeInfo[dtype].array(buffer, byteOffset, length)
