#!/usr/bin/env node
/*
 * An expression over more elements than there is memory for, reduced in the end: by default 12 GB of float64 with 1 GB of heap.
 *
 *     npm run build && node tools/larger-than-memory.mjs [--gigabytes 12] [--memory 1G]
 *
 * The same numbers are drawn again in parts that fit, one after the other, and counted there: what is counted has to be equal, and
 * nothing may have taken more memory than it was given. The test of reduced scale is `arrays-larger-than-memory.test.ts`.
 */
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '12' },
    memory: { type: 'string', default: '1G' },
    module: { type: 'string', default: new URL('../packages/weldarray/lib/index.mjs', import.meta.url).href },
  },
})
const np = await import(values.module)
const PART = 4_000_000
const parts = Math.ceil((Number(values.gigabytes) * 1e9) / 8 / PART)
const n = parts * PART
np.configure({ maxMemory: values.memory })

const seconds = async (run) => {
  const start = performance.now()
  const result = await run()
  return [result, ((performance.now() - start) / 1000).toFixed(1)]
}

const [mean, meanTime] = await seconds(() => np.random.default_rng(1).random(n).mean().item())
const counted = (x) => x.sub(mean).abs().mul(2).sqrt().gt(0.9)
const [whole, wholeTime] = await seconds(async () => {
  const count = counted(np.random.default_rng(1).random(n)).sum()
  await count.evaluateAsync()
  return Number(count.item())
})
const [inParts, partsTime] = await seconds(() => {
  const rng = np.random.default_rng(1)
  let count = 0
  let sum = 0
  for (let i = 0; i < parts; i++) {
    const x = rng.random(PART).evaluate()
    sum += x.sum().item()
    count += Number(counted(x).sum().item())
    x.dispose()
  }
  return { count, mean: sum / n }
})

const { bytesPeak } = np.stats()
console.log(`${n} elements, ${((8 * n) / 1e9).toFixed(1)} GB, with ${values.memory} of heap, ${process.version}`)
console.log(`mean ${mean} (${meanTime} s), in parts ${inParts.mean}`)
console.log(`count ${whole} (${wholeTime} s), in parts ${inParts.count} (${partsTime} s)`)
console.log(
  `most memory of the heap ${(bytesPeak / 1e6).toFixed(1)} MB, of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
)
const isRight = whole === inParts.count && Math.abs(mean - inParts.mean) < 1e-12
console.log(isRight ? 'right' : 'WRONG')
process.exitCode = isRight ? 0 : 1
await np.shutdown()
