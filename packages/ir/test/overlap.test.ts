import { areDisjoint, forEachIndex, isInside, type View } from '@weldarray/ir'
import { expect, test } from 'vitest'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

function randomFrom(first: number): (below: number) => number {
  let state = (first % 2147483646) + 1
  return (below) => {
    state = (state * 16807) % 2147483647
    return state % below
  }
}

const elements = (view: View): Set<number> => {
  const found = new Set<number>()
  forEachIndex(view.shape, view.strides, view.offset, (_, at) => found.add(at))
  return found
}

test('views that are said to be disjoint have no element in common, and those of other rows, columns and parities are said to be', () => {
  const random = randomFrom(seed)
  const sources = [[40], [6, 7], [1, 9], [3, 4, 5], [42]]
  let apart = 0
  let said = 0
  for (let k = 0; k < 20_000; k++) {
    const source = sources[random(sources.length)]!
    const length = source.reduce((a, b) => a * b)
    const some = (): View => {
      const rank = random(3)
      return {
        shape: Array.from({ length: rank }, () => random(5)),
        strides: Array.from({ length: rank }, () => random(17) - 6),
        offset: random(length),
      }
    }
    const [a, b] = [some(), some()]
    if (!isInside(a, length) || !isInside(b, length)) continue
    const [inA, inB] = [elements(a), elements(b)]
    const isApart = ![...inA].some((at) => inB.has(at))
    const answer = areDisjoint(source, a, b)
    if (answer && !isApart) expect.fail(`${JSON.stringify([source, a, b])} have elements in common (seed ${seed})`)
    apart += Number(isApart)
    said += Number(answer)
  }
  expect(said / apart).toBeGreaterThan(0.8)
  const rows = { shape: [3, 7], strides: [7, 1], offset: 21 }
  const columns = { shape: [6, 2], strides: [7, 1], offset: 1 }
  const besides = { shape: [6, 3], strides: [7, 1], offset: 4 }
  const even = { shape: [3, 3], strides: [14, 2], offset: 0 }
  const odd = { shape: [3, 3], strides: [14, 2], offset: 7 }
  for (const source of [[6, 7], [42]]) {
    expect(areDisjoint(source, columns, besides)).toBe(true)
    expect(areDisjoint([6, 7], even, odd)).toBe(true)
    expect(areDisjoint(source, rows, columns)).toBe(false)
    expect(areDisjoint(source, rows, { ...rows, offset: 0 })).toBe(true)
  }
})
