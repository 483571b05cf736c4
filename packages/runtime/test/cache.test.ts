import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cacheDirectory } from '../dist/cache/directory.js'
import { isCacheEmpty, readCached, writeCached } from '../dist/cache/disk-cache.js'
import { trimDirectory } from '../dist/cache/trim.js'
import { readTrusted } from '../dist/cache/trust.js'
import { forgetWarnings } from '../dist/compiler/warn.js'
import { configure, settings } from '../dist/config/config.js'

const before = settings.kernelCache
let root = ''
const code = (n: number) => new Uint8Array(n).map((_, i) => i * 7)
const files = () => readdirSync(cacheDirectory()!)
const only = () => join(cacheDirectory()!, files()[0])

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'weldarray-cache-'))
  configure({ kernelCache: root })
})
afterEach(() => {
  configure({ kernelCache: before })
  rmSync(root, { recursive: true, force: true })
})

it('gives back what was written, to the byte, and leaves no other files', () => {
  expect(isCacheEmpty()).toBe(true)
  expect(readCached('kernel π')).toBeUndefined()
  writeCached('kernel π', code(1000))
  expect(new Uint8Array(readCached('kernel π')!)).toEqual(code(1000))
  expect(readCached('kernel')).toBeUndefined()
  expect(files()).toHaveLength(1)
  expect(isCacheEmpty()).toBe(false)
})

it('ignores entries with any byte changed, cut short, extended or emptied, and repairs them', () => {
  writeCached('k', code(50))
  const good = readFileSync(only())
  for (let i = 0; i < good.length; i += 3) {
    const bad = Buffer.from(good)
    bad[i] ^= 1
    writeFileSync(only(), bad)
    expect(readCached('k'), `byte ${i}`).toBeUndefined()
  }
  for (const bad of [good.subarray(0, 20), good.subarray(0, -1), Buffer.concat([good, good]), Buffer.alloc(0)]) {
    writeFileSync(only(), bad)
    expect(readCached('k')).toBeUndefined()
  }
  writeCached('k', code(50))
  expect(readCached('k')).toBeDefined()
})

it("does not take another kernel's entry found under its name", () => {
  writeCached('k', code(50))
  const mine = only()
  const name = readFileSync(mine)
  rmSync(mine)
  writeCached('other', code(60))
  renameSync(only(), mine)
  expect(readCached('k')).toBeUndefined()
  writeFileSync(mine, name)
  expect(readCached('k')).toBeDefined()
})

it('is a miss, not an error, where the directory cannot be made', () => {
  writeFileSync(join(root, 'file'), '')
  configure({ kernelCache: join(root, 'file', 'below') })
  writeCached('k', code(50))
  expect(readCached('k')).toBeUndefined()
  expect(isCacheEmpty()).toBe(true)
})

it('can be off', () => {
  configure({ kernelCache: 'off' })
  writeCached('k', code(50))
  expect(readCached('k')).toBeUndefined()
  expect(readdirSync(root)).toEqual([])
})

