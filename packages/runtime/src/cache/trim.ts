import { lstatSync, readdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A temporary file this old belongs to a process that died while writing. */
const STALE_MS = 3_600_000

/** More files than this are not all looked at: programs wait meanwhile. */
const MOST_FILES = 2048

/** Digits that names begin with, each as often as any other: they are hashes. */
const DIGITS = '0123456789abcdef'

/**
 * Deletes the entries used longest ago until the rest take `most` bytes. Other processes may do the same at the same time. Of a great many
 * only those whose names begin with a digit are looked at, another each time, and may take their share.
 */
export function trimDirectory(directory: string, most: number, digit = DIGITS[Math.floor(Math.random() * 16)]!): void {
  const names = readdirSync(directory)
  if (names.length <= MOST_FILES) trim(directory, names, most)
  else {
    const some = names.filter((name) => name.startsWith(digit))
    trim(directory, some, most / DIGITS.length)
  }
}

function trim(directory: string, names: readonly string[], most: number): void {
  const files: { path: string; bytes: number; used: number }[] = []
  let total = 0
  for (const name of names) {
    const path = join(directory, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    if (name.endsWith('.tmp')) {
      if (Date.now() - stat.mtimeMs > STALE_MS) remove(path)
      continue
    }
    if (!name.endsWith('.kernel')) continue
    files.push({ path, bytes: stat.size, used: stat.mtimeMs })
    total += stat.size
  }
  if (total <= most) return
  files.sort((a, b) => a.used - b.used)
  // A little further than necessary, so that this is not done again for each new entry.
  for (const { path, bytes } of files) {
    if (total <= most * 0.9) break
    remove(path)
    total -= bytes
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Another process was faster, or has it open (Windows): the next trim sees to it.
  }
}
