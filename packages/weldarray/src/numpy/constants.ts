/*
 * NumPy's constants, and its dtypes by name: `np.zeros(3, np.float32)`, `x.dtype === np.float32`.
 */
export const nan = NaN
export const inf = Infinity
export const pi = Math.PI
export const e = Math.E
export const euler_gamma = 0.5772156649015329
/** A new axis of length 1 in `slice` and `at`. */
export const newaxis = null
export const little_endian: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

export const bool = 'bool'
export const bool_ = 'bool'
export const int8 = 'int8'
export const int16 = 'int16'
export const int32 = 'int32'
export const int64 = 'int64'
export const uint8 = 'uint8'
export const uint16 = 'uint16'
export const uint32 = 'uint32'
export const uint64 = 'uint64'
export const float32 = 'float32'
export const float64 = 'float64'
/** scijs's name of the 64-bit integers whose elements are bigints. */
export const bigint64 = 'bigint64'
/** scijs's name of the unsigned 64-bit integers whose elements are bigints. */
export const biguint64 = 'biguint64'

// C's names, on the platforms Node runs on.
export {
  float32 as single,
  float64 as double,
  int8 as byte,
  int16 as short,
  int32 as intc,
  int64 as int_,
  int64 as intp,
  int64 as long,
  int64 as longlong,
  uint8 as ubyte,
  uint16 as ushort,
  uint32 as uintc,
  uint64 as uint,
  uint64 as uintp,
  uint64 as ulong,
  uint64 as ulonglong,
}

/** The kinds of dtypes, for `issubdtype`. */
export const generic = 'generic'
export const number = 'number'
export const integer = 'integer'
export const signedinteger = 'signedinteger'
export const unsignedinteger = 'unsignedinteger'
export const inexact = 'inexact'
export const floating = 'floating'
export const complexfloating = 'complexfloating'
export type DTypeKind =
  | typeof generic
  | typeof number
  | typeof integer
  | typeof signedinteger
  | typeof unsignedinteger
  | typeof inexact
  | typeof floating
  | typeof complexfloating