describe('is nothing that others could have written', () => {
  const posix = process.platform !== 'win32'
  const isRoot = process.geteuid?.() === 0
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const warnings = () => warn.mock.calls.map(([message]) => String(message))
  const directory = () => join(root, 'kernels-v1')
  beforeEach(() => {
    warn.mockClear()
    forgetWarnings()
  })

  const refuses = (why: RegExp): void => {
    for (let i = 0; i < 3; i++) {
      writeCached('k', code(50))
      expect(readCached('k')).toBeUndefined()
      expect(isCacheEmpty()).toBe(true)
    }
    expect(warnings()).toEqual([expect.stringMatching(why)])
  }

  it.runIf(posix)('makes its directory for the user alone, and its files', () => {
    writeCached('k', code(50))
    expect(statSync(directory()).mode & 0o777).toBe(0o700)
    expect(statSync(only()).mode & 0o777).toBe(0o600)
    expect(warnings()).toEqual([])
  })

  it.runIf(posix)('a directory that others may write to', () => {
    mkdirSync(directory())
    chmodSync(directory(), 0o770)
    refuses(/others may write to it \(mode 770\)/)
  })

  it.runIf(isRoot)("another user's directory", () => {
    mkdirSync(directory())
    chownSync(directory(), 12345, 12345)
    refuses(/it belongs to user 12345/)
  })

  it.runIf(posix)('a link to a directory, a FIFO, a file, a device in place of the directory', () => {
    const make: (() => void)[] = [
      () => {
        mkdirSync(join(root, 'elsewhere'))
        symlinkSync(join(root, 'elsewhere'), directory())
      },
      () => execFileSync('mkfifo', [directory()], { stdio: 'ignore' }),
      () => writeFileSync(directory(), ''),
      () => symlinkSync('/dev/zero', directory()),
    ]
    for (const [i, makeIt] of make.entries()) {
      const own = join(root, String(i))
      mkdirSync(own)
      const outer = root
      root = own
      configure({ kernelCache: own })
      warn.mockClear()
      makeIt()
      refuses(/it is no directory/)
      root = outer
    }
  })

  it.runIf(posix)('a file that others may write to, a link, a FIFO, a directory, a file beyond all measure', () => {
    writeCached('k', code(50))
    const file = only()
    const good = readFileSync(file)
    chmodSync(file, 0o620)
    expect(readCached('k')).toBeUndefined()
    const elsewhere = join(root, 'elsewhere')
    writeFileSync(elsewhere, good, { mode: 0o600 })
    const make: (() => void)[] = [
      () => symlinkSync(elsewhere, file),
      () => execFileSync('mkfifo', [file], { stdio: 'ignore' }),
      () => symlinkSync('/dev/zero', file),
      () => {
        writeFileSync(file, good, { mode: 0o600 })
        truncateSync(file, 2 ** 33)
      },
      () => mkdirSync(file),
    ]
    for (const makeIt of make) {
      rmSync(file)
      makeIt()
      expect(readCached('k')).toBeUndefined()
    }
    rmSync(file, { recursive: true })
    writeFileSync(file, good, { mode: 0o600 })
    expect(readCached('k')).toBeDefined()
  })

  it('a file that is larger than kernels are', () => {
    const file = join(root, 'file')
    writeFileSync(file, '', { mode: 0o600 })
    truncateSync(file, 2 ** 20)
    expect(readTrusted(file, 1e9)).toHaveLength(2 ** 20)
    truncateSync(file, 17 * 2 ** 20)
    expect(readTrusted(file, 1e9)).toBeUndefined()
  })

  it.runIf(isRoot)("another user's file", () => {
    writeCached('k', code(50))
    chownSync(only(), 12345, 12345)
    expect(readCached('k')).toBeUndefined()
    // Where it is in the way it is replaced.
    writeCached('k', code(50))
    expect(readCached('k')).toBeDefined()
  })

  it.runIf(process.platform === 'linux')('is a miss, and comes back, below /proc and /dev', () => {
    for (const odd of ['/proc/weldarray', '/proc/self/weldarray/cache', '/dev/null/cache', '/proc/1/fd/cache']) {
      configure({ kernelCache: odd })
      writeCached('k', code(50))
      expect(readCached('k')).toBeUndefined()
      expect(isCacheEmpty()).toBe(true)
    }
  })
})

it('drops the entries used longest ago, and leftovers of dead writers', () => {
  for (let i = 0; i < 10; i++) writeCached(`k${i}`, code(10_000))
  const directory = cacheDirectory()!
  const paths = files().map((f) => join(directory, f))
  paths.forEach((p, i) => utimesSync(p, 1000 + i, 1000 + i))
  const stale = join(directory, 'x.kernel.1.2.tmp')
  const fresh = join(directory, 'y.kernel.1.2.tmp')
  for (const p of [stale, fresh]) writeFileSync(p, '')
  utimesSync(stale, 1000, 1000)
  trimDirectory(directory, 5 * statSync(paths[0]).size)
  const left = files().map((f) => join(directory, f))
  expect(left.filter((p) => p.endsWith('.kernel')).sort()).toEqual(paths.slice(-4).sort())
  expect(left).toContain(fresh)
  expect(left).not.toContain(stale)
})

it('goes through a sixteenth of a great many entries at a time', () => {
  const directory = join(root, 'many')
  mkdirSync(directory)
  const many = 3200
  for (let i = 0; i < many; i++) writeFileSync(join(directory, `${(i % 16).toString(16)}${i}.kernel`), code(10))
  const count = () => readdirSync(directory).length
  trimDirectory(directory, 10 * 1600, '3')
  expect(many - count()).toBe(110)
  expect(readdirSync(directory).filter((name) => name.startsWith('3'))).toHaveLength(90)
  for (let i = 0; i < 80; i++) trimDirectory(directory, 10 * 1600)
  expect(count()).toBeLessThanOrEqual(2048)
})

it('renews the time of use when an entry is read', () => {
  writeCached('k', code(50))
  utimesSync(only(), 1000, 1000)
  readCached('k')
  expect(Date.now() - statSync(only()).mtimeMs).toBeLessThan(60_000)
})
