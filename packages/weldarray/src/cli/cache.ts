import { existsSync, lstatSync, readdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDirectory, trustedDirectory } from '../tools-entry.js'
import { say, sayRows } from './say.js'

interface Entry {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly used: Date
}

/** The files of the cache. Directories that are not to be trusted are left alone. */
export function entriesOf(): Entry[] {
  const directory = trustedDirectory()
  if (directory === undefined || !existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.kernel') || name.endsWith('.tmp'))
    .map((name) => ({ name, path: join(directory, name), stat: lstatSync(join(directory, name), { throwIfNoEntry: false }) }))
    .flatMap(({ name, path, stat }) => (stat?.isFile() ? [{ name, path, bytes: stat.size, used: stat.mtime }] : []))
    .sort((a, b) => b.used.getTime() - a.used.getTime())
}

export function pathOfCache(): void {
  say(cacheDirectory() ?? 'off')
}

export function listCache(): void {
  const entries = entriesOf()
  sayRows(entries.map(({ name, bytes, used }) => [name.slice(0, 16), `${bytes} B`, used.toISOString()]))
  say(`${entries.length} files, ${entries.reduce((sum, e) => sum + e.bytes, 0)} B, in ${cacheDirectory() ?? 'no directory'}`)
}

export function clearCache(): void {
  let gone = 0
  for (const { path } of entriesOf())
    try {
      unlinkSync(path)
      gone++
    } catch {
      // Another process was faster, or has it open.
    }
  say(`${gone} files deleted`)
}
