import { ROOT_HALF, TO_BINADE } from '@weldarray/ir'

/**
 * What the generated loops share: the functions that emitters' JavaScript forms call, by name, each after those it needs.
 */
const parts: Readonly<Record<string, string>> = {
  f64: `const f64 = new Float64Array(1)`,
  i32: `const i32 = new Int32Array(f64.buffer)`,
  TWO_52: `const TWO_52 = 2 ** 52`,
  negative: `const negative = (x) => x < 0 || (x === 0 && 1 / x < 0)`,
  copysign: `const copysign = (x, y) => (negative(x) === negative(y) ? x : -x)`,
  nearest: `/** To the nearest whole number, ties to even. */
function nearest(x) {
  if (!(Math.abs(x) < TWO_52)) return x
  return negative(x) ? -(TWO_52 - x - TWO_52) : x + TWO_52 - TWO_52
}`,
  pow2placed: `function pow2placed(sum) {
  f64[0] = sum
  i32[1] = i32[0] << 20
  i32[0] = 0
  return f64[0]
}`,
  binade: `function binade(x) {
  f64[0] = x
  return ((i32[1] + ${TO_BINADE}) >>> 20) - 1023
}`,
  significand: `function significand(x) {
  f64[0] = x
  i32[1] = ((i32[1] + ${TO_BINADE}) & 0xfffff) + ${ROOT_HALF}
  return f64[0]
}`,
  exponent: `function exponent(x) {
  f64[0] = x
  return ((i32[1] >>> 20) & 0x7ff) - 1023
}`,
  mantissa: `function mantissa(x) {
  f64[0] = x
  i32[1] = (i32[1] & 0xfffff) | 0x3ff00000
  return f64[0]
}`,
  head: `function head(x) {
  f64[0] = x
  i32[0] = 0
  return f64[0]
}`,
  floorrem: `function floorrem(a, b) {
  if (b === 0) return 0
  const r = a % b
  return r !== 0 && r < 0 !== b < 0 ? r + b : r
}`,
  floordivBig: `function floordivBig(a, b) {
  if (b === 0n) return 0n
  const q = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q
}`,
  floorremBig: `function floorremBig(a, b) {
  if (b === 0n) return 0n
  const r = a % b
  return r !== 0n && r < 0n !== b < 0n ? r + b : r
}`,
  bigOf: `const bigOf = (x) => (Number.isFinite(x) ? BigInt(Math.trunc(x)) : 0n)`,
}

/** Those of them that `text` uses, as source. */
export function prelude(text: string): string {
  let all = text
  const used: string[] = []
  for (const [name, part] of Object.entries(parts).reverse()) {
    if (!new RegExp(`(?<!')\\b${name}\\b`).test(all)) continue
    used.unshift(part)
    all += part
  }
  return used.join('\n')
}
