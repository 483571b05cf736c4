import { allocate, type DType, dtypeInfo, type Scalar, type TypedArray } from '../dtype.js'
import { AxisError, DTypeError } from '../errors.js'
import { sizeOf } from '../shape.js'
import type { CallDef } from './call.js'

/** Elements of a line that are run through after one another; longer lines add up the totals of such blocks first. */
export const SCAN_BLOCK = 16384
/** How many sums at once add up a block's total: element `p` goes to sum `p mod SCAN_LANES`, halves are joined in the end. */
export const SCAN_LANES = 8

export type ScanName = 'sum' | 'prod' | 'max' | 'min'

/** An array as (outer, length, inner): something is done along the middle axis. */
export interface Slices {
  readonly outer: number
  readonly length: number
  readonly inner: number
}

export const slicesOf = (shape: readonly number[], axis: number): Slices => ({
  outer: sizeOf(shape.slice(0, axis)),
  length: shape[axis]!,
  inner: sizeOf(shape.slice(axis + 1)),
})

type Cells = Scalar[]
type Join = (a: Scalar, b: Scalar) => Scalar

/** What joins two elements; the result is rounded or wrapped when it is stored. */
export function joinOf(name: ScanName, dtype: DType): (a: never, b: never) => Scalar {
  const { lane, kind } = dtypeInfo[dtype]
  if (name === 'sum') return (a: number, b: number) => a + b
  if (name === 'prod') return lane === 'i32' ? Math.imul : (a: number, b: number) => a * b
  if (kind === 'float') return name === 'max' ? Math.max : Math.min
  return name === 'max' ? (a: number, b: number) => (a < b ? b : a) : (a: number, b: number) => (b < a ? b : a)
}

/** Makes each block's total that of the blocks before it. */
export function runTotals(name: ScanName, dtype: DType, totals: TypedArray, outer: number, blocks: number): void {
  const both = joinOf(name, dtype) as Join
  const cells = totals as unknown as Cells
  const running = allocate(dtype, 1) as unknown as Cells
  for (let line = 0; line < outer; line++) {
    const start = line * blocks
    running[0] = cells[start]!
    for (let b = 1; b < blocks; b++) {
      const own = cells[start + b]!
      cells[start + b] = running[0]!
      if (b < blocks - 1) running[0] = both(running[0]!, own)
    }
  }
}

/** Running totals along the middle axis, in the order that every tier follows. */
export function scanInto(
  name: ScanName,
  dtype: DType,
  from: TypedArray,
  { outer, length, inner }: Slices,
  result: TypedArray,
): void {
  if (length === 0) return
  const [cells, to] = [from as unknown as Cells, result as unknown as Cells]
  const both = joinOf(name, dtype) as Join
  const blocks = inner > 1 ? 1 : Math.ceil(length / SCAN_BLOCK)
  const totals = allocate(dtype, blocks)
  const befores = totals as unknown as Cells
  const sums = allocate(dtype, SCAN_LANES) as unknown as Cells
  const total = allocate(dtype, 1) as unknown as Cells
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      const start = o * length * inner + k
      for (let b = 0; b < blocks - 1; b++) {
        const at = start + b * SCAN_BLOCK
        for (let i = 0; i < SCAN_LANES; i++) sums[i] = cells[at + i]!
        for (let i = SCAN_LANES; i < SCAN_BLOCK; i++) sums[i % SCAN_LANES] = both(sums[i % SCAN_LANES]!, cells[at + i]!)
        for (let n = SCAN_LANES / 2; n >= 1; n /= 2) for (let i = 0; i < n; i++) sums[i] = both(sums[i]!, sums[i + n]!)
        befores[b] = sums[0]!
      }
      runTotals(name, dtype, totals, 1, blocks)
      const span = blocks > 1 ? SCAN_BLOCK : length
      for (let i = 0, at = start; i < length; i++, at += inner) {
        const block = i % span === 0 ? i / span : -1
        total[0] = i === 0 ? cells[at]! : block > 0 ? both(befores[block]!, cells[at]!) : both(total[0]!, cells[at]!)
        to[at] = total[0]!
      }
    }
}

const scan = (op: string, name: ScanName): CallDef => ({
  arity: 1,
  attributes: ['axis'],
  strided: false,
  infer: ([source], [axis]) => {
    if (!(axis! >= 0 && axis! < source!.shape.length))
      throw new AxisError(`${op}: axis ${axis} of ${source!.shape.length} axes, expected 0 to ${source!.shape.length - 1}`)
    if (source!.dtype === 'bool' && (name === 'sum' || name === 'prod'))
      throw new DTypeError(`${op}: not defined for bool; use ${name === 'sum' ? 'cummax' : 'cummin'}`)
    return { dtype: source!.dtype, shape: source!.shape }
  },
  compute: ([source], [axis], to) => scanInto(name, source!.dtype, source!.data, slicesOf(source!.view.shape, axis!), to),
})

export const scans = {
  cumsum: scan('cumsum', 'sum'),
  cumprod: scan('cumprod', 'prod'),
  cummax: scan('cummax', 'max'),
  cummin: scan('cummin', 'min'),
}

/** What each scan joins by. */
export const scanNames = { cumsum: 'sum', cumprod: 'prod', cummax: 'max', cummin: 'min' } as const
