import { scatterParts } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, double, kernelFor, kernelsWanted, type Launch, pieceOf, type Task } from './run.js'

const LEAST = 256

const binning = { plain: kernelFor('bins')('float64'), weighted: kernelFor('bins', 'weights')('float64') }

const sums = { plain: kernelFor('bin sums')('float64'), weighted: kernelFor('bin sums', 'weights')('float64') }
/** Bins of a piece of work. */
const PIECE = 1 << 14

/** Adds the parts' bins, in order: counts as 64-bit integers, sums as doubles. */
function combinedInJs(cells: Float64Array | Uint32Array, bins: number, parts: number, weighted: boolean): Memory {
  const result = allocateMemory(weighted ? 'float64' : 'bigint64', bins)
  // Counts are below 2³²: the upper halves are zero.
  const { buffer, byteOffset } = result.data
  const to = weighted ? (result.data as Float64Array) : new Uint32Array(buffer, byteOffset, 2 * bins)
  const step = weighted ? 1 : 2
  if (!weighted) to.fill(0)
  for (let i = 0; i < bins; i++) {
    let total = cells[i]!
    for (let p = 1; p < parts; p++) total += cells[p * bins + i]!
    to[step * i] = total
  }
  return result
}

function combined(task: Task, own: Memory, bins: number, parts: number, weighted: boolean): Memory {
  const kernel = sums[weighted ? 'weighted' : 'plain']
  if (!available(kernel)) return combinedInJs(own.data as Float64Array, bins, parts, weighted)
  const result = task.result(weighted ? 'float64' : 'bigint64', bins)
  task.launch({ kernel, args: [own.address, result.address, bins, parts], rows: bins, rowStep: pieceOf(PIECE) })
  return task.keep(result)
}

type Launched = (own: number, weights: number, size: number) => Pick<Launch, 'kernel' | 'args'>

function inParts(task: Task, length: number, bins: number, weights: Memory | null, call: Launched): Memory {
  const parts = scatterParts(length, bins)
  const own = task.scratch(weights === null ? 'uint32' : 'float64', parts * bins)
  const by = weights === null ? 0 : task.address(weights)
  task.launch({ ...call(own.address, by, Math.ceil(length / parts)), rows: parts, rowStep: 1 })
  return combined(task, own, bins, parts, weights !== null)
}

/** How many doubles (or the sums of their weights) lie between the even, increasing edges of bins, of which the last is closed; what is outside is in none. */
export function tallyBins(task: Task, numbers: Memory, weights: Memory | null, edges: Memory): Memory {
  const length = numbers.data.length
  const bins = edges.data.length - 1
  const [first, last] = [edges.data[0] as number, edges.data[bins] as number]
  const kernel = binning[weights === null ? 'plain' : 'weighted']
  const scale = bins / (last - first)
  if (!Number.isFinite(scale) || !kernelsWanted(length, LEAST) || !available(kernel))
    return tallyInJs(length, weights, bins, binOf(numbers.data as Float64Array, edges.data as Float64Array))
  const [from, limits] = [task.address(numbers), task.address(edges)]
  return inParts(task, length, bins, weights, (own, by, size) => ({
    kernel,
    args: [from, by, own, bins, length, size, limits, double(first), double(last), double(scale)],
  }))
}

/** The bin of each element by bisection: -1 for what is outside. */
export function binOf(cells: Float64Array, edges: Float64Array): (i: number) => number {
  const bins = edges.length - 1
  return (i) => {
    const x = cells[i]!
    if (!(x >= edges[0]! && x <= edges[bins]!)) return -1
    let low = 0
    for (let high = bins - 1; low < high; ) {
      const middle = (low + high + 1) >>> 1
      if (x >= edges[middle]!) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** The same in JavaScript, in the same order; `bin` gives the bin of an element, or -1. */
export function tallyInJs(length: number, weights: Memory | null, bins: number, bin: (i: number) => number): Memory {
  const parts = scatterParts(length, bins)
  const size = Math.ceil(length / parts)
  const own = new Float64Array(parts * bins)
  for (let i = 0; i < length; i++) {
    const at = bin(i)
    if (at >= 0) own[Math.floor(i / size) * bins + at]! += weights === null ? 1 : (weights.data[i] as number)
  }
  return combinedInJs(own, bins, parts, weights !== null)
}
