import type { Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilerScript } from '../compiler/script.js'
import { crypto } from './crypto.js'

let known: string | undefined

/**
 * Identifies the code generator by its own code, so that kernels of another version are never taken for its own:
 * the compiler thread's script, which in the published package holds all of it, and in the source tree the packages
 * that it imports. Throws if the script cannot be read.
 */
export function codegenFingerprint(): string {
  if (known === undefined) {
    const hash = crypto().createHash('sha256')
    hash.update(readFileSync(compilerScript))
    const require = createRequire(import.meta.url)
    // In the published bundle the script is all there is.
    const inSourceTree = basename(dirname(fileURLToPath(compilerScript))) === 'compiler'
    if (inSourceTree)
      for (const name of ['@weldarray/codegen/compile', '@weldarray/optimizer', '@weldarray/ir']) {
        hashFolder(hash, dirname(require.resolve(name)))
      }
    known = hash.digest('hex')
  }
  return known
}

function hashFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) hashFolder(hash, path)
    else if (entry.name.endsWith('.js')) hash.update(entry.name).update(readFileSync(path))
  }
}
