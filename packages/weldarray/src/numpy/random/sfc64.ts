import { seedWords } from './seed-sequence.js'
import { BitSource, type Seed } from './source.js'

/**
 * SFC64 (C. Doty-Humphrey, "PractRand": a small fast chaotic generator with a counter). The stream for a seed is that of
 * NumPy's `SFC64(seed)`. Numbers of 64 bits are pairs of words, high first, since bigints are slow.
 */
export class SFC64 extends BitSource {
  private readonly state: Uint32Array

  constructor(seed: Seed) {
    super()
    const w = seedWords(seed, 6)
    // Three numbers from the seed, and a counter.
    this.state = Uint32Array.of(w[1]!, w[0]!, w[3]!, w[2]!, w[5]!, w[4]!, 0, 1)
    for (let i = 0; i < 12; i++) this.next()
  }

  next(): void {
    const s = this.state
    const [aHigh, aLow, bHigh, bLow, cHigh, cLow, nHigh, nLow] = s as unknown as number[]
    let low = aLow! + bLow! + nLow!
    const high = aHigh! + bHigh! + nHigh! + Math.floor(low / 2 ** 32)
    low >>>= 0
    this.high = high >>> 0
    this.low = low
    s[7] = nLow! + 1
    if (nLow === 0xffffffff) s[6] = nHigh! + 1
    // a = b ^ (b >> 11)
    s[0] = bHigh! ^ (bHigh! >>> 11)
    s[1] = bLow! ^ ((bLow! >>> 11) | (bHigh! << 21))
    // b = c + (c << 3)
    const shifted = (cLow! << 3) >>> 0
    s[3] = cLow! + shifted
    s[2] = cHigh! + ((cHigh! << 3) | (cLow! >>> 29)) + Number(cLow! + shifted >= 2 ** 32)
    // c = rotate(c, 24) + what is drawn
    const turnedLow = ((cLow! << 24) | (cHigh! >>> 8)) >>> 0
    s[5] = turnedLow + low
    s[4] = ((cHigh! << 24) | (cLow! >>> 8)) + this.high + Number(turnedLow + low >= 2 ** 32)
  }
}
