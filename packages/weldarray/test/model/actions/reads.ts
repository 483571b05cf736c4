import ndarray, { type NdArray } from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { given, givenElements, isNumeric, type Scalar, sizeOf } from '../support/values.js'
import { type ModelArray, type Pair, same, sameElements, sameForm, shown } from '../support/world.js'

/** An index, at times one out of range; not along axes of length 1, whose strides are nobody's promise. */
const indexIn = (random: Random, { shape, repeats }: ModelArray): number[] =>
  shape.map((n) =>
    n > 1 && !repeats && chance(random, 0.05) ? random.pick([-1, n, n + 5000]) : random.int(0, Math.max(0, n - 1)),
  )

const hasElements = ({ model }: Pair): boolean => model.shape.every((n) => n > 0)

const maybeGiven = (x: Scalar | undefined): number | undefined => (x === undefined ? x : given(x))

/** `get`, at times outside of the array or of its memory. */
export const get: Action = (world, random) => {
  const pair = world.some(random, hasElements)
  if (pair === undefined) return false
  for (let k = 0; k < 3; k++) {
    const index = indexIn(random, pair.model)
    world.said = `${pair.name}.get(${index.join(', ')})`
    same(pair.weld.get(...index), maybeGiven(pair.model.view.get(...index) as Scalar | undefined), 'the element')
  }
  return true
}

/** `set`, which returns what it was given and ignores what is outside of memory. */
export const set: Action = (world, random) => {
  const pair = world.target(random, hasElements)
  if (pair === undefined) return false
  const index = indexIn(random, pair.model)
  const value = random.pick([50, 7, 300, -1, 2.5, Number.NaN])
  world.said = `${pair.name}.set(${[...index, value].join(', ')})`
  same(pair.weld.set(...index, value), pair.model.view.set(...index, value), 'what set returns')
  return true
}

/** Everything, in one of the ways to see it. */
export const look: Action = (world, random) => {
  const pair = world.some(random)
  if (pair === undefined) return false
  const how = random.pick(['tolist', 'clone', 'json', 'iterate', 'print', 'item', 'flat', 'form'])
  world.said = `${pair.name} // ${how}`
  views[how]!(pair.weld, pair.model)
  return true
}

const sameItem = (item: unknown, model: ModelArray, at: number): void =>
  same(typeof item === 'boolean' ? Number(item) : item, givenElements(model)[at], `item ${at}`)

const views: Record<string, (weld: NdArray, model: ModelArray) => void> = {
  tolist: sameElements,
  clone: (weld, model) => sameElements(weld.clone(), model),
  json(weld, model) {
    const numbers = (JSON.parse(`[${JSON.stringify(weld)}]`) as unknown[]).flat(20)
    const wanted = givenElements(model)
    same(numbers.length, wanted.length, 'the number of elements in JSON')
    wanted.forEach((x, i) => {
      const plain = typeof numbers[i] === 'boolean' ? Number(numbers[i]) : numbers[i]
      same(plain, Number.isFinite(x) ? x + 0 : null, `element ${i} of the JSON`)
    })
  },
  iterate(weld, model) {
    if (model.shape.length === 0) return
    const elements = [...weld].flatMap((x): Scalar[] => (typeof x === 'object' ? shown(x) : [x]))
    givenElements(model).forEach((x, i) => same(elements[i], x, `element ${i} of the iteration`))
  },
  print(weld, model) {
    if (!isNumeric(model.dtype)) return
    const { data, shape, stride, offset } = model
    same(String(weld), String(ndarray(data as never, shape, stride, offset)), 'the text')
  },
  item(weld, model) {
    const size = sizeOf(model.shape)
    if (size === 1) sameItem(weld.item(), model, 0)
    for (const at of new Set([0, size >> 1, size - 1])) if (at >= 0 && at < size) sameItem(weld.item(at - size), model, at)
  },
  flat(weld, model) {
    const elements = [...weld.flat]
    same(elements.length, sizeOf(model.shape), 'the length of flat')
    givenElements(model).forEach((x, i) => same(elements[i], x, `element ${i} of flat`))
  },
  form(weld, model) {
    sameForm(weld, model)
    same(weld.dimension, model.view.dimension, 'dimension')
  },
}
