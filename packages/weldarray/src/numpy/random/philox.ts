import { seedWords } from './seed-sequence.js'
import { BitSource, type Seed } from './source.js'

const MASK = (1n << 64n) - 1n
const MULTIPLIERS = [0xd2e7470ee14c6c93n, 0xca5a826395121157n] as const
const WEYL = [0x9e3779b97f4a7c15n, 0xbb67ae8584caa73bn] as const
const ROUNDS = 10

/**
 * Philox 4×64-10 (J. Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", 2011): a counter, encrypted. The stream for a
 * seed is that of NumPy's `Philox(seed)`.
 */
export class Philox extends BitSource {
  private readonly key: readonly [bigint, bigint]
  private counter = 0n
  private readonly block: bigint[] = []

  constructor(seed: Seed) {
    super()
    const w = seedWords(seed, 4)
    const number = (i: number): bigint => (BigInt(w[2 * i + 1]!) << 32n) | BigInt(w[2 * i]!)
    this.key = [number(0), number(1)]
  }

  next(): void {
    if (this.block.length === 0) this.refill()
    const drawn = this.block.pop()!
    this.high = Number(drawn >> 32n)
    this.low = Number(drawn & 0xffffffffn)
  }

  private refill(): void {
    this.counter = BigInt.asUintN(256, this.counter + 1n)
    let [c0, c1, c2, c3] = [0n, 64n, 128n, 192n].map((shift) => (this.counter >> shift) & MASK) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ]
    let [k0, k1] = this.key
    for (let round = 0; round < ROUNDS; round++) {
      const [p0, p1] = [MULTIPLIERS[0] * c0, MULTIPLIERS[1] * c2]
      ;[c0, c1, c2, c3] = [(p1 >> 64n) ^ c1 ^ k0, p1 & MASK, (p0 >> 64n) ^ c3 ^ k1, p0 & MASK]
      k0 = (k0 + WEYL[0]) & MASK
      k1 = (k1 + WEYL[1]) & MASK
    }
    this.block.push(c3, c2, c1, c0)
  }
}
