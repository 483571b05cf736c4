import { type DType, drawInto, dtypeInfo, streamOf, type TypedArray, wordsOf } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { drawing } from './costs.js'
import { ALL, advanced, bigOf, jumpAgain, type PcgState, type Wide, wideOf } from './pcg.js'
import { available, inTask, kernelFor, kernelsWanted, long, moverOf, pieceOf, type Task, type Words } from './run.js'
import type { Stretches } from './stretch.js'

const fixed = kernelFor('draw')
const LAYERED = {
  normals: kernelFor('draw', 'normals')('float64'),
  exponentials: kernelFor('draw', 'exponentials')('float64'),
  gammas: kernelFor('draw', 'gammas')('float64'),
}
const whole = kernelFor('draw', 'integers')
const shuffles = kernelFor('draw', 'shuffles')

/** What drawing in a kernel gives, and where the stream is then. */
export interface Drawn {
  readonly memory: Memory
  readonly after: PcgState
}

function write({ data, at }: Words, word: number, x: Wide): void {
  for (let i = 0; i < 4; i++) data[at + word + i] = x[i]!
}

const read = ({ data, at }: Words, word: number): Wide => [
  data[at + word]! >>> 0,
  data[at + word + 1]! >>> 0,
  data[at + word + 2]! >>> 0,
  data[at + word + 3]! >>> 0,
]

/** `count` floats in [0, 1): float64 of 53 bits, or float32 of 24. Null where there is no kernel for it. */
export function drawFloats(dtype: 'float64' | 'float32', count: number, from: PcgState): Drawn | null {
  if (count === 0 || !kernelsWanted(count, drawing.least) || !available(fixed(dtype))) return null
  if (dtype === 'float32') return inTask((task) => singles(task, count, from))
  return inTask((task) => {
    const [memory, state] = floats(task, count, from.state, from.increment)
    return { memory, after: { ...from, state } }
  })
}

/** Of a draw the lower half makes one, then the upper half, which may be left from before, and may be left for later. */
function singles(task: Task, count: number, { state, increment, half }: PcgState): Drawn {
  const memory = task.result('float32', count)
  const first = half < 0 ? 0 : 1
  const pairs = Math.floor((count - first) / 2)
  let after = fill(task, 'float32', memory.address + 4 * first, pairs, state, increment)
  const single = (at: number, word: number): void => {
    memory.data[at] = (word >>> 8) * 2 ** -24
  }
  if (first === 1) single(0, half)
  if (first + 2 * pairs === count) return { memory: task.keep(memory), after: { state: after, increment, half: -1 } }
  const { address, data, at } = task.words(2)
  after = fill(task, 'biguint64', address, 1, after, increment)
  single(count - 1, data[at]!)
  return { memory: task.keep(memory), after: { state: after, increment, half: data[at + 1]! >>> 0 } }
}

/** The next draws of 64 bits, as pairs of words, the lower first: as many as `to` has room for. Null where there is no kernel for it. */
export function drawBits(to: Uint32Array, { state, increment, half }: PcgState): PcgState | null {
  const count = to.length / 2
  if (!kernelsWanted(count, drawing.least) || !available(fixed('biguint64'))) return null
  return inTask((task) => {
    const { data, address } = task.scratch('biguint64', count)
    const after = fill(task, 'biguint64', address, count, state, increment)
    to.set(new Uint32Array(data.buffer, data.byteOffset, to.length))
    return { state: after, increment, half }
  })
}

/** The floats of a stream, as the call of the IR: each stretch goes on where the one before it has left the stream, or begins where a jump leads. */
export function drawnInStretches(stream: Memory): Stretches {
  const { state, increment } = streamOf(stream.data as BigUint64Array)
  const step = wideOf(increment)
  let [reached, now] = [0, wideOf(state)]
  return (task, from, to) => {
    const start = from === reached ? now : wideOf(advanced({ state, increment }, from))
    const count = to - from
    if (!available(fixed('float64')) || !kernelsWanted(count, drawing.least)) {
      const memory = allocateMemory('float64', count)
      drawInto(wordsOf({ state: bigOf(start), increment }), memory.data)
      return { memory, first: from }
    }
    const [memory, after] = floats(task, count, start, step)
    ;[reached, now] = [to, after]
    return { memory, first: from }
  }
}

/** `count` doubles by the kernel, and the state that comes after them. */
function floats(task: Task, count: number, state: Wide, increment: Wide): [Memory, Wide] {
  const memory = task.result('float64', count)
  const after = fill(task, 'float64', memory.address, count, state, increment)
  return [task.keep(memory), after]
}

/** What draws make, 8 bytes each, stored from an address on: a double, two singles, or the draws as they are. Returns the state that comes after them. */
function fill(
  task: Task,
  dtype: 'float64' | 'float32' | 'biguint64',
  to: number,
  draws: number,
  state: Wide,
  increment: Wide,
): Wide {
  if (draws === 0) return state
  const step = pieceOf(drawing.piece)
  const pieces = Math.ceil(draws / step)
  // The increment, the states at the beginnings of pieces, and at their ends.
  const states = task.words(8 * pieces + 4)
  write(states, 0, increment)
  write(states, 4, state)
  if (pieces > 1) {
    const [factor, term] = jumpAgain(step, bigOf(increment))
    let at = bigOf(state)
    for (let i = 1; i < pieces; i++) {
      at = (at * factor + term) & ALL
      write(states, 4 * i + 4, wideOf(at))
    }
  }
  const begins = states.address + 16
  task.launch({
    kernel: fixed(dtype),
    args: [to, begins, states.address, step, begins + 16 * pieces],
    rows: draws,
    rowStep: step,
  })
  return read(states, 8 * pieces)
}

