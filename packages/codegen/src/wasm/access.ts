import { type DType, dtypeInfo } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import type { Width } from './lanes.js'
import type { Arg, Ref, Scope } from './scope.js'

/** One element of `dtype` in memory, widened to its lane. */
export function loadScalar(e: Scope, dtype: DType, pointer: Ref, offset = 0): Ref {
  const { i32 } = e.m
  const { bytes, kind } = dtypeInfo[dtype]
  if (bytes === 1) return kind === 'signed' ? i32.load8_s(offset, 1, pointer) : i32.load8_u(offset, 1, pointer)
  if (bytes === 2) return kind === 'signed' ? i32.load16_s(offset, 2, pointer) : i32.load16_u(offset, 2, pointer)
  return e.m[laneOf(dtype)].load(offset, bytes, pointer)
}

export function storeScalar(e: Scope, dtype: DType, pointer: Ref, value: Ref): Ref {
  const { bytes } = dtypeInfo[dtype]
  if (bytes === 1) return e.m.i32.store8(0, 1, pointer, value)
  if (bytes === 2) return e.m.i32.store16(0, 2, pointer, value)
  return e.m[laneOf(dtype)].store(0, bytes, pointer, value)
}

type Load = (e: Scope, offset: number, pointer: Ref) => Ref

/** One register of small integers that are brought to wider lanes as they are loaded: by their bytes and the lanes'. */
const EXTENDING: Readonly<Record<string, (sign: 's' | 'u') => Load>> = {
  '1>2': (sign) => (e, offset, pointer) => e.m.v128[`load8x8_${sign}`](offset, 1, pointer),
  '2>4': (sign) => (e, offset, pointer) => e.m.v128[`load16x4_${sign}`](offset, 2, pointer),
  '1>4': (sign) => (e, offset, pointer) => {
    const words = e.m.i16x8[`extend_low_i8x16_${sign}`](e.m.v128.load32_zero(offset, 1, pointer))
    return e.m.i32x4[`extend_low_i16x8_${sign}`](words)
  },
}

/** So many registers of neighbours from `pointer + offset`, in lanes of `width`. bool comes as 0/1. */
export function loadUnit(e: Scope, dtype: DType, width: Width, count: number, pointer: Arg, offset: number): Ref[] {
  const { bytes, kind } = dtypeInfo[dtype]
  const extending = EXTENDING[`${bytes}>${width}`]?.(kind === 'signed' ? 's' : 'u')
  if (extending !== undefined) return [extending(e, offset, pointer())]
  return Array.from({ length: count }, (_, j) => e.m.v128.load(offset + 16 * j, bytes, pointer()))
}

/** Elements from the given addresses, one each. */
export function gather(e: Scope, dtype: DType, pointers: readonly Arg[]): Ref[] {
  const { v128 } = e.m
  const { bytes } = dtypeInfo[dtype]
  const refs: Ref[] = []
  if (bytes === 8) {
    for (let k = 0; k < pointers.length; k += 2)
      refs.push(v128.load64_lane(0, 8, 1, pointers[k + 1]!(), v128.load64_zero(0, 8, pointers[k]!())))
    return refs
  }
  if (bytes === 4) {
    let reg = v128.load32_zero(0, 4, pointers[0]!())
    for (let k = 1; k < 4; k++) reg = v128.load32_lane(0, 4, k, pointers[k]!(), reg)
    return [reg]
  }
  let reg = e.m.i32x4.splat(loadScalar(e, dtype, pointers[0]!()))
  for (let k = 1; k < 4; k++) reg = e.m.i32x4.replace_lane(reg, k, loadScalar(e, dtype, pointers[k]!()))
  return [reg]
}

/** Neighbours written at `pointer + offset`, narrowed. Small integers are in range, so that saturation changes nothing. */
export function storeUnit(e: Scope, dtype: DType, width: Width, regs: readonly Arg[], pointer: Arg, offset: number): void {
  const { v128, i8x16, i16x8 } = e.m
  const { bytes, kind } = dtypeInfo[dtype]
  if (bytes === width) {
    regs.forEach((r, j) => {
      e.emit(v128.store(offset + 16 * j, bytes, pointer(), r()))
    })
    return
  }
  const value = regs[0]!
  if (bytes === 2) {
    const narrow = kind === 'signed' ? i16x8.narrow_i32x4_s : i16x8.narrow_i32x4_u
    e.emit(v128.store64_lane(offset, 2, 0, pointer(), narrow(value(), value())))
    return
  }
  const words = width === 2 ? value : e.letV128(i16x8.narrow_i32x4_s(value(), value()))
  const bytewise = (kind === 'signed' ? i8x16.narrow_i16x8_s : i8x16.narrow_i16x8_u)(words(), words())
  const store = width === 2 ? v128.store64_lane : v128.store32_lane
  e.emit(store(offset, 1, 0, pointer(), bytewise))
}

/** Element `k` of a vector written to `pointer`, straight from its lane. */
export function storeLane(e: Scope, dtype: DType, regs: readonly Arg[], k: number, pointer: Ref): void {
  const { v128 } = e.m
  const { bytes } = dtypeInfo[dtype]
  switch (bytes) {
    case 8:
      e.emit(v128.store64_lane(0, 8, k & 1, pointer, regs[k >> 1]!()))
      break
    case 4:
      e.emit(v128.store32_lane(0, 4, k, pointer, regs[0]!()))
      break
    case 2:
      e.emit(v128.store16_lane(0, 2, 2 * k, pointer, regs[0]!()))
      break
    case 1:
      e.emit(v128.store8_lane(0, 1, 4 * k, pointer, regs[0]!()))
      break
  }
}
