import { closeSync, constants, fstatSync, futimesSync, lstatSync, mkdirSync, openSync, readSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'

/*
 * Kernels are code, and their checksums say nothing about who made them: what is read must be ours alone to write. Where
 * users are not told apart by numbers (Windows) the directory's own protection has to do.
 */

/** No kernel is nearly as large. */
const MOST_BYTES = 16 * 2 ** 20

const OTHERS_MAY_WRITE = 0o022
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/** What is wrong with a file or directory that only this user may be able to write, or `undefined`. */
function distrust({ uid, mode }: Stats): string | undefined {
  const self = process.geteuid?.()
  if (self === undefined) return undefined
  if (uid !== self) return `it belongs to user ${uid}, and this process is run by user ${self}`
  return mode & OTHERS_MAY_WRITE ? `others may write to it (mode ${(mode & 0o777).toString(8)})` : undefined
}

/** What is wrong with a directory of compiled kernels, or `undefined`; `null` if there is nothing of that name. */
export function faultOfDirectory(path: string): string | undefined | null {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  return stats.isDirectory() ? distrust(stats) : 'it is no directory'
}

/** Makes a directory, and those above it, for this user alone. (`recursive` would do, but never comes back from /proc.) */
export function makeDirectory(path: string): void {
  const make = (): boolean => {
    try {
      mkdirSync(path, { mode: 0o700 })
      return true
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') return true
      if (code === 'ENOENT') return false
      throw error
    }
  }
  if (make()) return
  const parent = dirname(path)
  if (parent !== path) makeDirectory(parent)
  mkdirSync(path, { mode: 0o700 })
}

/**
 * The bytes of a file, if it is one, of ours, that nobody else may write, and of a size that can be; looking at what is none
 * of that neither waits nor has effects. Its time of use is renewed if that is older than `renewMs`.
 */
export function readTrusted(path: string, renewMs: number): Buffer | undefined {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (!there?.isFile()) return undefined
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    // Only what is open is sure to be what will be read.
    const stats = fstatSync(file)
    if (!stats.isFile() || distrust(stats) !== undefined || stats.size > MOST_BYTES) return undefined
    const bytes = Buffer.allocUnsafe(stats.size)
    let have = 0
    for (let n = 1; n > 0 && have < bytes.length; have += n) n = readSync(file, bytes, have, bytes.length - have, have)
    renew(file, stats, renewMs)
    return have === bytes.length ? bytes : undefined
  } finally {
    closeSync(file)
  }
}

function renew(file: number, { mtimeMs }: Stats, ms: number): void {
  const now = Date.now()
  if (now - mtimeMs <= ms) return
  try {
    futimesSync(file, now / 1000, now / 1000)
  } catch {
    // A cache that may only be read is not worse for it.
  }
}
