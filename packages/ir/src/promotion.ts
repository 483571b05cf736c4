import { type DType, dtypeInfo, dtypeOfKind, isFloat, isInteger, limitsOf, type Scalar } from './dtype.js'
import { DTypeError } from './errors.js'

/** The dtype two arrays meet in (NumPy 2): the smallest that holds both, float64 for 64-bit signed with unsigned. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a
  if (a === 'bool') return b
  if (b === 'bool') return a
  const x = dtypeInfo[a]
  const y = dtypeInfo[b]
  if (x.kind === 'float' || y.kind === 'float') {
    if (x.kind === 'float' && y.kind === 'float') return 'float64'
    const [float, int] = x.kind === 'float' ? [a, y] : [b, x]
    return float === 'float32' && int.bytes <= 2 ? 'float32' : 'float64'
  }
  // Numbers meet bigints as bigints.
  if (x.kind === y.kind) return x.bytes === y.bytes ? x.stored : x.bytes > y.bytes ? a : b
  const [signed, unsigned] = x.kind === 'signed' ? [x, y] : [y, x]
  if (signed.bytes > unsigned.bytes) return x.kind === 'signed' ? a : b
  return dtypeOfKind('signed', unsigned.bytes * 2) ?? 'float64'
}

/**
 * The dtype in which all that have one meet, in whatever order they come: what two integers meet in may be wider than either, and too wide for the
 * float32 that holds both.
 */
export function meeting<T>(list: readonly T[], dtypeOf: (x: T) => DType | undefined): DType | undefined {
  let met: DType | undefined
  let isNarrow = false
  for (let i = 0; i < list.length; i++) {
    const dtype = dtypeOf(list[i]!)
    if (dtype === undefined) continue
    if (dtype === 'float32') isNarrow = true
    met = met === undefined ? dtype : promoteTypes(met, dtype)
  }
  if (!isNarrow || list.length < 3) return met
  return list.reduce((float: DType, x) => promoteTypes(float, dtypeOf(x) ?? float), 'float32')
}

/**
 * The dtype in which a JavaScript number, boolean or bigint meets an array of `dtype` (NEP 50, weak scalars):
 * a fraction lifts an integer array to float64, a whole number stays in its dtype and must fit it.
 * Throws `DTypeError` when it does not fit.
 */
export function promoteScalar(what: string, dtype: DType, value: Scalar | boolean): DType {
  if (typeof value === 'boolean' || isFloat(dtype)) return dtype
  const integer = typeof value === 'bigint' || Number.isInteger(value)
  if (!integer) return 'float64'
  const met = dtype !== 'bool' ? dtype : typeof value === 'bigint' ? 'bigint64' : 'int64'
  checkFits(what, met, BigInt(value))
  return met
}

/** Throws `DTypeError` unless the whole number fits the integer dtype. */
export function checkFits(what: string, dtype: DType, value: bigint): void {
  if (!isInteger(dtype)) return
  const [low, high] = limitsOf(dtype)
  if (value < low || value > high)
    throw new DTypeError(
      `${what}: the number ${value} does not fit ${dtype} (${low} to ${high}); cast the array or the number first`,
    )
}

/** The floating dtype a function like `exp` or true division computes in. */
export const floatFor = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64')

/** The floating dtype in which NumPy computes elementary functions; float16, which it takes for 8 bits, is float32 here. */
export const mathType = (d: DType): DType => (isFloat(d) ? d : dtypeInfo[d].bytes <= 2 ? 'float32' : 'float64')

/** The dtype of `sum` and `prod` of an array (NumPy: integers widen to 64 bits). */
export function sumType(dtype: DType): DType {
  const { kind, big } = dtypeInfo[dtype]
  if (kind === 'float' || big) return dtype
  return kind === 'unsigned' ? 'uint64' : 'int64'
}
