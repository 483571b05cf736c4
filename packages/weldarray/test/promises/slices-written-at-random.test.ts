import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Random programs that read and write slices of two arrays, keep some of what they compute on the way, and look at it later: what each value
// was made of is what was there then.

const PROGRAMS = 60

type Numbers = Float64Array
interface Region {
  readonly text: string
  at(i: number, j: number): number
}

let state = (Number(process.env.WELDARRAY_TEST_SEED ?? 1) % 2147483646) + 1
const int = (below: number): number => {
  state = (state * 16807) % 2147483647
  return state % below
}
const pick = <T>(list: readonly T[]): T => list[int(list.length)]!

/** So many elements of an axis, a step apart: as text, the first, and the step. */
function slice(length: number, count: number): [string, number, number] {
  const step = pick([1, 1, 1, 2, -1, -2, 3])
  const span = (count - 1) * Math.abs(step) + 1
  const low = int(length - (span > length ? count : span) + 1)
  if (span > length) return [`${low}:${low + count}`, low, 1]
  if (step > 0) return [`${low}:${low + span}:${step}`, low, step]
  const high = low + span - 1
  return [`${high}:${low === 0 ? '' : low - 1}:${step}`, high, step]
}

test(`${PROGRAMS} programs see what loops over numbers see`, () => {
  for (let p = 0; p < PROGRAMS; p++) {
    const began = state
    const [R, C] = pick([
      [6, 7],
      [30, 40],
      [64, 64],
      [70, 90],
      [120, 100],
    ] as const)
    const flat = int(3) === 0
    const variables = [0, 1].map(() => {
      const numbers = Float64Array.from({ length: R * C }, () => int(1000) / 8)
      const array = np.array(numbers.slice()).reshape(R, C)
      return { array: flat ? array : array.copy(), numbers }
    })
    const kept: [np.NdArray, Numbers][] = []
    const check = (x: np.NdArray, expected: Numbers): void => {
      const elements = x.reshape(-1).tolist() as number[]
      const wrong = elements.findIndex((e, i) => e !== expected[i])
      if (wrong >= 0) expect.fail(`element ${wrong} is ${elements[wrong]} for ${expected[wrong]} (state ${began})`)
    }
    const region = (rows: number, columns: number): Region => {
      const [r, c] = [slice(R, rows), slice(C, columns)]
      return { text: `${r[0]}, ${c[0]}`, at: (i, j) => (r[1] + i * r[2]) * C + c[1] + j * c[2] }
    }
    for (let step = 4 + int(int(10) === 0 ? 60 : 12); step > 0; step--) {
      const sizes = [
        [1, 1],
        [1, C],
        [R, 1],
        [R - 1, C - 1],
        [1 + int(R), 1 + int(C)],
        [R >> 1, C >> 1],
        [R, C],
      ] as const
      const [rows, columns] = pick(sizes)
      const near = region(rows, columns)
      const some = (): [np.NdArray, Numbers] => {
        const { array, numbers } = pick(variables)
        const from = int(5) < 2 ? near : region(rows, columns)
        return [
          array.slice(from.text),
          Float64Array.from({ length: rows * columns }, (_, k) => numbers[from.at(Math.floor(k / columns), k % columns)]!),
        ]
      }
      let [x, e] = some()
      for (let k = int(5); k > 0; k--) {
        const how = int(5)
        if (how === 0) [x, e] = [x.mul(0.5), e.map((t) => t * 0.5)]
        else if (how === 1) [x, e] = [x.add(3), e.map((t) => t + 3)]
        else if (how === 2) {
          const most = e.reduce((a, b) => Math.max(a, b))
          ;[x, e] = [x.sub(x.max()), e.map((t) => t - most)]
        } else {
          const [y, f] = some()
          ;[x, e] = how === 3 ? [x.add(y), e.map((t, i) => t + f[i]!)] : [np.maximum(x, y), e.map((t, i) => Math.max(t, f[i]!))]
        }
        if (int(3) === 0) kept.push([x, e])
      }
      const { array, numbers } = pick(variables)
      const change = (to: (old: number, k: number) => number): void => {
        for (let k = 0; k < rows * columns; k++) {
          const at = near.at(Math.floor(k / columns), k % columns)
          numbers[at] = to(numbers[at]!, k)
        }
      }
      const to = array.slice(near.text)
      const how = int(6)
      if (how < 2) {
        to.assign(x)
        change((_, k) => e[k]!)
      } else if (how === 2) {
        to.addeq(x)
        change((old, k) => old + e[k]!)
      } else if (how === 3) {
        to.muleq(0.5)
        change((old) => old * 0.5)
      } else if (how === 4) {
        to.assign(step)
        change(() => step)
      } else {
        array.set(1, 2, step)
        numbers[C + 2] = step
      }
      if (int(8) === 0 && kept.length > 0) check(...pick(kept))
    }
    for (const one of kept) check(...one)
    for (const { array, numbers } of variables) check(array, numbers)
  }
})
