import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The version of an installed package, whatever its exports. */
export function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name))
  for (; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name: found, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (found === name) return version
    } catch {}
  }
  return 'unknown'
}
