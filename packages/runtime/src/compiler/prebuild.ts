import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '@weldarray/codegen/compile'
import { type MapOp, mapOps } from '@weldarray/ir'
import { codegenFingerprint } from '../cache/fingerprint.js'
import { type Prebuilt, prebuiltFile } from './prebuilt.js'
import { isDear, singleStep } from './single.js'

/**
 * Compiles the elementary functions, one kernel each, so that they run as WebAssembly from a program's first call on,
 * without loading Binaryen. `path` and `fingerprint` are those of whoever will read the file.
 */
export function prebuild(path: string, fingerprint: string): void {
  const kernels: Record<string, string> = {}
  for (const op of Object.keys(mapOps) as MapOp[]) {
    if (!isDear(op)) continue
    for (const dtype of ['float64', 'float32'] as const) {
      const { kernel, text } = singleStep(op, dtype)
      kernels[text] = Buffer.from(compile(kernel)).toString('base64')
    }
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ fingerprint, kernels } satisfies Prebuilt))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prebuild(fileURLToPath(prebuiltFile), codegenFingerprint())
