// Random numbers that do not fit into memory: drawn and reduced piece by piece. `large-array.ts 12 1024`: 12 GB within 1024 MB.
import * as np from 'weldarray'
import { isMain } from './support/main.js'
import { withProgress } from './support/progress.js'

/** Of `count` random numbers, each times another factor: mean, deviation, the largest and its place, the part beyond two deviations. */
export function statistics(count: number): Record<'mean' | 'deviation' | 'largest' | 'place' | 'beyond', np.NdArray> {
  const x = np.random
    .default_rng(1)
    .random(count)
    .mul(np.linspace(0.5, 1.5, count))
  const mean = x.mean()
  const deviation = x.std()
  const z = x.sub(mean).div(deviation)
  return { mean, deviation, largest: x.max(), place: x.argmax(), beyond: z.abs().gt(2).mean() }
}

async function main(): Promise<void> {
  const [gigabytes, megabytes] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 128)]
  np.configure({ maxMemory: megabytes * 2 ** 20 })
  const count = Math.round((gigabytes * 1e9) / 8)
  console.log(`  ${count} elements, ${gigabytes} GB, within ${megabytes} MB`)
  const start = performance.now()
  const all = statistics(count)
  for (const [name, value] of Object.entries(all)) {
    await withProgress(name, (onProgress) => value.evaluateAsync({ onProgress }))
    console.log(`  ${name}: ${value.item()}`)
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`  ${seconds} s, at most ${(np.stats().bytesPeak / 1e6).toFixed(0)} MB of arrays`)
}

if (isMain(import.meta.url)) await main()
