import real from 'ndarray-ops'
import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'
import ops from 'weldarray/ops'

// What stays pending, proved by counting: operations recorded, evaluations asked for and not asked for.

type Fn = (...args: unknown[]) => unknown
const table = ops as unknown as Record<string, Fn>
/** Evaluated arrays up to some length are computed at once, since that is faster than to record it; pending ones never are. */
const LONG = 40_000
const SHORT = 3000

/** These look at every element, for what they return or for Math.random. */
const IMMEDIATE = /^(any|all|sum|prod|norm1|norm2|norm2squared|norminf|sup|inf|argmin|argmax|random|equals)$/
const isScalar = (name: string): boolean => /^(?!(abs|a?cos)(eq)?$).*s(eq)?$/.test(name)
const elementwise = Object.keys(real).filter((name) => !IMMEDIATE.test(name))

const evaluated = (): np.NdArray => np.arange(LONG).add(0.5).evaluate()
const pending = (): np.NdArray => np.arange(SHORT).evaluate().add(0.5)

function counted(work: () => void): { recorded: number; evaluations: number; fallbacks: number } {
  const count = () => {
    const { recorded, evaluationsExplicit, evaluationsImplicit, fallbacks } = np.stats()
    const calls = Object.values(fallbacks).reduce((n, f) => n + f.count, 0)
    return { recorded, evaluations: evaluationsExplicit + evaluationsImplicit, fallbacks: calls }
  }
  const before = count()
  work()
  const after = count()
  return {
    recorded: after.recorded - before.recorded,
    evaluations: after.evaluations - before.evaluations,
    fallbacks: after.fallbacks - before.fallbacks,
  }
}

/** Calls a function on arrays from `make`; gives its destination and what the call itself did. */
function call(name: string, make: () => unknown): { destination: np.NdArray; did: ReturnType<typeof counted> } {
  const args = Array.from({ length: (real as unknown as Record<string, Fn>)[name]!.length }, make)
  if (isScalar(name)) args[args.length - 1] = 3
  const did = counted(() => table[name]!(...args))
  return { destination: args[0] as np.NdArray, did }
}

test.each(elementwise)('ops.%s on library memory waits', (name) => {
  for (const make of [evaluated, pending]) {
    const { destination, did } = call(name, make)
    expect({
      ...did,
      recorded: did.recorded > 0 || name === 'assign' || name === 'assigns',
      waits: !destination.isEvaluated,
    }).toEqual(
      // What is assigned from an evaluated array is the array's contents until either is written.
      { recorded: true, evaluations: 0, fallbacks: 0, waits: !(name === 'assign' && make === evaluated) },
    )
  }
})

test.each(elementwise)("ops.%s on a caller's memory is done when it returns", (name) => {
  const { destination } = call(name, () => ndarray(new Float64Array(SHORT).fill(2)))
  const later = call(name, () => ndarray(new Float64Array(SHORT).fill(2)).mul(1)).destination
  expect(destination.data).toEqual(later.data)
})

test('a hundred operations of ops on one owned array are one evaluation and one loop', () => {
  const [x, y] = [evaluated(), evaluated()]
  const { loops } = np.stats()
  const { evaluations, recorded } = counted(() => {
    for (let i = 0; i < 50; i++) ops.mulseq(ops.addeq(x, y), 0.5)
    expect(x.isEvaluated).toBe(false)
    x.get(0)
  })
  expect([evaluations, recorded, np.stats().loops - loops]).toEqual([1, 100, 1])
})

test('views, shapes and the like of a pending array evaluate nothing', () => {
  const x = evaluated().reshape(100, 400).mul(2)
  const { evaluations } = counted(() => {
    const view = x.lo(1, 1).hi(10, 20).step(-1, 2).transpose(1, 0)
    void [
      view.shape,
      view.stride,
      view.offset,
      view.order,
      view.size,
      view.dtype,
      view.index(0, 0),
      x.pick(3),
      x.T,
      x.slice('1:5'),
    ]
  })
  expect([evaluations, x.isEvaluated]).toEqual([0, false])
})
