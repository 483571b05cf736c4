// Looking at a value computes it: by printing, and by indexing.
import * as np from 'weldarray'
import { isMain } from './support/main.js'

function main(): void {
  const evaluations = () => np.stats().evaluationsImplicit
  const a = np.linspace(0, 1, 1_000_000).reshape(1000, 1000)

  const sum = a.add(1)
  console.log(`a + 1 has shape [${sum.shape}] and dtype ${sum.dtype}; computed: ${sum.isEvaluated}`)
  const before = evaluations()
  console.log(`printed:\n${sum}`)
  console.log(`computed: ${sum.isEvaluated}; evaluations by looking: ${evaluations() - before}`)

  const product = a.mul(a)
  console.log(`a * a is recorded; computed: ${product.isEvaluated}`)
  console.log(`indexed: (a * a)[2, 3] = ${product.get(2, 3)}`)
  console.log(`computed: ${product.isEvaluated}; evaluations by looking: ${evaluations() - before}`)
}

if (isMain(import.meta.url)) main()
