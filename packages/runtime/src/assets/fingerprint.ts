import type { Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { crypto } from '../cache/crypto.js'

const require = createRequire(import.meta.url)

let known: string | undefined

/**
 * Identifies the code generator by its own code, so that kernels of another version are never taken for its own: what the
 * packages it consists of have been compiled to. Throws if that cannot be read.
 */
export function codegenFingerprint(): string {
  if (known === undefined) {
    const hash = crypto().createHash('sha256')
    for (const name of ['@weldarray/codegen/compile', '@weldarray/optimizer', '@weldarray/ir'])
      hashFolder(hash, dirname(require.resolve(name)))
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
