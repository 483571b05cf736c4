import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What a module imports, types and what is only read as a file left out. */
const IMPORTS = /(?:\bfrom|\bimport|\bimport\(|\bimportActual[^(]*\()\s*'([^']+)'/g
const TYPES = /\bimport type [^;']*? from '[^']+'/g

const known = new Map<string, boolean>()

/** Whether a module of the tests, or one that it imports, imports more of the packages than what is public. */
export function reachesInside(file: string): boolean {
  const answer = known.get(file)
  if (answer !== undefined) return answer
  // Of modules that import each other, the first one tells.
  known.set(file, false)
  const text = readFileSync(file, 'utf8').replace(TYPES, '')
  const inside = [...text.matchAll(IMPORTS)].some(([, name]) => isInside(name!, dirname(file)))
  known.set(file, inside)
  return inside
}

function isInside(name: string, folder: string): boolean {
  if (name.startsWith('@weldarray/')) return true
  if (!name.startsWith('.')) return false
  const path = resolve(folder, name)
  if (/\/packages\/[^/]+\/(dist|src|build)\//.test(path.replaceAll('\\', '/'))) return true
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(source) && source.endsWith('.ts') && reachesInside(source)
}
