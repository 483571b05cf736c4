import { LANES } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'

/** Columns whose accumulators take half of the first-level cache, and as many as each pass has for all that. */
const [MOST_COLUMNS, FEWEST_COLUMNS] = [2048, 512]

/**
 * An `outer` kernel is called with at most this many columns at a time: the accumulators of all that it joins stay in the first-level cache. The more
 * of a row is read at once, the sooner it is there.
 */
export const columnsAtOnce = ({ reduces, scans }: { reduces: readonly unknown[]; scans: readonly unknown[] }): number =>
  Math.max(FEWEST_COLUMNS, 16 * Math.floor(MOST_COLUMNS / 16 / Math.max(1, reduces.length + scans.length)))

/**
 * Blocks of a line that are scanned side by side: a step waits for the one before it in its block as long as an addition takes, and not for those of
 * another block.
 */
export const ABREAST = 2

/** Bytes set aside for one accumulator: the widest lane. */
export const ACCUMULATOR = 8

/** Bytes of scratch memory a call of the kernel needs, at an address that is a multiple of 16. */
export function scratchBytes(kernel: Kernel): number {
  const each = kernel.kind === 'inner' ? LANES : kernel.kind === 'outer' ? columnsAtOnce(kernel) : 0
  return (kernel.reduces.length + kernel.scans.length) * each * ACCUMULATOR
}
