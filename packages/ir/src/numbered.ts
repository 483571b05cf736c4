/** What the elements of `int64` and `uint64` are in JavaScript: numbers, exact or not at all. */

const beyond = (value: number | bigint): RangeError =>
  new RangeError(
    `${value} is beyond ±(2^53 - 1), where numbers are not exact: astype('bigint64') or astype('biguint64') gives the same elements as bigints`,
  )

/** An element as a number. Throws `RangeError` where that is not exact. */
export function numberOf(element: bigint): number {
  const x = Number(element)
  if (!Number.isSafeInteger(x)) throw beyond(element)
  return x
}

/** A number as an element, truncated as stores into integer arrays truncate; bigints are taken as they are. Throws `RangeError` beyond ±(2^53 - 1). */
export function elementOf(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value
  const whole = Math.trunc(Number(value)) || 0
  if (Number.isSafeInteger(whole)) return BigInt(whole)
  if (Number.isFinite(whole)) throw beyond(value)
  return 0n
}
