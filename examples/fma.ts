// d = a * b + c; d += 100: nothing is computed until a value is looked at, then everything in one loop.
import * as np from 'weldarray'
import { isMain } from './support/main.js'

export function fma(a: np.NdArray<'float64'>, b: np.NdArray<'float64'>, c: np.NdArray<'float64'>): np.NdArray<'float64'> {
  const d = a.mul(b).add(c)
  d.addeq(100)
  return d
}

function main(n: number): void {
  const rng = np.random.default_rng(1)
  const [a, b, c] = [rng.random(n), rng.random(n), rng.random(n)]

  const d = fma(a, b, c)
  console.log(`d = a * b + c; d += 100 on ${n} elements is recorded; computed: ${d.isEvaluated}`)

  console.log(`d[0] = ${d.get(0)}; computed: ${d.isEvaluated}`)
  console.log(d.explain())
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e7))
