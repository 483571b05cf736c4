import type { DType, Scalar } from '@weldarray/ir'
import { type Emitter, laneOf, type OpType } from '../emitters/types.js'
import { type Elements, type Width, widthIn } from './lanes.js'
import type { Arg, Local, Ref, Scope } from './scope.js'
import { wrapScalar } from './wrap.js'

/** The registers of a result before they have a name, and the width of their lanes. */
export interface Shaped {
  readonly width: Width
  readonly regs: readonly Ref[]
}

export interface Origin {
  readonly op: string
  readonly args: readonly Value[]
}

/** The elements of one vector step, spread over as many registers as their width needs. */
export interface Value {
  readonly dtype: DType
  readonly width: Width
  readonly regs: readonly Local[]
  /** The same number in every lane: one register stands for all (none where they are made as they are asked for), and this is the number. */
  readonly scalar?: Arg
  /** That number, where it is known when the kernel is compiled. */
  readonly literal?: Scalar
  /** Of a float that is compared with: a zero of its sign; all bits, a NaN, where it is NaN. */
  readonly zero?: Arg
  /** The operation it is the result of, and its operands. */
  readonly origin?: Origin
  /** A mask's registers in the other width, once something has asked for them. */
  other?: readonly Local[] | undefined
}

const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]

/** Vector code for one step. */
export class Vector {
  /** The values whose masks were brought to the other width in the branch that is being written. */
  private converted: Value[] = []

  constructor(
    readonly e: Scope,
    readonly elements: Elements,
  ) {}

  /** The width of a dtype's lanes; of bool's, the narrowest. */
  width(dtype: DType): Width {
    return widthIn(this.elements, dtype)
  }

  /** Registers for lanes of the given width. */
  count(width: Width): number {
    return (this.elements * width) / 16
  }

  name({ width, regs }: Shaped, dtype: DType, origin?: Origin): Value {
    const value = { dtype, width, regs: regs.map((r) => this.e.hold(this.e.wasm.types.v128, r)) }
    return origin === undefined ? value : { ...value, origin }
  }

  /** `body` where `mask` does not hold in every lane, or in every one of `among`. */
  unless(mask: Value, among: Value | null, body: () => void): void {
    const { m } = this.e
    this.inside(() => this.e.if(mask.scalar === undefined ? this.anyWithout(mask, among) : m.i32.eqz(mask.scalar()), body))
  }

  private anyWithout(mask: Value, among: Value | null): Ref {
    const { m } = this.e
    if (among !== null) {
      const lanes = this.regs(among, mask.width)
      return m.v128.any_true(mask.regs.map((r, j) => m.v128.andnot(lanes[j]!(), r.get())).reduce((a, b) => m.v128.or(a, b)))
    }
    const bits = { 1: m.i8x16.bitmask, 2: m.i16x8.bitmask, 4: m.i32x4.bitmask, 8: m.i64x2.bitmask }[mask.width]
    return m.i32.ne(
      bits(mask.regs.map((r) => r.get()).reduce((a, b) => m.v128.and(a, b))),
      m.i32.const(2 ** (16 / mask.width) - 1),
    )
  }

  /** What may be run or not, or again and again: masks that it brings to another width are known there only. */
  inside(body: () => void): void {
    const outer = this.converted
    this.converted = []
    body()
    for (const value of this.converted) this.forget(value)
    this.converted = outer
  }

  /** A mask has other elements now. */
  changed(value: Value): void {
    this.forget(value)
  }

  private forget(value: Value): void {
    for (const r of value.other ?? []) this.e.release(r)
    value.other = undefined
  }

  release(value: Value): void {
    for (const r of value.regs) this.e.release(r)
    this.forget(value)
  }

  /** The registers of a value; a mask is brought to `width`. */
  regs(value: Value, width: Width = value.width): Arg[] {
    const n = this.count(width)
    if (value.scalar !== undefined) {
      const one = value.regs[0]?.get ?? ((): Ref => this.splatted(value.dtype, value.scalar!, width))
      return Array.from({ length: n }, () => one)
    }
    if (width === value.width) return value.regs.map((r) => r.get)
    if (value.other === undefined) {
      value.other = this.convertMask(value, width).map((r) => this.e.hold(this.e.wasm.types.v128, r))
      this.converted.push(value)
    }
    return value.other.map((r) => r.get)
  }