/**
 * Words of a sequential kernel: what it goes on from (a state, the increment, half a draw, a part of a word and its bits), then what it leaves
 * (the same but for the increment, or a state and more).
 */
const SEQUENCE_WORDS = 24
const LEFT = 14

/** The stretches of a sequential kernel, one after the other. */
function stretches(states: Words, count: number, run: (from: number, to: number) => number): void {
  for (let at = 0; at < count; ) {
    at = run(at, Math.min(count, at + drawing.stretch))
    write(states, 0, read(states, LEFT))
  }
}

/** Decides what the kernel leaves open: the number for a draw, going on from a state, and where the stream is then. */
export type Open = (state: Wide, drawn: bigint, position: number) => { value: number | null; state: Wide }

const NO_PAIRS = new Float64Array(0)

/** `count` standard normal or exponential numbers, from the tables of their ziggurat (inside, width, height); gammas of `pairs`, by turns. */
export function drawLayered(
  which: keyof typeof LAYERED,
  count: number,
  from: PcgState,
  tables: Float64Array,
  open: Open,
  pairs: Float64Array = NO_PAIRS,
): Drawn | null {
  const kernel = LAYERED[which]
  if (!kernelsWanted(count, drawing.least) || !available(kernel)) return null
  return inTask((task) => {
    const memory = task.result('float64', count)
    const to = memory.data as Float64Array
    const layers = task.scratch('float64', tables.length + pairs.length)
    const constants = layers.data as Float64Array
    constants.set(tables)
    constants.set(pairs, tables.length)
    const states = task.words(SEQUENCE_WORDS)
    write(states, 0, from.state)
    write(states, 4, from.increment)
    stretches(states, count, (first, end) => {
      task.launch({
        kernel,
        args: [
          memory.address,
          first,
          end,
          states.address,
          states.address + 4 * LEFT,
          layers.address,
          layers.address + tables.byteLength,
          pairs.length / 2,
        ],
        rows: 1,
        rowStep: 1,
      })
      const [reached, , low, high] = read(states, LEFT + 4)
      if (reached === end) return end
      const { value, state } = open(read(states, LEFT), (BigInt(high) << 32n) | BigInt(low), reached)
      write(states, LEFT, state)
      if (value === null) return reached
      to[reached] = value
      return reached + 1
    })
    return { memory: task.keep(memory), after: { ...from, state: read(states, 0) } }
  })
}

/** Draws of 32 bits by a sequential kernel, which goes on from `from`; where the stream is afterwards. */
function halves(task: Task, count: number, from: PcgState, run: (states: Words, first: number, end: number) => void): PcgState {
  const states = task.words(SEQUENCE_WORDS)
  const { data, at } = states
  write(states, 0, from.state)
  write(states, 4, from.increment)
  // 64 bits: none is -1.
  data[at + 8] = from.half
  data[at + 9] = from.half < 0 ? -1 : 0
  data.fill(0, at + 10, at + LEFT)
  stretches(states, count, (first, end) => {
    run(states, first, end)
    data.copyWithin(at + 8, at + LEFT + 4, at + LEFT + 9)
    return end
  })
  return { ...from, state: read(states, 0), half: data[at + 9]! < 0 ? -1 : data[at + 8]! >>> 0 }
}

/** `count` whole numbers from `low` to `low + most`, which is below 2³² - 1, of 32 random bits each; of dtypes of 8 and 16 bits of so many. */
export function drawIntegers(dtype: DType, count: number, from: PcgState, most: number, low: bigint, bits: number): Drawn | null {
  const kernel = whole(dtypeInfo[dtype].bytes < 4 ? moverOf(dtype) : dtype)
  if (most === 0 || !kernelsWanted(count, drawing.least) || !available(kernel)) return null
  return inTask((task) => {
    const memory = task.result(dtype, count)
    const after = halves(task, count, from, (states, first, end) =>
      task.launch({
        kernel,
        args: [memory.address, first, end, states.address, states.address + 4 * LEFT, most, long(BigInt.asUintN(64, low)), bits],
        rows: 1,
        rowStep: 1,
      }),
    )
    return { memory: task.keep(memory), after }
  })
}

/** Lines of `length` neighbours, each in a random order of its own. */
export function drawShuffles(data: TypedArray, dtype: DType, length: number, from: PcgState): Drawn | null {
  const kernel = shuffles(moverOf(dtype))
  if (length < 2 || !kernelsWanted(data.length, drawing.least) || !available(kernel)) return null
  return inTask((task) => {
    const memory = task.result(dtype, data.length)
    memory.data.set(data as never)
    const after = halves(task, (data.length / length) * (length - 1), from, (states, first, end) =>
      task.launch({
        kernel,
        args: [memory.address, first, end, length, states.address, states.address + 4 * LEFT],
        rows: 1,
        rowStep: 1,
      }),
    )
    return { memory: task.keep(memory), after }
  })
}
