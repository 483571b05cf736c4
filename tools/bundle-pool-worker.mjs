// Makes the CommonJS file that the worker pool's threads run (see packages/runtime/src/team/pool-worker.ts) of what tsc wrote.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const team = new URL('../packages/runtime/dist/team/', import.meta.url)

export const bundlePoolWorker = () =>
  build({
    entryPoints: [fileURLToPath(new URL('pool-worker.js', team))],
    outfile: fileURLToPath(new URL('pool-worker.cjs', team)),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    sourcemap: 'linked',
    logLevel: 'warning',
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePoolWorker()
