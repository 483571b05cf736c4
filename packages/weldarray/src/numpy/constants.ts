/*
 * NumPy's constants, and its dtypes by name: `np.zeros(3, np.float32)`, `x.dtype === np.float32`.
 */
/**
 * Not a number. NumPy's `numpy.nan`.
 * @example
 * np.nan_to_num([1, np.nan]) // array([1., 0.])
 */
export const nan = NaN
/**
 * Infinity. NumPy's `numpy.inf`.
 * @example
 * np.minimum([1, 5], np.inf) // array([1., 5.])
 */
export const inf = Infinity
/**
 * The ratio of a circle's circumference to its diameter. NumPy's `numpy.pi`.
 * @example
 * np.sin(np.pi / 2).item() // 1
 */
export const pi = Math.PI
/**
 * Euler's number, the base of natural logarithms. NumPy's `numpy.e`.
 * @example
 * np.log(np.e).item() // 1
 */
export const e = Math.E
/**
 * The Euler-Mascheroni constant. NumPy's `numpy.euler_gamma`.
 * @example
 * np.euler_gamma // 0.5772156649015329
 */
export const euler_gamma = 0.5772156649015329
/**
 * A new axis of length 1 in `slice` and `at`. NumPy's `numpy.newaxis`.
 * @example
 * np.slice([1, 2], ':', np.newaxis)
 * // array([[1.],
 * //        [2.]])
 */
export const newaxis = null
/**
 * Whether this machine stores the low byte of a number first. NumPy's `numpy.little_endian`.
 * @example
 * np.little_endian // true
 */
export const little_endian: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * The dtype of truth values, a byte each; elements are 0 and 1 to `get`, booleans to `item` and `tolist`. NumPy's
 * `numpy.bool`.
 * @example
 * np.zeros(2, np.bool) // array([False, False])
 */
export const bool = 'bool'
/**
 * NumPy's other name of `bool`.
 * @example
 * np.zeros(2, np.bool_) // array([False, False])
 */
export const bool_ = 'bool'
/**
 * The dtype of integers of 8 bits, -128 to 127. NumPy's `numpy.int8`.
 * @example
 * np.zeros(2, np.int8) // array([0, 0], dtype=int8)
 */
export const int8 = 'int8'
/**
 * The dtype of integers of 16 bits, -32768 to 32767. NumPy's `numpy.int16`.
 * @example
 * np.zeros(2, np.int16) // array([0, 0], dtype=int16)
 */
export const int16 = 'int16'
/**
 * The dtype of integers of 32 bits, -2147483648 to 2147483647. NumPy's `numpy.int32`.
 * @example
 * np.zeros(2, np.int32) // array([0, 0], dtype=int32)
 */
export const int32 = 'int32'
/**
 * The dtype of integers of 64 bits whose elements are numbers to JavaScript; those beyond ±(2⁵³ - 1) throw a `RangeError` when
 * they are read. NumPy's `numpy.int64`.
 * @example
 * np.zeros(2, np.int64).dtype // 'int64'
 */
export const int64 = 'int64'
/**
 * The dtype of integers of 8 bits, 0 to 255. NumPy's `numpy.uint8`.
 * @example
 * np.zeros(2, np.uint8) // array([0, 0], dtype=uint8)
 */
export const uint8 = 'uint8'
/**
 * The dtype of integers of 16 bits, 0 to 65535. NumPy's `numpy.uint16`.
 * @example
 * np.zeros(2, np.uint16) // array([0, 0], dtype=uint16)
 */
export const uint16 = 'uint16'
/**
 * The dtype of integers of 32 bits, 0 to 4294967295. NumPy's `numpy.uint32`.
 * @example
 * np.zeros(2, np.uint32) // array([0, 0], dtype=uint32)
 */
export const uint32 = 'uint32'
/**
 * The dtype of unsigned integers of 64 bits whose elements are numbers to JavaScript; those beyond 2⁵³ - 1 throw a
 * `RangeError` when they are read. NumPy's `numpy.uint64`.
 * @example
 * np.zeros(2, np.uint64).dtype // 'uint64'
 */
export const uint64 = 'uint64'
/**
 * The dtype of single precision: 24 bits, 7 decimal digits. NumPy's `numpy.float32`.
 * @example
 * np.zeros(2, np.float32) // array([0., 0.], dtype=float32)
 */
export const float32 = 'float32'
/**
 * The dtype of double precision, JavaScript's numbers: 53 bits, 15 decimal digits. NumPy's `numpy.float64`.
 * @example
 * np.zeros(2, np.float64) // array([0., 0.])
 */
export const float64 = 'float64'
/**
 * scijs's name of the 64-bit integers whose elements are bigints.
 * @example
 * np.zeros(2, np.bigint64).tolist() // [ 0n, 0n ]
 */
export const bigint64 = 'bigint64'
/**
 * scijs's name of the unsigned 64-bit integers whose elements are bigints.
 * @example
 * np.zeros(2, np.biguint64).tolist() // [ 0n, 0n ]
 */
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

/**
 * The kinds of dtypes, for `issubdtype`. NumPy's `numpy.generic`.
 * @example
 * np.issubdtype('bool', np.generic) // true
 */
export const generic = 'generic'
/**
 * The kind of all dtypes but bool, for `issubdtype`. NumPy's `numpy.number`.
 * @example
 * np.issubdtype('bool', np.number) // false
 */
export const number = 'number'
/**
 * The kind of integers, signed or not, for `issubdtype`. NumPy's `numpy.integer`.
 * @example
 * np.issubdtype('uint8', np.integer) // true
 */
export const integer = 'integer'
/**
 * The kind of signed integers, for `issubdtype`. NumPy's `numpy.signedinteger`.
 * @example
 * np.issubdtype('uint8', np.signedinteger) // false
 */
export const signedinteger = 'signedinteger'
/**
 * The kind of unsigned integers, for `issubdtype`. NumPy's `numpy.unsignedinteger`.
 * @example
 * np.issubdtype('uint8', np.unsignedinteger) // true
 */
export const unsignedinteger = 'unsignedinteger'
/**
 * The kind of floats (and, in NumPy, of complex numbers), for `issubdtype`. NumPy's `numpy.inexact`.
 * @example
 * np.issubdtype('float32', np.inexact) // true
 */
export const inexact = 'inexact'
/**
 * The kind of floats, for `issubdtype`. NumPy's `numpy.floating`.
 * @example
 * np.issubdtype('float32', np.floating) // true
 */
export const floating = 'floating'
/**
 * The kind of complex numbers, of which there are none here, for `issubdtype`. NumPy's `numpy.complexfloating`.
 * @example
 * np.issubdtype('float32', np.complexfloating) // false
 */
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
