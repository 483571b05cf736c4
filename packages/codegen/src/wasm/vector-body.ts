import { dtypeInfo, refuses } from '@weldarray/ir'
import { resultsOf } from '@weldarray/optimizer'
import { ALWAYS } from '../branches.js'
import { laneOf } from '../emitters/types.js'
import { gather, loadUnit, storeLane, storeUnit } from './access.js'
import type { Frame } from './frame.js'
import { gatherOffset } from './gather.js'
import { LaneOffsets } from './gather-lanes.js'
import type { Instruction } from './kernel.js'
import { argumentsOf, Level } from './levels.js'
import type { Invariants } from './scalar-body.js'
import { scatterScalar } from './scatter.js'
import type { Arg, Local, Ref } from './scope.js'
import { type Shaped, type Value, Vector } from './vector.js'
import { VectorLines } from './vector-lines.js'

/** Where a vector step begins: so many elements past the pointers of unit accesses, so many steps past the others. */
interface Place {
  readonly first: number
  readonly ahead: number
}

/** Writes the vector form of a kernel's body. */
export class VectorBody {
  readonly vector: Vector
  /** Values that do not change along the innermost axis, splatted. */
  private readonly uniform: (Value | undefined)[] = []
  /** For iota with a variable stride: what to add to the first element of each register. */
  private readonly ramps = new Map<number, Local[]>()
  /** For each gather whose indices are worked with four at a time. */
  private readonly offsets = new Map<Instruction, LaneOffsets>()

  constructor(
    private readonly f: Frame,
    private readonly invariants: Invariants,
  ) {
    this.vector = new Vector(f.e, f.plan.lanes)
    const { e, kernel, plan } = f
    const used = new Set<number>()
    for (const i of plan.at[Level.Element]!) for (const a of argumentsOf(kernel.code[i]!)) used.add(a)
    for (const i of resultsOf(kernel)) used.add(i)
    for (const i of plan.at[Level.Call]!) {
      if (used.has(i) && plan.branches.of[i] === ALWAYS) this.uniform[i] = this.limit(i, this.constant(i))
    }
    for (const i of plan.at[Level.Segment]!) {
      if (!used.has(i)) continue
      const { dtype } = kernel.code[i]!
      const width = this.vector.width(dtype)
      this.uniform[i] = { dtype, width, regs: [e.local(e.wasm.types.v128)], scalar: invariants.values[i]! }
    }
    for (const i of plan.at[Level.Element]!) {
      const c = kernel.code[i]!
      if (c.op !== 'gather' || !('slot' in c) || !refuses(kernel.accesses[c.slot]!.mode!)) continue
      const [index] = c.args
      if (plan.levels[index!] === Level.Element) this.offsets.set(c, new LaneOffsets(f, c.slot, kernel.code[index!]!.dtype))
    }
    kernel.accesses.forEach((a, slot) => {
      if (a.use !== 'iota' || a.inner !== 'any') return
      const stride = e.m.f64x2.splat(e.m.f64.convert_s.i32(f.stride[slot]!.get()))
      const step = e.hold(e.wasm.types.v128, stride)
      const ramps = Array.from({ length: this.vector.count(8) }, (_, j) =>
        e.hold(e.wasm.types.v128, e.m.f64x2.mul(step.get(), this.pair(2 * j))),
      )
      this.ramps.set(slot, ramps)
    })
  }

  /** A value that is the same in all calls of the body. */
  private constant(i: number): Value {
    const { e, kernel } = this.f
    const c = kernel.code[i]!
    const scalar = this.invariants.values[i]!
    if (c.op !== 'lit' || !('value' in c) || c.dtype === 'bool') return this.vector.splat(c.dtype, scalar)
    const reg = e.splatConstant(laneOf(c.dtype), c.value, this.vector.width(c.dtype))
    return this.vector.uniform(c.dtype, scalar, reg, c.value)
  }

  /** With what `minimum` and `maximum` take if it is one number for all elements that is not known yet. */
  private limit(i: number, value: Value): Value {
    const { e, kernel, plan } = this.f
    if (dtypeInfo[value.dtype].kind !== 'float' || value.literal !== undefined) return value
    const isLimit = plan.at[Level.Element]!.some((k) => {
      const c = kernel.code[k]!
      return (c.op === 'minimum' || c.op === 'maximum') && argumentsOf(c).includes(i)
    })
    if (!isLimit) return value
    const lane = laneOf(value.dtype)
    const own = value.regs[0]!.get
    const sign = e.m.v128.and(own(), e.splatConstant(lane, -0))
    const zero = e.hold(e.wasm.types.v128, e.m.v128.or(sign, e.v(lane).ne!(own(), own()))).get
    return { ...value, zero }
  }

