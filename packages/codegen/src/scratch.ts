import { LANES } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'

/** An `outer` kernel is called with at most this many columns at a time: their accumulators fit the first-level cache. */
export const OUTER_TILE = 512

/**
 * Blocks of a line that are scanned side by side: a step waits for the one before it in its block as long as an addition takes, and not for those of
 * another block.
 */
export const ABREAST = 2

/** Bytes set aside for one accumulator: the widest lane. */
export const ACCUMULATOR = 8

/** Bytes of scratch memory a call of the kernel needs, at an address that is a multiple of 16. */
export function scratchBytes(kernel: Kernel): number {
  const each = kernel.kind === 'inner' ? LANES : kernel.kind === 'outer' ? OUTER_TILE : 0
  return (kernel.reduces.length + kernel.scans.length) * each * ACCUMULATOR
}
