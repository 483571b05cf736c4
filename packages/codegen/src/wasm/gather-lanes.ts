import { type DType, isFloat } from '@weldarray/ir'
import type { Frame } from './frame.js'
import type { Arg, Local, Ref } from './scope.js'

/** The first two 32-bit lanes of each of two registers. */
const FIRST_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
/** The low words of the 64-bit lanes of two registers. */
const LOW_WORDS = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]

type Kind = 'i32' | 'i64' | 'f64'

/** The same as `gatherOffset` for four indices at once, in the modes that note what is outside. */
export class LaneOffsets {
  private readonly length: Local
  private readonly scale: Local
  private readonly kind: Kind
  /** Whether negative indices count from the end. */
  private readonly fromEnd: boolean

  constructor(
    private readonly f: Frame,
    slot: number,
    dtype: DType,
  ) {
    const { e, kernel } = f
    this.fromEnd = kernel.accesses[slot]!.mode === 'raise'
    const { length, scale } = f.gathers[slot]!
    this.kind = isFloat(dtype) ? 'f64' : dtype === 'int32' ? 'i32' : 'i64'
    const lanes = {
      i32: (): Ref => e.m.i32x4.splat(length.get()),
      i64: (): Ref => e.m.i64x2.splat(e.m.i64.extend_u(length.get())),
      f64: (): Ref => e.m.f64x2.splat(e.m.f64.convert_u.i32(length.get())),
    }
    this.length = e.hold(e.wasm.types.v128, lanes[this.kind]())
    this.scale = e.hold(e.wasm.types.v128, e.m.i32x4.splat(scale.get()))
  }

  /** Offsets in bytes as 32-bit lanes, given the registers of four indices. */
  offsets(indices: readonly Arg[]): Arg {
    const { e } = this.f
    const { i8x16, i32x4 } = e.m
    const places = indices.map((x) => this.places(x))
    let low = places[0]!
    if (this.kind === 'i64') low = e.letV128(i8x16.shuffle(places[0]!(), places[1]!(), LOW_WORDS))
    else if (this.kind === 'f64') {
      const words = places.map((p) => e.letV128(i32x4.trunc_sat_f64x2_u_zero(p())))
      low = e.letV128(i8x16.shuffle(words[0]!(), words[1]!(), FIRST_HALVES))
    }
    return e.letV128(i32x4.mul(low(), this.scale.get()))
  }

  /** Indices counted from the beginning; 0 where there is nothing, which is noted. */
  private places(x: Arg): Arg {
    const { e, failedLanes } = this.f
    const { v128, i32x4, i64x2, f64x2 } = e.m
    const n = this.length.get
    const zero = (): Ref => e.splatConstant(this.kind, 0)
    const counted = {
      i32: (): Ref => i32x4.add(x(), v128.and(i32x4.shr_s(x(), e.i32(31)), n())),
      i64: (): Ref => i64x2.add(x(), v128.and(i64x2.shr_s(x(), e.i32(63)), n())),
      f64: (): Ref => f64x2.add(x(), v128.and(f64x2.lt(x(), zero()), n())),
    }
    const at = this.fromEnd ? e.letV128(counted[this.kind]()) : x
    const outside = {
      i32: (): Ref => i32x4.ge_u(at(), n()),
      i64: (): Ref => v128.or(i64x2.lt_s(at(), zero()), i64x2.ge_s(at(), n())),
      // NaN is neither.
      f64: (): Ref => v128.not(v128.and(v128.and(f64x2.ge(at(), zero()), f64x2.lt(at(), n())), f64x2.eq(f64x2.trunc(x()), x()))),
    }
    const wrong = e.letV128(outside[this.kind]())
    e.set(failedLanes!, v128.or(failedLanes!.get(), wrong()))
    return e.letV128(v128.andnot(at(), wrong()))
  }
}
