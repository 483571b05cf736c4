import { expect, test } from 'vitest'
import * as np from 'weldarray'

// With `where`, nothing is compared with a call of the function: what its source says has to be what is computed.
declare const one: number
const where = { one: 1 }

test('an index that counts is computed once, and before what is assigned', () => {
  const counted = np.vectorize(
    (x: number) => {
      const a = [0, 0, 0]
      let k = 0
      a[k++]! += one
      a[k++]! -= x
      a[k++]!++
      return a[0]! * 100 + a[1]! * 10 + a[2]! + k * 1000
    },
    { where },
  )
  expect([counted([2]).tolist(), counted.refusal]).toEqual([[3081], null])
  const before = np.vectorize(
    (x: number) => {
      const a = [0, 0]
      let k = 0
      a[k++] = k * x
      return a[0]! * 10 + a[1]! + one
    },
    { where },
  )
  expect([before([3]).tolist(), before.refusal]).toEqual([[31], null])
})

test('functions that a round of a loop makes see the variable of that round', () => {
  const f = np.vectorize(
    (x: number) => {
      let first: (() => number) | null = null
      let sum = 0
      for (let i = 0; i < 4; i++) {
        if (i === 1) first = () => i * x
        sum += first === null ? one : first()
      }
      return sum
    },
    { where },
  )
  expect([f([5]).tolist(), f.refusal]).toEqual([[16], null])
})
