/*
 * The compiler thread's script in the published package: packages/runtime/src/compiler/compiler-worker.ts with Binaryen given.
 */
import { workerData } from 'node:worker_threads'
import { serve } from '../../../runtime/dist/compiler/serve.js'
import { load } from './binaryen.js'

serve(async () => {
  await load(workerData.binaryen)
  return import('@weldarray/codegen/compile')
})
