import { lstatSync, readdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A temporary file this old belongs to a process that died while writing. */
const STALE_MS = 3_600_000

/** Deletes the entries used longest ago until the rest take `most` bytes. Other processes may do the same at the same time. */
export function trimDirectory(directory: string, most: number): void {
  const files: { path: string; bytes: number; used: number }[] = []
  let total = 0
  for (const name of readdirSync(directory)) {
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
