import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
// @ts-expect-error plain JavaScript
import { bundlePoolWorker } from '../bundle-pool-worker.mjs'

/** Prints the seed of the run, and gives the kernels of the run a cache folder of its own. */
export default async function setup(): Promise<() => void> {
  if (!existsSync(fileURLToPath(new URL('../../packages/weldarray/dist/index.js', import.meta.url))))
    throw new Error('the tests run against what the build makes: run `npm run build` first, or `npm test`')
  // So that it is as new as what `tsc -b` alone writes.
  await bundlePoolWorker()
  const seed = process.env.WELDARRAY_TEST_SEED
  console.log(`seed of the random tests: ${seed} (WELDARRAY_TEST_SEED=${seed} repeats them)`)
  const cache = mkdtempSync(join(tmpdir(), 'weldarray-test-cache-'))
  process.env.WELDARRAY_CACHE_DIR = cache
  return () => rmSync(cache, { recursive: true, force: true })
}
