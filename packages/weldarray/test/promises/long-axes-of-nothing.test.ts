import { afterEach, describe, expect, it } from 'vitest'
import * as np from 'weldarray'

/*
 * An array of shape (10⁹, 0), which a file of a hundred bytes can have, has no elements: its sums over the second axis have 10⁹, and it is 10⁹ arrays
 * where a list of arrays is wanted.
 */

const LONG = 1e9
const nothing = (): np.NdArray => np.zeros([LONG, 0])

describe('what is reduced to more elements than there were', () => {
  afterEach(() => np.configure({ maxMemory: '4G' }))

  it.each<[string, () => np.NdArray]>([
    ['sum', () => nothing().sum(1)],
    ['prod', () => np.prod(nothing(), { axis: 1, keepdims: true })],
    ['mean', () => np.mean(nothing(), 1)],
    ['sum over the first axis', () => nothing().T.sum(0)],
  ])('is recorded, not computed at once: %s', (_, run) => {
    const { evaluationsImplicit, bytesHeld } = np.stats()
    const before = process.memoryUsage().arrayBuffers
    const x = run()
    expect(x.size).toBe(LONG)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6)
    expect(np.stats().bytesHeld - bytesHeld).toBeLessThan(1e6)
    expect(np.stats().evaluationsImplicit).toBe(evaluationsImplicit)
  })

  it('has NumPy’s values', () => {
    expect(np.zeros([5000, 0]).sum(1).add(1).sum().item()).toBe(5000)
    expect(np.zeros([5000, 0]).prod(1).sum().item()).toBe(5000)
    expect(np.zeros([3, 0], 'int8').sum(1).tolist()).toEqual([0, 0, 0])
  })

  it('counts against the limit of memory', () => {
    np.configure({ maxMemory: '64M' })
    expect(() => np.zeros([1e8, 0]).sum(1).evaluate()).toThrow(np.MemoryLimitError)
  })
})

describe('an array that is taken for a list of too many arrays is refused', () => {
  it.each<[string, (x: np.NdArray) => unknown]>([
    ['unstack', (x) => np.unstack(x)],
    ['array_split', (x) => np.array_split(x, LONG)],
    ['concatenate', (x) => np.concatenate(x as never)],
    ['stack', (x) => np.stack(x as never)],
    ['vstack', (x) => np.vstack(x as never)],
    ['lexsort', (x) => np.lexsort(x)],
    ['choose', (x) => np.choose([0], x as never)],
  ])('%s', (_, run) => expect(() => run(nothing())).toThrow(/1000000000 parts, expected at most/))

  it('and one of few arrays is not', () => {
    expect(np.concatenate(np.ones([3, 2]) as never).shape).toEqual([6])
    expect(np.unstack(np.ones([3, 2])).length).toBe(3)
  })
})
