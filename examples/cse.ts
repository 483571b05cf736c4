// a ** 2 + a ** 2: what is written twice is computed once.
import * as np from 'weldarray'
import { isMain } from './support/main.js'

export const twiceTheSquare = (a: np.NdArray<'float64'>): np.NdArray<'float64'> => a.pow(2).add(a.pow(2))

function main(n: number): void {
  const a = np.random.default_rng(1).random(n)
  const result = twiceTheSquare(a).evaluate()
  console.log(`a ** 2 + a ** 2 on ${n} elements = ${result}`)
  console.log(result.explain())
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e7))
