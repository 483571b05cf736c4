import { allocate, type DType, isFloat, type Scalar, type TypedArray } from './dtype.js'
import { AxisError, DTypeError } from './errors.js'
import { acceptsKind, type Inferred, type TypeOf } from './infer.js'
import { isLoopOp, type LoopOp, loopOf, type ReduceOp, reduceOps } from './ops/index.js'
import { type Combine, LANES } from './reduction.js'
import { sizeOf } from './shape.js'

/*
 * # The order in which a scan combines its elements
 *
 * A scan is a reduction whose every step is kept: element `i` along its axis is what elements 0 to `i` come to. Its order, too, is fixed by the
 * shape and the axis alone:
 *
 * 1. A line whose neighbours lie apart (axes longer than 1 come after the scan's) runs element by element from its first.
 * 2. Any other line is cut into blocks of `SCAN_BLOCK`. The total of a block that is not the last: element `p` goes to lane `p mod LANES`, each
 *    lane combines its elements in order, and the lanes are joined in halves: 0 with 4, 1 with 5, …; then 0 with 2; then 0 with 1.
 * 3. The totals are joined one after the other: what a block begins with.
 * 4. Each block runs from there, element by element; the first one from its first element.
 *
 * What joins two partial results is a reduction's operation, or a loop's step: what is carried is the total so far, what stays the element, both
 * floats of the operand's dtype. Whoever writes a step promises that it is associative, up to rounding.
 */

/** What a scan joins by. */
export type ScanOp = ReduceOp | LoopOp

/** Elements of a line that are run through after one another; longer lines add up the totals of such blocks first. */
export const SCAN_BLOCK = 16384

/** What a scan by each reduction is called in text. */
export const scanNames = { sum: 'cumsum', prod: 'cumprod', max: 'cummax', min: 'cummin' } as const satisfies Record<
  ReduceOp,
  string
>

/** What a scan is called for people. */
export const scanName = (op: ScanOp): string => (isLoopOp(op) ? 'scan' : scanNames[op])

/** What is joined by in a scan of this name in text, which is a step's own text; null if it is none. */
export function scanOpOf(name: string): ScanOp | null {
  if (isLoopOp(name)) return loopOf(name).test < 0 ? name : null
  for (const op of Object.keys(scanNames) as ReduceOp[]) if (scanNames[op] === name) return op
  return null
}

/** The type of a scan: its operand's. Throws `AxisError`, `DTypeError`. */
export function inferScan(op: ScanOp, { dtype, shape }: TypeOf, axis: number): Inferred {
  const name = scanName(op)
  if (!(Number.isInteger(axis) && axis >= 0 && axis < shape.length))
    throw new AxisError(`${name}: axis ${axis} of ${shape.length} axes, expected 0 to ${shape.length - 1}`)
  if (isLoopOp(op)) {
    if (!isFloat(dtype) || !isStepOf(op, dtype)) throw new DTypeError(`scan: not a step of two of ${dtype}, a float`)
  } else if (!acceptsKind(reduceOps[op].accepts, dtype))
    throw new DTypeError(`${name}: not defined for ${dtype}; use ${op === 'sum' ? 'cummax' : 'cummin'}`)
  return { dtype, shape }
}

function isStepOf(op: LoopOp, dtype: DType): boolean {
  const { test, masked, carried, invariants } = loopOf(op)
  return test < 0 && !masked && String(carried) === dtype && String(invariants) === dtype
}

type Cells = { [i: number]: Scalar }

/** Joins so many lanes in halves; the result is the first. */
export function joinHalves<T>(lanes: T[], join: (a: T, b: T) => T): T {
  for (let n = lanes.length >> 1; n >= 1; n >>= 1) for (let i = 0; i < n; i++) lanes[i] = join(lanes[i]!, lanes[i + n]!)
  return lanes[0]!
}

/** What the elements of a whole block from `at` on come to. */
export function blockTotal(combine: Combine, dtype: DType, from: Cells, at: number): Scalar {
  // Values pass through a typed array, which rounds and wraps.
  const lanes = allocate(dtype, LANES) as unknown as Scalar[]
  for (let p = 0; p < LANES; p++) lanes[p] = from[at + p]!
  for (let p = LANES; p < SCAN_BLOCK; p++) lanes[p % LANES] = combine(lanes[p % LANES]!, from[at + p]!)
  return joinHalves(lanes, combine)
}

/** Makes each block's total what the blocks before it come to; of the first, which begins with its first element, it stays. */
export function runTotals(combine: Combine, dtype: DType, totals: TypedArray, lines: number, blocks: number): void {
  const cells = totals as unknown as Cells
  const running = allocate(dtype, 1) as unknown as Cells
  for (let line = 0; line < lines; line++) {
    const start = line * blocks
    running[0] = cells[start]!
    for (let b = 1; b < blocks; b++) {
      const own = cells[start + b]!
      cells[start + b] = running[0]!
      if (b < blocks - 1) running[0] = combine(running[0]!, own)
    }
  }
}

/** The meaning of a scan of elements in C order. */
export function scanInto(
  combine: Combine,
  dtype: DType,
  from: TypedArray,
  shape: readonly number[],
  axis: number,
  result: TypedArray,
): void {
  const [outer, length, inner] = [sizeOf(shape.slice(0, axis)), shape[axis]!, sizeOf(shape.slice(axis + 1))]
  if (from.length === 0) return
  const [cells, to] = [from as unknown as Cells, result as unknown as Cells]
  const blocks = inner > 1 ? 1 : Math.ceil(length / SCAN_BLOCK)
  const span = blocks > 1 ? SCAN_BLOCK : length
  const totals = allocate(dtype, blocks)
  const befores = totals as unknown as Cells
  const total = allocate(dtype, 1) as unknown as Cells
  for (let line = 0; line < outer * inner; line++) {
    const start = Math.floor(line / inner) * length * inner + (line % inner)
    for (let b = 0; b < blocks - 1; b++) befores[b] = blockTotal(combine, dtype, cells, start + b * SCAN_BLOCK)
    runTotals(combine, dtype, totals, 1, blocks)
    for (let i = 0, at = start; i < length; i++, at += inner) {
      const own = cells[at]!
      const begins = i > 0 && i % span === 0
      total[0] = i === 0 ? own : combine(begins ? befores[i / span]! : total[0]!, own)
      to[at] = total[0]!
    }
  }
}
