const bits = new BigInt64Array(1)
const float = new Float64Array(bits.buffer)

/** Position of a float64 among all of them, counted from zero. */
function rank(x: number): bigint {
  float[0] = x
  return bits[0] < 0n ? -(bits[0] & 0x7fffffffffffffffn) : bits[0]
}

/** The most float64 steps between any two corresponding elements. */
export function furthest(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) throw new Error(`lengths ${actual.length} and ${expected.length}`)
  let most = 0
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i])) continue
    if (Number.isNaN(actual[i]) || Number.isNaN(expected[i])) return Number.POSITIVE_INFINITY
    const distance = rank(actual[i]) - rank(expected[i])
    most = Math.max(most, Number(distance < 0n ? -distance : distance))
  }
  return most
}
