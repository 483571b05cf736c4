import { type DType, dtypeInfo } from '@weldarray/ir'
import type * as optimizer from '@weldarray/optimizer'
import { emitters } from '../emitters/index.js'
import { toPrimitives } from '../primitives.js'
import type { Instruction, Kernel } from './kernel.js'
import { argumentsOf, Level, levelsOf } from './levels.js'

/** Bytes that one lane takes in a register. */
export type Width = 1 | 2 | 4 | 8

/** How many elements a vector step takes. */
export type Elements = 4 | 8 | 16

interface Step {
  readonly elements: Elements
  /** The width of bool's lanes, and of those of integers that are no wider. */
  readonly width: Width
}

/**
 * The steps a kernel may take, the best first. Bytes fill a register with sixteen, and 16-bit integers with eight, where nothing in the
 * body needs wider lanes. Everything else goes by four: one register of 32-bit lanes, two of 64-bit lanes, which side by side hide
 * the latency of long chains (pow and log take three quarters of the time they take with one).
 */
const STEPS: readonly Step[] = [
  { elements: 16, width: 1 },
  { elements: 8, width: 2 },
]
const WIDEST: Step = { elements: 4, width: 4 }

/** The width of a lane that holds an element for the scalar code: registers, accumulators in memory. */
export const laneWidth = (dtype: DType): 4 | 8 => (dtypeInfo[dtype].lane === 'i64' || dtypeInfo[dtype].lane === 'f64' ? 8 : 4)

/** The width of a dtype's lanes in a step of so many elements. */
export const widthIn = (elements: Elements, dtype: DType): Width => {
  const least = (16 / elements) as Width
  return least === 4 ? laneWidth(dtype) : least
}

/** Whether all that changes with the elements is of this width, neighbours in memory, and has an instruction for such lanes. */
function fits(kernel: Kernel, levels: readonly Level[], { width }: Step): boolean {
  const { code, accesses, stores, reduces, scatters } = kernel
  const has = (dtype: DType): boolean => dtype === 'bool' || dtypeInfo[dtype].bytes === width
  const does = (c: Instruction): boolean => {
    if (c.op === 'load') return accesses['slot' in c ? c.slot : 0]!.inner === 'unit'
    const args = argumentsOf(c)
    const short = c.op in emitters ? emitters[c.op as keyof typeof emitters].short : undefined
    if (short === undefined || !args.every((a) => has(code[a]!.dtype))) return false
    return short === true || short.every((k) => levels[args[k]!] !== Level.Element)
  }
  return (
    scatters.length === 0 &&
    stores.every(({ slot }) => accesses[slot]!.inner === 'unit' && has(accesses[slot]!.dtype)) &&
    reduces.every(({ value }) => has(code[value]!.dtype)) &&
    code.every((c, i) => levels[i] !== Level.Element || (has(c.dtype) && does(c)))
  )
}

/** How many elements a vector step of a kernel of primitives takes. */
export const stepOf = (kernel: Kernel, levels: readonly Level[]): Elements =>
  (STEPS.find((step) => fits(kernel, levels, step)) ?? WIDEST).elements

/** The same of any kernel: a function of the kernel alone. */
export function lanesOf(kernel: optimizer.Kernel): Elements {
  const written = toPrimitives(kernel)
  return stepOf(written, levelsOf(written))
}
