import { callOps, type DType, dtypeInfo, type StretchOp, sizeOf, VerifyError, type View } from '@weldarray/ir'
import { type CallStep, type Product, type Reading, valueOf } from '@weldarray/optimizer'
import { counters } from '../config/counters.js'
import { runCall } from '../library/calls.js'
import { inTask, type Laid } from '../library/run.js'
import type { Stretches } from '../library/stretch.js'
import { leastStretch, stretchesOf } from '../library/stretches.js'
import { taken } from '../library/whole.js'
import { SHORT_CALL } from '../schedule/costs.js'
import type { Frame } from './frame.js'

interface OperandTemplate {
  readonly buffer: number
  readonly dtype: DType
  readonly shape: readonly Product[]
  readonly strides: readonly Product[]
  readonly offset: Product
}

/** What is told of a call's operands: each as `float64[3,4]`, and the bytes of them all. */
interface Told {
  readonly operands: readonly string[]
  readonly bytes: number
}

/** One call of a plan, ready to run on any sizes: `fit` puts the lengths in. */
export class Call {
  readonly result: number
  /** Elements of the result. */
  size = 0
  /** Whether it reads and writes few elements. */
  isShort = false
  private readonly operands: readonly OperandTemplate[]
  private readonly total: Product
  private readonly attributes: readonly Product[]
  private views: View[] = []
  private numbers: number[] = []
  private account: Told | null = null

  constructor(
    readonly step: CallStep,
    product: Reading,
  ) {
    const { attributes, length } = callOps[step.op]
    this.result = step.result
    this.total = product(step.size)
    this.attributes = step.attributes.map((n, i) => (attributes[i] === length ? product(n) : { factor: n, variables: [] }))
    this.operands = step.operands.map(({ buffer, dtype, view }) => ({
      buffer,
      dtype,
      shape: view.shape.map(product),
      strides: view.strides.map(product),
      offset: product(view.offset),
    }))
  }

  fit(values: ArrayLike<number>): void {
    this.account = null
    this.size = valueOf(this.total, values)
    this.numbers = this.attributes.map((a) => valueOf(a, values))
    this.views = this.operands.map(({ shape, strides, offset }) => ({
      shape: shape.map((n) => valueOf(n, values)),
      strides: strides.map((n) => valueOf(n, values)),
      offset: valueOf(offset, values),
    }))
    this.isShort = this.views.reduce((n, view) => n + sizeOf(view.shape), this.size) <= SHORT_CALL
  }

  /** What its operands are, told once for all runs on the same sizes. */
  get told(): Told {
    return (this.account ??= {
      operands: this.views.map(({ shape }, i) => `${this.operands[i]!.dtype}[${shape}]`),
      bytes: this.views.reduce((sum, { shape }, i) => sum + dtypeInfo[this.operands[i]!.dtype].bytes * sizeOf(shape), 0),
    })
  }

  /** What it reads. */
  private taken(frame: Frame): Laid[] {
    return this.operands.map(({ buffer }, i) => taken(this.step.op, frame.laid(buffer, this.views[i]!)))
  }

  /** Elements that a stretch of its result has to have for its share of the time. */
  get leastStretch(): number {
    return leastStretch(this.step.op as StretchOp, this.views)
  }

  /** What computes stretches of its result, as long as what it reads stays where it is. */
  stretches(frame: Frame): Stretches {
    frame.bringIn(this.operands)
    return stretchesOf(this.step.op as StretchOp, this.taken(frame))
  }

  /** Computes the result into memory of its own. */
  run(frame: Frame): void {
    const { op, dies } = this.step
    const operands = this.taken(frame)
    const result = inTask((task) => runCall(op, task, operands, this.numbers))
    frame.buffers[this.result] = result
    if (result.length !== this.size) throw new VerifyError(`${op} gave ${result.length} elements, ${this.size} were expected`)
    counters.calls++
    frame.dropAll(dies)
  }
}
