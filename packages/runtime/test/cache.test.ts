import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cacheDirectory } from '../dist/cache/directory.js'
import { isCacheEmpty, readCached, writeCached } from '../dist/cache/disk-cache.js'
import { trimDirectory } from '../dist/cache/trim.js'
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

it('renews the time of use when an entry is read', () => {
  writeCached('k', code(50))
  utimesSync(only(), 1000, 1000)
  readCached('k')
  expect(Date.now() - statSync(only()).mtimeMs).toBeLessThan(60_000)
})