  /** The doubles first, first + 1. */
  private pair(first: number): Ref {
    return this.f.e.m.v128.const(new Uint8Array(Float64Array.of(first, first + 1).buffer))
  }

  /** Splats the values of the segment. */
  segment(): void {
    const { e, kernel, plan } = this.f
    for (const i of plan.at[Level.Segment]!) {
      const target = this.uniform[i]
      if (target === undefined) continue
      const fresh = this.vector.splat(kernel.code[i]!.dtype, this.invariants.values[i]!)
      e.set(target.regs[0]!, fresh.regs[0]!.get())
      this.vector.release(fresh)
    }
  }

  /** The address of the first element of a step, of an access with a variable stride. */
  private start(slot: number, { ahead }: Place): Arg {
    const { e, at, stepStride } = this.f
    if (ahead === 0) return at[slot]!.get
    return e.letI32(e.m.i32.add(at[slot]!.get(), e.m.i32.mul(stepStride[slot]!.get(), e.i32(ahead))))
  }

  private addresses(slot: number, place: Place): Arg[] {
    const { e } = this.f
    const stride = this.f.stride[slot]!
    const out: Arg[] = [this.start(slot, place)]
    for (let k = 1; k < this.f.plan.lanes; k++) out.push(e.letI32(e.m.i32.add(out[k - 1]!(), stride.get())))
    return out
  }

  private load(c: Instruction, slot: number, place: Place): Shaped {
    const { first } = place
    const { e, kernel } = this.f
    const access = kernel.accesses[slot]!
    const pointer = this.f.at[slot]!.get
    const width = this.vector.width(c.dtype)
    if (c.op === 'iota') {
      const from = access.inner === 'unit' ? pointer : this.start(slot, place)
      const start = e.letV128(e.m.f64x2.splat(e.m.f64.convert_u.i32(from())))
      const ramp = (j: number): Ref => (access.inner === 'unit' ? this.pair(first + 2 * j) : this.ramps.get(slot)![j]!.get())
      const regs = Array.from({ length: this.vector.count(8) }, (_, j) => e.m.f64x2.add(start(), ramp(j)))
      return { width: 8, regs }
    }
    const regs =
      access.inner === 'unit'
        ? loadUnit(e, c.dtype, width, this.vector.count(width), pointer, first * this.f.unit(slot))
        : gather(e, c.dtype, this.addresses(slot, place))
    return this.masked(c.dtype, width, regs)
  }

  /** Elements from memory as lanes: those of bool are masks. */
  private masked(dtype: Instruction['dtype'], width: Shaped['width'], regs: readonly Ref[]): Shaped {
    const { e } = this.f
    if (dtype !== 'bool') return { width, regs }
    return { width, regs: regs.map((r) => e.v('i32', width).ne!(r, e.splatConstant('i32', 0))) }
  }

  /** Elements whose addresses an index tells: one by one, or neighbours, if one index stands for all of them. */
  private gather(c: Instruction, slot: number, index: Value, place: Place): Shaped {
    const { e, plan, at, kernel } = this.f
    const { first } = place
    const { add } = e.m.i32
    const { inner } = kernel.accesses[slot]!
    const width = this.vector.width(c.dtype)
    const unit = this.f.unit(slot)
    if (index.scalar !== undefined && inner === 'unit') {
      const start = e.letI32(add(at[slot]!.get(), gatherOffset(this.f, slot, index.dtype, index.scalar)))
      const regs = loadUnit(e, c.dtype, width, this.vector.count(width), start, first * unit)
      return this.masked(c.dtype, width, regs)
    }
    const lanes = this.offsets.get(c)?.offsets(this.vector.regs(index, this.vector.width(index.dtype)))
    if (lanes !== undefined && inner === 'zero') {
      const all = e.letV128(e.m.i32x4.add(lanes(), e.m.i32x4.splat(at[slot]!.get())))
      const pointers = Array.from({ length: plan.lanes }, (_, k) => e.letI32(e.m.i32x4.extract_lane(all(), k)))
      return this.masked(c.dtype, width, gather(e, c.dtype, pointers))
    }
    const lane = e.wasm.types[laneOf(index.dtype)]
    const own =
      inner === 'any'
        ? this.addresses(slot, place)
        : Array.from({ length: plan.lanes }, (_, k) => (): Ref => {
            const ahead = inner === 'unit' ? (first + k) * unit : 0
            return ahead === 0 ? at[slot]!.get() : add(at[slot]!.get(), e.i32(ahead))
          })
    const pointers = own.map((pointer, k) => {
      const offset =
        lanes !== undefined
          ? e.m.i32x4.extract_lane(lanes(), k)
          : gatherOffset(this.f, slot, index.dtype, e.let(lane, this.vector.extract(index, k)))
      return e.letI32(add(pointer(), offset))
    })
    return this.masked(c.dtype, width, gather(e, c.dtype, pointers))
  }

