import * as np from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import { elementsOf, filledFrom, positions, type Result, type Strided, sizeOf } from './values.js'
import { MOST_ELEMENTS, type ModelArray, type Pair, type World } from './world.js'

/** An index array, as both sides have it. */
interface IndexArray {
  readonly text: string
  readonly list: readonly number[]
  readonly shape: readonly number[]
  /** Whether one of them is outside; then `weld` is there, so that it is told at the call. */
  readonly wrong: boolean
  readonly weld: np.NdArray | number[]
}

/** What an index selects: its places in memory in C order. */
export interface Selection {
  readonly text: string
  readonly spec: unknown[]
  readonly shape: readonly number[]
  readonly places: readonly number[]
  readonly wrong: boolean
}

/** Indices along an axis of length n: a caller's list, an array that is there, one still to be computed, or one of the program's arrays. */
function indices(world: World, random: Random, n: number, count: number): IndexArray {
  const known = chance(random, 0.25)
    ? world.some(random, ({ model }) => model.dtype === 'int32' && model.shape.length === 1 && sizeOf(model.shape) <= count)
    : undefined
  if (known !== undefined) {
    const list = elementsOf(known.model).map((x) => (((x as number) % n) + n) % n)
    return { text: `${known.name}.mod(${n})`, list, shape: known.model.shape, wrong: false, weld: known.weld.mod(n) }
  }
  const wrong = chance(random, 0.02)
  const list = Array.from({ length: count }, () => random.int(-n, n - 1))
  if (wrong && count > 0) list[random.int(0, count - 1)] = random.pick([n, -n - 1, n + 1000])
  const isWrong = list.some((i) => i < -n || i >= n)
  const dtype = random.pick(['float64', 'int32', 'int64'] as const)
  const array = (): np.NdArray => np.array(list, dtype) as unknown as np.NdArray
  const ways: [string, () => np.NdArray | number[]][] = [
    ['', () => list],
    [dtype, array],
    ...(isWrong ? [] : [[`pending ${dtype}`, () => array().add(0)] as [string, () => np.NdArray]]),
  ]
  const [how, weld] = random.pick(ways)
  return { text: `${how}[${list}]`, list, shape: [count], wrong: isWrong, weld: weld() }
}

const counting = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** Random indices of an array: along one axis, with slices beside it, or along the first two together. */
function selection(world: World, random: Random, model: ModelArray): Selection | null {
  const { shape } = model
  const rank = shape.length
  if (rank === 0 || shape.some((n) => n === 0)) return null
  const rest = sizeOf(shape) / shape[0]!
  const count = random.pick([1, 2, 3, 5, 12, Math.max(1, Math.min(shape[0]!, Math.floor(MOST_ELEMENTS / rest)))])
  const together = rank > 1 && chance(random, 0.4)
  const axis = together || chance(random, 0.6) ? 0 : random.int(0, rank - 1)
  const first = indices(world, random, shape[axis]!, count)
  const size = first.list.length * (sizeOf(shape) / shape[axis]!)
  if (size > MOST_ELEMENTS) return null
  const second = together ? indices(world, random, shape[1]!, count) : null
  if (second !== null && second.list.length !== first.list.length) return null
  const spec: unknown[] = [...counting(axis).map(() => ':'), first.weld, ...(second === null ? [] : [second.weld])]
  const text = [...counting(axis).map(() => "':'"), first.text, ...(second === null ? [] : [second.text])].join(', ')
  const at = (i: number, n: number): number => (i < 0 ? i + n : i)
  // Axes before the index, the index's own, and those after it.
  const before = positions({ shape: shape.slice(0, axis), stride: model.stride.slice(0, axis), offset: model.offset })
  const chosen = first.list.map(
    (i, k) =>
      at(i, shape[axis]!) * model.stride[axis]! + (second === null ? 0 : at(second.list[k]!, shape[1]!) * model.stride[1]!),
  )
  const used = axis + (second === null ? 1 : 2)
  const after = positions({ shape: shape.slice(used), stride: model.stride.slice(used), offset: 0 })
  return {
    text,
    spec,
    shape: [...shape.slice(0, axis), ...first.shape, ...shape.slice(used)],
    places: before.flatMap((b) => chosen.flatMap((c) => after.map((a) => b + c + a))),
    wrong: first.wrong || (second?.wrong ?? false),
  }
}

/** A mask of an array's shape: one of the program's, or a comparison that is still to be computed. */
export function maskFor(world: World, random: Random, model: ModelArray, weld: np.NdArray): Selection | null {
  if (model.shape.length === 0) return null
  const known = world.some(random, (p) => p.model.dtype === 'bool' && String(p.model.shape) === String(model.shape))
  const [text, mask, held] =
    known !== undefined
      ? [known.name, known.weld, elementsOf(known.model).map(Boolean)]
      : ['itself.gt(3)', weld.gt(3), elementsOf(model).map((x) => (x as number) > 3)]
  const places = positions(model).filter((_, i) => held[i])
  return { text, spec: [mask], shape: [places.length], places, wrong: false }
}

/** One or the other. */
export const anySelection = (world: World, random: Random, { model, weld }: Pair): Selection | null =>
  chance(random, 0.3) ? maskFor(world, random, model, weld) : selection(world, random, model)

/** What a selection reads. */
export const selected = ({ dtype, data }: Strided, { shape, places }: Selection): Result => ({
  dtype,
  shape,
  data: filledFrom(
    dtype,
    places.map((p) => data[p]!),
  ),
})
