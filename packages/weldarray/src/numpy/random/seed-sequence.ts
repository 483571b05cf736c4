/*
 * The mixing of seeds that NumPy's generators use (M. E. O'Neill's seed_seq design), so that one seed gives one
 * stream here and there.
 */
const POOL = 4
const INIT_A = 0x43b0d7e5
const MULT_A = 0x931e8875
const INIT_B = 0x8b51f9dd
const MULT_B = 0x58f38ded
const MIX_L = 0xca01f9dd
const MIX_R = 0x4973f715

const fold = (x: number): number => (x ^ (x >>> 16)) >>> 0

/** The 32-bit words of a non-negative integer, low first. */
function words(seed: bigint): number[] {
  const out: number[] = []
  for (let rest = seed; rest > 0n || out.length === 0; rest >>= 32n) out.push(Number(rest & 0xffffffffn))
  return out
}

/** `count` words of well-mixed state from an integer, or a list of integers. */
export function seedWords(seed: bigint | readonly bigint[], count: number): Uint32Array {
  const entropy = (typeof seed === 'bigint' ? [seed] : seed).flatMap(words)
  let factor = INIT_A
  const hash = (value: number): number => {
    const mixed = value ^ factor
    factor = Math.imul(factor, MULT_A)
    return fold(Math.imul(mixed, factor) >>> 0)
  }
  const mix = (x: number, y: number): number => fold((Math.imul(MIX_L, x) - Math.imul(MIX_R, y)) >>> 0)
  const pool = Array.from({ length: POOL }, (_, i) => hash(entropy[i] ?? 0))
  for (let from = 0; from < POOL; from++)
    for (let to = 0; to < POOL; to++) if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!))
  for (let from = POOL; from < entropy.length; from++)
    for (let to = 0; to < POOL; to++) pool[to] = mix(pool[to]!, hash(entropy[from]!))
  factor = INIT_B
  const out = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const value = pool[i % POOL]! ^ factor
    factor = Math.imul(factor, MULT_B)
    out[i] = fold(Math.imul(value, factor) >>> 0)
  }
  return out
}
