import { expect, test } from 'vitest'
import * as np from 'weldarray'

const add = (a: number, b: number): number => a + b
const x = np.ones([2, 3])

/** Calls as they are written by mistake: with an option that does not exist, or with something else where options stand. */
const mistakes: Readonly<Record<string, (options: never) => unknown>> = {
  vectorize: (options) => np.vectorize(add, options),
  reduce: (options) => np.reduce(add, options),
  'reduce along': (options) => np.reduce(add)(x, options),
  scan: (options) => np.scan(add, options),
  'scan along': (options) => np.scan(add)(x, options),
  stencil: (options) => np.stencil((at) => at(0, 1), options),
  mapRows: (options) => np.mapRows((row: readonly number[]) => row[0]!, options),
  compile: (options) => np.compile((u: np.NdArray) => u, options),
  stats: (options) => np.stats(options),
}

test.each(Object.entries(mistakes))('%s refuses options that it does not have', (name, call) => {
  const what = name.split(' ')[0]
  expect(() => call({ moed: 'edge' } as never)).toThrow(np.ArgumentError)
  expect(() => call({ moed: 'edge' } as never)).toThrow(new RegExp(`^${what}: there is no option 'moed';`))
  // An axis by position is a common one: it was taken for no axis at all.
  for (const other of [0, 'edge', null]) expect(() => call(other as never)).toThrow(np.ArgumentError)
})

test('evaluations refuse options that they do not have, and what is none of theirs', async () => {
  const pending = () => np.arange(500).add(1)
  expect(() => pending().evaluate({ timelimit: 3 } as never)).toThrow(
    /^evaluate: there is no option 'timelimit'; did you mean 'timeLimit'\?/,
  )
  for (const wait of [(o: never) => pending().evaluateAsync(o), (o: never) => np.evaluateAsync([pending()], o)]) {
    await expect(wait({ sginal: AbortSignal.abort() } as never)).rejects.toThrow(/did you mean 'signal'\?/)
    for (const signal of [3, null, {}])
      await expect(wait({ signal } as never)).rejects.toThrow(/^evaluateAsync: signal is \w+, expected an AbortSignal/)
    await expect(wait({ onProgress: true } as never)).rejects.toThrow(/^evaluateAsync: onProgress is boolean/)
  }
})

test('inspect, too, before anything is computed', async () => {
  await expect(np.inspect(x, 'never-written.html', { rooflin: false } as never)).rejects.toThrow(/did you mean 'roofline'\?/)
})

test('limits of rows are whole numbers', () => {
  expect(() => np.mapRows((row: readonly number[]) => row[0]!, { limit: 0 })).toThrow(/mapRows: limit is 0/)
})
