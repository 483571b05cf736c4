import { dtypeInfo } from '@weldarray/ir'
import type { Scatter } from '@weldarray/optimizer'
import { laneOf } from '../emitters/types.js'
import { loadScalar, storeScalar } from './access.js'
import { combineScalar } from './combine.js'
import type { Frame } from './frame.js'
import { gatherOffset } from './gather.js'
import type { Arg } from './scope.js'

/**
 * Sets the pointers of all scatters to the bins of the part that begins at column `col0`, and clears these: a call can be done again.
 */
export function clearBins(f: Frame): void {
  const { e, args, kernel, layout } = f
  const { i32 } = e.m
  for (const { slot } of kernel.scatters) {
    const bytes = dtypeInfo[kernel.accesses[slot]!.dtype].bytes
    const length = e.hold(e.wasm.types.i32, i32.mul(f.gathers[slot]!.length.get(), e.i32(bytes)))
    const part = i32.div_u(args.col0.get(), f.word(layout.blocks))
    e.set(f.at[slot]!, i32.add(f.base(slot), i32.mul(part, length.get())))
    e.emit(e.m.memory.fill(f.at[slot]!.get(), e.i32(0), length.get()))
    e.release(length)
  }
}

/** Adds one element to its bin. An index that stands for none is noted, and taken for the first. */
export function scatterScalar(f: Frame, { slot, index }: Scatter, at: Arg, value: Arg): void {
  const { e, kernel } = f
  const { dtype } = kernel.accesses[slot]!
  const bin = e.letI32(e.m.i32.add(f.at[slot]!.get(), gatherOffset(f, slot, kernel.code[index]!.dtype, at)))
  const before = e.let(e.wasm.types[laneOf(dtype)], loadScalar(e, dtype, bin()))
  e.emit(storeScalar(e, dtype, bin(), combineScalar(e, 'sum', dtype, before, value)))
}
