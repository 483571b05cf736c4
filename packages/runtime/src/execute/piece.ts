import { BLOCK } from '@weldarray/ir'
import type { Reading } from '@weldarray/optimizer'
import { Loop } from './loop.js'

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** A stretch of the outermost axis of a loop, as a loop: what it reduces to are some of that loop's partial results. */
export class Piece extends Loop {
  constructor(
    override readonly whole: Loop,
    product: Reading,
  ) {
    super(whole.step, product)
  }

  /** Elements that are reduced to one number, for each of the outermost axis; 0 where that is kept. */
  private get within(): number {
    const { kernel, runLength, lengths } = this.whole
    return kernel.kind === 'map' || kernel.rows > 0 ? 0 : runLength / lengths[0]!
  }

  /** Elements of the axis of which pieces have a multiple: blocks are reduced whole. */
  get unit(): number {
    return this.within === 0 ? 1 : BLOCK / gcd(BLOCK, this.within)
  }

  /** Takes the elements `from` to `to` of the axis. */
  narrow(from: number, to: number): void {
    const { whole, kernel, within } = this
    const all = whole.lengths[0]!
    const share = (length: number): number => (length / all) * (to - from)
    this.lengths[0] = to - from
    this.rows = kernel.rows > 0 ? share(whole.rows) : whole.rows
    this.runLength = within > 0 ? share(whole.runLength) : whole.runLength
    this.rowLength = kernel.rows > 0 || kernel.kind === 'outer' ? whole.rowLength : share(whole.rowLength)
    this.size = share(whole.size)
    this.measure()
    this.firstPartial = this.columns * (within > 0 ? (from * within) / BLOCK : ((from * whole.rows) / all) * whole.blocks)
  }
}
