import { expect, test } from 'vitest'
import { Pressure } from '../src/heap/pressure.js'

const MIB = 2 ** 20

/** Mebibytes of small results after which the next collection of the young is due. */
function pace(pressure: Pressure): number {
  let mib = 0
  for (; !pressure.due; mib++) pressure.allocate(MIB)
  return mib
}

test('one slow collection of the young does not put off the next, two do', () => {
  const pressure = new Pressure()
  const usual = pace(pressure)
  pressure.collectedYoung(0.1, 0)
  expect(pace(pressure)).toBe(usual)
  // Other programs had the processors.
  pressure.collectedYoung(10, 0)
  expect(pace(pressure)).toBe(usual)
  // The program's own young objects are many.
  pressure.collectedYoung(10, 0)
  expect(pace(pressure)).toBeGreaterThan(10 * usual)
  pressure.collectedYoung(0.1, 0)
  expect(pace(pressure)).toBe(usual)
})

test('where most of the young live, they are counted less and less often', () => {
  const pressure = new Pressure()
  const usual = pace(pressure)
  pressure.collectedYoung(0.1, usual * MIB)
  expect(pace(pressure)).toBeGreaterThanOrEqual(2 * usual - 1)
})