  /** The registers of a value as memory and reductions see it: bool as 0 and 1. */
  private numbers(value: Value, dtype: Instruction['dtype']): readonly Arg[] {
    const { e } = this.f
    const width = this.vector.width(dtype)
    const regs = this.vector.regs(value, width)
    if (dtype !== 'bool') return regs
    return regs.map((r) => e.letV128(e.m.v128.and(r(), e.splatConstant('i32', 1, width))))
  }

  /** What the elements up to those of a step come to. */
  private scan(c: Instruction & { op: 'scan' }, value: Value, { first }: Place, step: number): Shaped {
    const regs = this.f.running!.vector(c.scan, this.numbers(value, c.dtype), first, step)
    return this.masked(c.dtype, this.vector.width(c.dtype), regs)
  }

  private store(slot: number, value: Value, place: Place): void {
    const { e, kernel } = this.f
    const { dtype, inner } = kernel.accesses[slot]!
    const pointer = this.f.at[slot]!.get
    const regs = this.numbers(value, dtype)
    if (inner === 'unit') storeUnit(e, dtype, this.vector.width(dtype), regs, pointer, place.first * this.f.unit(slot))
    else if (inner === 'zero') storeLane(e, dtype, regs, this.f.plan.lanes - 1, pointer())
    else this.addresses(slot, place).forEach((p, k) => storeLane(e, dtype, regs, k, p()))
  }

  /**
   * So many vector steps side by side, `first` elements past the pointers of the unit accesses. `reduce` gets the registers of each
   * reduction's value (bool as 0/1), and which step's they are. They follow one another, or are `apart` steps from each other.
   */
  steps(count: number, first: number, reduce: (index: number, regs: readonly Arg[], step: number) => void, apart = 1): void {
    const { e, kernel, plan } = this.f
    const places = Array.from({ length: count }, (_, s) => ({ first: first + s * apart * plan.lanes, ahead: s * apart }))
    const lines = new VectorLines(
      this.vector,
      kernel.code,
      plan,
      places.map(() => [...this.uniform]),
      (i) => this.constant(i),
      (c, args, s) => {
        if ('scan' in c) return this.scan(c, args[0]!, places[s]!, s)
        const slot = 'slot' in c ? c.slot : 0
        return c.op === 'gather' ? this.gather(c, slot, args[0]!, places[s]!) : this.load(c, slot, places[s]!)
      },
    )
    const live = lines.run(plan.elements.get(ALWAYS) ?? [])
    places.forEach((place, s) => {
      const values = lines.steps[s]!
      kernel.reduces.forEach((r, k) => {
        e.scoped(() => reduce(k, this.numbers(values[r.value]!, kernel.code[r.value]!.dtype), s))
      })
      for (const { slot, value } of kernel.stores) e.scoped(() => this.store(slot, values[value]!, place))
      for (const sum of kernel.scatters)
        for (let k = 0; k < plan.lanes; k++)
          e.scoped(() => {
            const lane = (i: number): Arg =>
              e.let(e.wasm.types[laneOf(kernel.code[i]!.dtype)], this.vector.extract(values[i]!, k))
            scatterScalar(this.f, sum, lane(sum.index), lane(sum.value))
          })
    })
    lines.releaseAll(live)
    this.f.bumpAny('vector', apart === 1 ? count : 1)
  }
}
