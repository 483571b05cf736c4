import { expect, test } from 'vitest'
import * as np from 'weldarray'

const two = (): [np.NdArray, np.NdArray] => [np.arange(5000).add(1), np.arange(5000).mul(2)]

test('evaluate and evaluateAsync take arrays one by one and as a list, options last', async () => {
  const ways: ((...arrays: np.NdArray[]) => unknown)[] = [
    (a, b) => np.evaluate(a!, b!),
    (a, b) => np.evaluate([a!, b!]),
    (a, b) => np.evaluate([a!, b!], { timeLimit: 10_000 }),
    (a, b) => np.evaluateAsync(a!, b!),
    (a, b) => np.evaluateAsync([a!, b!]),
    (a, b) => np.evaluateAsync(a!, b!, { timeLimit: 10_000 }),
  ]
  for (const way of ways) {
    const arrays = two()
    await way(...arrays)
    expect(arrays.map((a) => a.isEvaluated)).toEqual([true, true])
  }
  const [a, b] = two()
  expect(await np.evaluateAsync(a, b)).toEqual([a, b])
})

test('an option that there is not is an error, also where an array is evaluated', async () => {
  const [a, b] = two()
  const options = { timelimit: 5 } as object
  expect(() => a.evaluate(options)).toThrow("evaluate: there is no option 'timelimit'; did you mean 'timeLimit'?")
  expect(() => np.evaluate(a, b, options)).toThrow(/no option 'timelimit'/)
  await expect(a.evaluateAsync(options)).rejects.toThrow(/no option 'timelimit'/)
  await expect(np.evaluateAsync([a, b], options)).rejects.toThrow(/no option 'timelimit'/)
  await expect(np.evaluateAsync(1 as never)).rejects.toThrow(
    'evaluateAsync: got 1, expected arrays of this library, or a list of them',
  )
})
