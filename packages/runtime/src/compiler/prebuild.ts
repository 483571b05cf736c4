import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allLibraryKernels, libraryText } from '@weldarray/codegen'
import { compile } from '@weldarray/codegen/compile'
import { type MapOp, mapOps } from '@weldarray/ir'
import { codegenFingerprint } from '../cache/fingerprint.js'
import { LIBRARY_FILE, type Prebuilt, prebuiltFile } from './prebuilt.js'
import { isDear, singleStep } from './single.js'

/**
 * Compiles the elementary functions, one kernel each, and the library, so that they run as WebAssembly from a program's
 * first call on, without loading Binaryen. The library goes to a file of its own beside `path`. `path` and `fingerprint` are those of whoever will read the file.
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
  const library: Record<string, string> = {}
  for (const kernel of allLibraryKernels()) library[libraryText(kernel)] = Buffer.from(compile(kernel)).toString('base64')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ fingerprint, kernels } satisfies Prebuilt))
  writeFileSync(join(dirname(path), LIBRARY_FILE), JSON.stringify({ fingerprint, kernels: library } satisfies Prebuilt))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prebuild(fileURLToPath(prebuiltFile), codegenFingerprint())
