import { binScale, scatterParts, tallyInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { tallies } from './costs.js'
import { available, double, kernelFor, kernelsWanted, type Launch, pieceOf, type Task } from './run.js'

const binning = { plain: kernelFor('bins')('float64'), weighted: kernelFor('bins', 'weights')('float64') }

const sums = { plain: kernelFor('bin sums')('float64'), weighted: kernelFor('bin sums', 'weights')('float64') }

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
  task.launch({ kernel, args: [own.address, result.address, bins, parts], rows: bins, rowStep: pieceOf(tallies.bins) })
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
  const scale = binScale(edges.data as Float64Array)
  if (!Number.isFinite(scale) || !kernelsWanted(length, tallies.least) || !available(kernel))
    return tallyInJs(numbers, weights, edges)
  const [from, limits] = [task.address(numbers), task.address(edges)]
  return inParts(task, length, bins, weights, (own, by, size) => ({
    kernel,
    args: [from, by, own, bins, length, size, limits, double(first), double(last), double(scale)],
  }))
}

function tallyInJs(numbers: Memory, weights: Memory | null, edges: Memory): Memory {
  const result = allocateMemory(weights === null ? 'bigint64' : 'float64', edges.length - 1)
  tallyInto(numbers.data, edges.data as Float64Array, weights === null ? null : weights.data, result.data)
  return result
}
