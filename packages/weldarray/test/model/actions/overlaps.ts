import * as np from 'weldarray'
import type { Random } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { binary, elementsOf, isFloat, type Scalar, type Strided, sizeOf, store } from '../support/values.js'
import type { Pair, World } from '../support/world.js'
import { sortedRows } from './orders.js'

/* Parts of an array that are written from other parts of it: as if operands had been copied first. */

/** Slices along the first axis, as a start, a step, and by how much they are shorter. */
const slices: readonly [text: string, start: (n: number) => number, step: number, less: number][] = [
  [':', () => 0, 1, 0],
  ['::-1', (n) => n - 1, -1, 0],
  ['1:', () => 1, 1, 1],
  [':-1', () => 0, 1, 1],
  ['-2::-1', (n) => n - 2, -1, 1],
  [':0:-1', (n) => n - 1, -1, 1],
  ['1:-1', () => 1, 1, 2],
  ['2:', () => 2, 1, 2],
  [':-2', () => 0, 1, 2],
]

interface Part {
  readonly text: string
  readonly model: Strided
  readonly weld: np.NdArray
}

function partOf({ name, model, weld }: Pair, [text, start, step, less]: (typeof slices)[number]): Part {
  const { shape, stride, offset } = model
  const n = shape[0]!
  return {
    text: `${name}.slice('${text}')`,
    weld: weld.slice(text),
    model: {
      ...model,
      shape: [n - less, ...shape.slice(1)],
      stride: [step * stride[0]!, ...stride.slice(1)],
      offset: offset + start(n) * stride[0]!,
    },
  }
}

/** The array turned over, where its shape is that of a square. */
function turned({ name, model, weld }: Pair): Part | null {
  const [n, m] = model.shape
  if (model.shape.length !== 2 || n !== m) return null
  return { text: `${name}.T`, weld: weld.T as np.NdArray, model: { ...model, stride: [...model.stride].reverse() } }
}

/** Two views of an array with one shape. */
function views(random: Random, pair: Pair): [Part, Part] {
  const whole = partOf(pair, slices[0]!)
  const over = turned(pair)
  if (over !== null && random.int(0, 1) === 0)
    return random.pick<[Part, Part]>([
      [over, whole],
      [whole, over],
    ])
  const to = random.pick(slices)
  return [partOf(pair, to), partOf(pair, random.pick(slices.filter(([, , , less]) => less === to[3])))]
}

const target = (world: World, random: Random, suits: (pair: Pair) => boolean = () => true): Pair | undefined =>
  world.target(random, (p) => p.model.shape.length > 0 && p.model.shape[0]! > 2 && sizeOf(p.model.shape) > 0 && suits(p))

/** `x.slice('1:').addeq(x.slice(':-1'))` and its kin. */
export const shift: Action = (world, random) => {
  const pair = target(world, random)
  if (pair === undefined) return false
  world.focusOn(pair.model.store)
  const [to, from] = views(random, pair)
  const how = random.pick(['assign', 'add', 'sub', 'mul', 'out'] as const)
  if (how === 'assign') {
    world.said = `${to.text}.assign(${from.text})`
    const list = elementsOf(from.model)
    to.weld.assign(from.weld)
    store(to.model, list)
  } else if (how === 'out') {
    world.said = `np.subtract(${from.text}, ${to.text}, { out: ${to.text} })`
    const { data } = binary('sub', from.model, to.model)!
    np.subtract(from.weld, to.weld, { out: to.weld })
    store(to.model, data as ArrayLike<Scalar>)
  } else {
    world.said = `${to.text}.${how}eq(${from.text})`
    const { data } = binary(how, to.model, from.model)!
    to.weld[`${how}eq`](from.weld)
    store(to.model, data as ArrayLike<Scalar>)
  }
  return true
}

/** Values of which nothing is left but a call, once they are simplified: the rows of a part, sorted. */
export const simplified: Action = (world, random) => {
  const pair = target(world, random, (p) => !isFloat(p.model.dtype))
  if (pair === undefined) return false
  const [to, from] = views(random, pair)
  const sorted = np.sort(from.weld)
  const [text, value] = random.pick([
    ['np.maximum(y, y)', np.maximum(sorted, sorted)],
    ['y.neg().neg()', sorted.neg().neg()],
    ['y.mul(1)', sorted.mul(1)],
  ] as const)
  world.said = `const y = np.sort(${from.text}); ${to.text}.assign(${text})`
  const list = sortedRows(from.model)
  to.weld.assign(value)
  store(to.model, list)
  return true
}
