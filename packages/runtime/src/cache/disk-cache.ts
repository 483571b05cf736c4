import { opendirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codegenFingerprint } from '../assets/assets.js'
import { settings } from '../config/config.js'
import { crypto } from './crypto.js'
import { cacheDirectory, trustedDirectory } from './directory.js'
import { decodeEntry, encodeEntry } from './entry.js'
import { trimDirectory } from './trim.js'
import { makeDirectory, readTrusted } from './trust.js'

/** An entry's time of last use is renewed at most this often: reading should not mean writing. */
const TOUCH_MS = 3_600_000
const TRIM_EVERY = 64

let untilTrim = 1

const keyOf = (text: string): string => `${codegenFingerprint()}\n${text}`
const fileOf = (directory: string, key: string): string =>
  join(directory, `${crypto().createHash('sha256').update(key).digest('hex')}.kernel`)

/** The code compiled earlier, by any program of this user, for the kernel of this text. A cache that cannot be used is a miss. */
export function readCached(text: string): Uint8Array | undefined {
  try {
    const directory = trustedDirectory()
    if (directory === undefined) return undefined
    const key = keyOf(text)
    const bytes = readTrusted(fileOf(directory, key), TOUCH_MS)
    return bytes && decodeEntry(key, bytes)
  } catch {
    return undefined
  }
}

/** Deletes an entry that turned out to be of no use. */
export function dropCached(text: string): void {
  try {
    const directory = trustedDirectory()
    if (directory !== undefined) unlinkSync(fileOf(directory, keyOf(text)))
  } catch {
    // It will be replaced, or be of no use again.
  }
}

/** Keeps a kernel's code for later processes. Readers see a whole entry or none. */
export function writeCached(text: string, code: Uint8Array): void {
  let temporary: string | undefined
  try {
    const name = cacheDirectory()
    if (name === undefined) return
    makeDirectory(name)
    // Looked at only now, when it is sure to be there: somebody else may have made it.
    const directory = trustedDirectory()
    if (directory === undefined) return
    const key = keyOf(text)
    const file = fileOf(directory, key)
    temporary = `${file}.${process.pid}.${crypto().randomBytes(6).toString('hex')}.tmp`
    writeFileSync(temporary, encodeEntry(key, code), { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
    if (--untilTrim === 0) {
      untilTrim = TRIM_EVERY
      trimDirectory(directory, settings.kernelCacheSize)
    }
  } catch {
    if (temporary !== undefined) {
      try {
        unlinkSync(temporary)
      } catch {
        // It was never made, or trimming finds it later.
      }
    }
  }
}

/** Reads entry by entry: there may be thousands, and one is enough. */
function holdsKernel(directory: string): boolean {
  const entries = opendirSync(directory)
  try {
    for (let entry = entries.readSync(); entry; entry = entries.readSync()) if (entry.name.endsWith('.kernel')) return true
    return false
  } finally {
    entries.closeSync()
  }
}

/** Whether nothing at all is cached, so that a compiler will surely be needed. */
export function isCacheEmpty(): boolean {
  try {
    const directory = trustedDirectory()
    return directory === undefined || !holdsKernel(directory)
  } catch {
    return true
  }
}
