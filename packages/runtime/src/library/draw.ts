import { type DType, drawInto, PCG_MULTIPLIER, streamOf } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, inTask, kernelFor, kernelsWanted, long, pieceOf, type Task } from './run.js'

/** Draws from which a kernel is worth its start. */
const LEAST = 64
/** Draws of a piece of work. */
const PIECE = 1 << 14
/** Where the engine has not yet compiled a kernel well, it does so between calls. */
const STRETCH = 1 << 15

const fixed = kernelFor('draw')
const NORMALS = kernelFor('draw', 'normals')('float64')
const whole = kernelFor('draw', 'integers')

const ALL = (1n << 128n) - 1n

/** The state of a PCG64 stream: what has to be known to go on with it. */
export interface PcgState {
  readonly state: bigint
  readonly increment: bigint
  /** The upper half of a draw of which 32 bits were taken; -1 if there is none. */
  readonly half: number
}

/** What drawing in a kernel gives, and where the stream is then. */
export interface Drawn {
  readonly memory: Memory
  readonly after: PcgState
}

/** What `count` steps do to a state: it is multiplied and added to. */
function jump(count: number, increment: bigint): [factor: bigint, term: bigint] {
  let [factor, term] = [1n, 0n]
  let [a, c] = [PCG_MULTIPLIER, increment]
  for (let n = count; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) [factor, term] = [(factor * a) & ALL, (term * a + c) & ALL]
    ;[a, c] = [(a * a) & ALL, ((a + 1n) * c) & ALL]
  }
  return [factor, term]
}

function write(to: BigInt64Array, at: number, x: bigint): void {
  to[at] = x
  to[at + 1] = x >> 64n
}

/** `count` floats in [0, 1): float64 of 53 bits, or float32 of 24, of which one draw makes two. Null where there is no kernel for it. */
export function drawFloats(dtype: 'float64' | 'float32', count: number, { state, increment, half }: PcgState): Drawn | null {
  const kernel = fixed(dtype)
  const draws = dtype === 'float64' ? count : count / 2
  if (
    count === 0 ||
    !kernelsWanted(count, LEAST) ||
    !Number.isInteger(draws) ||
    (dtype === 'float32' && half >= 0) ||
    !available(kernel)
  )
    return null
  return inTask((task) => {
    const [memory, after] = floats(task, dtype, count, state, increment)
    return { memory, after: { state: after, increment, half } }
  })
}

/** The floats of a stretch of a stream, as the call of the IR. */
export function draw(task: Task, stream: Memory, count: number): Memory {
  const words = stream.data as BigUint64Array
  if (available(fixed('float64')) && kernelsWanted(count, LEAST)) {
    const { state, increment } = streamOf(words)
    return floats(task, 'float64', count, state, increment)[0]
  }
  const memory = allocateMemory('float64', count)
  drawInto(words, memory.data)
  return memory
}

/** The state of a stream after `count` draws. */
export function advanced({ state, increment }: { state: bigint; increment: bigint }, count: number): bigint {
  const [factor, term] = jump(count, increment)
  return (state * factor + term) & ALL
}

/** `count` floats by the kernel, and the state that comes after them. */
function floats(task: Task, dtype: 'float64' | 'float32', count: number, state: bigint, increment: bigint): [Memory, bigint] {
  const draws = dtype === 'float64' ? count : count / 2
  const memory = task.result(dtype, count)
  const step = pieceOf(PIECE)
  const pieces = Math.ceil(draws / step)
  // The increment, the states at the beginnings of pieces, and at their ends.
  const states = task.scratch('bigint64', 4 * pieces + 2)
  const words = states.data as BigInt64Array
  write(words, 0, increment)
  write(words, 2, state)
  if (pieces > 1) {
    const [factor, term] = jump(step, increment)
    let at = state
    for (let i = 1; i < pieces; i++) {
      at = (at * factor + term) & ALL
      write(words, 2 * i + 2, at)
    }
  }
  const begins = states.address + 16
  task.launch({
    kernel: fixed(dtype),
    args: [memory.address, begins, states.address, step, begins + 16 * pieces],
    rows: draws,
    rowStep: step,
  })
  return [task.keep(memory), read(words, 4 * pieces)]
}

/** A stretch of a sequential kernel: from the state at words 0 to 4 of `states`, to that at words 5 to 8. */
function stretches(states: BigInt64Array, count: number, run: (from: number, to: number) => number): void {
  for (let at = 0; at < count; ) {
    at = run(at, Math.min(count, at + STRETCH))
    states.copyWithin(0, 5, 7)
  }
}

const read = (words: BigInt64Array, at: number): bigint =>
  BigInt.asUintN(64, words[at]!) | (BigInt.asUintN(64, words[at + 1]!) << 64n)

/** Decides what the kernel leaves open: the number for a draw, going on from a state, and where the stream is then. */
export type Open = (state: bigint, drawn: bigint) => { value: number | null; state: bigint }

/** `count` standard normal numbers, from the tables of the ziggurat (inside, width, height). */
export function drawNormals(count: number, from: PcgState, tables: Float64Array, open: Open): Drawn | null {
  if (!kernelsWanted(count, LEAST) || !available(NORMALS)) return null
  return inTask((task) => {
    const memory = task.result('float64', count)
    const to = memory.data as Float64Array
    const layers = task.scratch('float64', tables.length)
    layers.data.set(tables as never)
    const states = task.scratch('bigint64', 10)
    const words = states.data as BigInt64Array
    write(words, 0, from.state)
    write(words, 2, from.increment)
    stretches(words, count, (first, end) => {
      task.launch({
        kernel: NORMALS,
        args: [memory.address, first, end, states.address, states.address + 40, layers.address],
        rows: 1,
        rowStep: 1,
      })
      const reached = Number(words[7])
      if (reached === end) return end
      const { value, state } = open(read(words, 5), BigInt.asUintN(64, words[8]!))
      write(words, 5, state)
      if (value === null) return reached
      to[reached] = value
      return reached + 1
    })
    return { memory: task.keep(memory), after: { ...from, state: read(words, 0) } }
  })
}

/** `count` whole numbers from `low` to `low + most`, which is below 2³² - 1. */
export function drawIntegers(dtype: DType, count: number, from: PcgState, most: number, low: bigint): Drawn | null {
  const kernel = whole(dtype)
  if (most === 0 || !kernelsWanted(count, LEAST) || !available(kernel)) return null
  return inTask((task) => {
    const memory = task.result(dtype, count)
    const states = task.scratch('bigint64', 10)
    const words = states.data as BigInt64Array
    write(words, 0, from.state)
    write(words, 2, from.increment)
    words[4] = BigInt(from.half)
    stretches(words, count, (first, end) => {
      task.launch({
        kernel,
        args: [memory.address, first, end, states.address, states.address + 40, most, long(BigInt.asUintN(64, low))],
        rows: 1,
        rowStep: 1,
      })
      words[4] = words[7]!
      return end
    })
    return { memory: task.keep(memory), after: { ...from, state: read(words, 0), half: Number(words[4]) } }
  })
}
