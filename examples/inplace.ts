// Ten times a += b: ten operations written in place, one loop that reads a and b once.
import * as np from 'weldarray'
import { isMain } from './support/main.js'

export function addTenTimes(a: np.NdArray, b: np.NdArray): np.NdArray {
  for (let i = 0; i < 10; i++) a.addeq(b)
  return a
}

function main(n: number): void {
  const rng = np.random.default_rng(1)
  const [a, b] = [rng.random(n), rng.random(n)]

  const before = np.stats()
  addTenTimes(a, b).evaluate()
  const after = np.stats()

  console.log(`ten times a += b on ${n} elements: ${after.loops - before.loops} loop`)
  console.log(a.explain())
  console.log(a.toString())
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e7))
