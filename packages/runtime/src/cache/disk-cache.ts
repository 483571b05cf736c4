import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '../config/config.js'
import { crypto } from './crypto.js'
import { cacheDirectory } from './directory.js'
import { decodeEntry, encodeEntry } from './entry.js'
import { codegenFingerprint } from './fingerprint.js'
import { trimDirectory } from './trim.js'

/** An entry's time of last use is renewed at most this often: reading should not mean writing. */
const TOUCH_MS = 3_600_000
const TRIM_EVERY = 64

let untilTrim = 1

const keyOf = (text: string): string => `${codegenFingerprint()}\n${text}`
const fileOf = (directory: string, key: string): string =>
  join(directory, `${crypto().createHash('sha256').update(key).digest('hex')}.kernel`)

/** The code compiled earlier, by any process, for the kernel of this text. A cache that cannot be used is a miss. */
export function readCached(text: string): Uint8Array | undefined {
  const directory = cacheDirectory()
  if (directory === undefined) return undefined
  try {
    const key = keyOf(text)
    const file = fileOf(directory, key)
    const code = decodeEntry(key, readFileSync(file))
    if (code) touch(file)
    return code
  } catch {
    return undefined
  }
}

/** Notes the use of an entry; a cache that may only be read is not worse for it. */
function touch(file: string): void {
  try {
    const now = Date.now()
    if (now - statSync(file).mtimeMs > TOUCH_MS) utimesSync(file, now / 1000, now / 1000)
  } catch {
    // Read-only.
  }
}

/** Keeps a kernel's code for later processes. Readers see a whole entry or none. */
export function writeCached(text: string, code: Uint8Array): void {
  const directory = cacheDirectory()
  if (directory === undefined) return
  let temporary: string | undefined
  try {
    const key = keyOf(text)
    const file = fileOf(directory, key)
    mkdirSync(directory, { recursive: true, mode: 0o700 })
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

/** Whether nothing at all is cached, so that a compiler will surely be needed. */
export function isCacheEmpty(): boolean {
  const directory = cacheDirectory()
  if (directory === undefined) return true
  try {
    return !readdirSync(directory).some((name) => name.endsWith('.kernel'))
  } catch {
    return true
  }
}
