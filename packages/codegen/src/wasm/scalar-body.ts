import { ALWAYS } from '../branches.js'
import { laneOf } from '../emitters/types.js'
import { loadScalar, storeScalar } from './access.js'
import type { Frame } from './frame.js'
import { gatherOffset } from './gather.js'
import type { Instruction } from './kernel.js'
import { argumentsOf, Level } from './levels.js'
import { literal } from './loop-literals.js'
import { ScalarLines, scalarOperation } from './scalar-lines.js'
import { scatterScalar } from './scatter.js'
import type { Arg, Local, Ref } from './scope.js'

/** The value of one instruction for one element, at the current pointers. */
function compute(f: Frame, c: Instruction, values: readonly Arg[]): Ref {
  const { e, kernel } = f
  switch (c.op) {
    case 'lit':
      return literal(e, c)
    case 'param':
      return e.m[laneOf(c.dtype)].load(4 * (f.layout.params + 2 * ('slot' in c ? c.slot : 0)), 4, f.args.params.get())
    case 'load':
      return loadScalar(e, c.dtype, f.at['slot' in c ? c.slot : 0]!.get())
    case 'gather': {
      const [index] = argumentsOf(c)
      const slot = 'slot' in c ? c.slot : 0
      const offset = gatherOffset(f, slot, kernel.code[index!]!.dtype, values[index!]!)
      return loadScalar(e, c.dtype, e.m.i32.add(f.at[slot]!.get(), offset))
    }
    case 'scan':
      return f.running!.scalar('scan' in c ? c.scan : 0, values[argumentsOf(c)[0]!]!)
    case 'iota':
      return e.m.f64.convert_u.i32(f.at['slot' in c ? c.slot : 0]!.get())
    default:
      return scalarOperation(e, kernel.code, c, values)
  }
}

/**
 * Values that do not change along the innermost axis, as scalars. Those of the call are computed when this is made,
 * those of a segment whenever `segment` is called.
 */
export class Invariants {
  readonly values: Arg[] = []
  private readonly slots: (Local | undefined)[] = []

  constructor(private readonly f: Frame) {
    this.compute(Level.Call)
    for (const i of f.plan.at[Level.Segment]!) {
      const local = f.e.local(f.e.wasm.types[laneOf(f.kernel.code[i]!.dtype)])
      this.slots[i] = local
      this.values[i] = local.get
    }
  }

  private compute(level: Level): void {
    const { e, kernel, plan } = this.f
    for (const i of plan.at[level]!) {
      const c = kernel.code[i]!
      const lane = laneOf(c.dtype)
      if (c.op === 'lit' && 'value' in c) {
        this.values[i] = () => e.constant(lane, c.value)
        continue
      }
      e.scoped(() => {
        const value = compute(this.f, c, this.values)
        const local = this.slots[i]
        if (local === undefined) this.values[i] = e.hold(e.wasm.types[lane], value).get
        else e.set(local, value)
      })
    }
  }

  /** Brings the values of the segment up to date: the pointers are at its first element. */
  segment(): void {
    this.compute(Level.Segment)
  }
}

/**
 * Code for one element. `reduce` is called for every reduction with the value to be taken in.
 * The values' locals are free again afterwards.
 */
export function scalarBody(f: Frame, invariants: Invariants, reduce: (index: number, value: Arg) => void): void {
  const { e, kernel, plan } = f
  const values = [...invariants.values]
  const lines = new ScalarLines(e, kernel.code, plan, values, (c) => compute(f, c, values))
  lines.run(plan.elements.get(ALWAYS) ?? [])
  kernel.reduces.forEach((r, k) => {
    e.scoped(() => reduce(k, values[r.value]!))
  })
  for (const s of kernel.stores) e.emit(storeScalar(e, kernel.accesses[s.slot]!.dtype, f.at[s.slot]!.get(), values[s.value]!()))
  for (const s of kernel.scatters) e.scoped(() => scatterScalar(f, s, values[s.index]!, values[s.value]!))
  lines.end()
}