  private convertMask(value: Value, width: Width): Ref[] {
    const { m } = this.e
    const get = value.regs.map((r) => r.get)
    if (width === 4) return [this.lowHalves(get[0]!, get[1]!)]
    return [m.i64x2.extend_low_i32x4_s(get[0]!()), m.i64x2.extend_high_i32x4_s(get[0]!())]
  }

  /** The low 32 bits of the four 64-bit lanes of two registers. */
  lowHalves(a: Arg, b: Arg): Ref {
    return this.e.m.i8x16.shuffle(a(), b(), LOW_HALVES)
  }

  /** The width for an operation on several masks: their own, or the narrower one, which takes fewer registers. */
  commonWidth(values: readonly Value[]): Width {
    const known = values.filter((v) => v.scalar === undefined)
    return known.reduce<Width>((least, v) => (v.width < least ? v.width : least), known[0]?.width ?? this.width('bool'))
  }

  /** Element `k` as a scalar. */
  extract(value: Value, k: number): Ref {
    const { e } = this
    if (value.scalar !== undefined) return value.scalar()
    if (value.dtype === 'bool') {
      const word = k * (value.width / 4)
      return e.m.i32.and(e.m.i32x4.extract_lane(value.regs[word >> 2]!.get(), word & 3), e.i32(1))
    }
    const per = 16 / value.width
    const reg = value.regs[Math.floor(k / per)]!.get()
    return e.v(laneOf(value.dtype)).extract_lane!(reg, k % per)
  }

  /** A vector of the given scalars (0/1 for bool). */
  assemble(dtype: DType, scalars: readonly Arg[]): Shaped {
    const { e } = this
    const width = this.width(dtype)
    const ops = e.v(laneOf(dtype))
    const element = (a: Arg): Ref => (dtype === 'bool' ? e.m.i32.sub(e.i32(0), a()) : a())
    const per = 16 / width
    const regs: Ref[] = []
    for (let first = 0; first < this.elements; first += per) {
      let reg = ops.splat!(element(scalars[first]!))
      for (let k = 1; k < per; k++) reg = ops.replace_lane!(reg, k, element(scalars[first + k]!))
      regs.push(reg)
    }
    return { width, regs }
  }

  /** An operation without a SIMD form: its scalar form, element by element. */
  lanewise(row: Emitter, t: OpType, args: readonly Value[]): Shaped {
    const { e } = this
    const scalars: Arg[] = []
    for (let k = 0; k < this.elements; k++) {
      const at = args.map((a) => e.let(e.wasm.types[laneOf(a.dtype)], this.extract(a, k)))
      const value = row.scalar(e, t, ...at)
      scalars.push(e.let(e.wasm.types[laneOf(t.to)], row.leaves ? wrapScalar(e, t.to, value) : value))
    }
    return this.assemble(t.to, scalars)
  }

  /** All lanes equal to a scalar of `dtype`. */
  splat(dtype: DType, scalar: Arg): Value {
    return this.uniform(dtype, scalar, this.splatted(dtype, scalar, this.width(dtype)))
  }

  private splatted(dtype: DType, scalar: Arg, width: Width): Ref {
    const { e } = this
    if (dtype !== 'bool') return e.v(laneOf(dtype), width).splat!(scalar())
    // A mask is the same in lanes of any width.
    return e.v('i32', Math.min(width, 4) as Width).splat!(e.m.i32.sub(e.i32(0), scalar()))
  }

  uniform(dtype: DType, scalar: Arg, reg: Ref, literal?: Scalar): Value {
    const value: Value = {
      dtype,
      width: this.width(dtype),
      regs: [this.e.hold(this.e.wasm.types.v128, reg)],
      scalar,
    }
    return literal === undefined ? value : { ...value, literal }
  }
}
