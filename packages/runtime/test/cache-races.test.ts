import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readTrusted } from '../dist/cache/trust.js'

/*
 * A file may be exchanged for another between being looked at and being opened. So each of the looks has to be enough by itself; here
 * one of them at a time is deceived.
 */

const deceived = { lstat: false, opened: 0 }
vi.mock(import('node:fs'), async (original) => {
  const fs = await original()
  const lstatSync = ((...args: Parameters<typeof fs.lstatSync>) =>
    deceived.lstat ? { isFile: () => true } : fs.lstatSync(...args)) as typeof fs.lstatSync
  const openSync: typeof fs.openSync = (...args) => {
    deceived.opened++
    return fs.openSync(...args)
  }
  return { ...fs, lstatSync, openSync, default: { ...fs, lstatSync, openSync } }
})

const root = mkdtempSync(join(tmpdir(), 'weldarray-races-'))
const at = (name: string): string => join(root, name)
writeFileSync(at('file'), 'kernel', { mode: 0o600 })
symlinkSync(at('file'), at('link'))
mkdirSync(at('directory'))
if (process.platform !== 'win32') execFileSync('mkfifo', [at('fifo')], { stdio: 'ignore' })
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The bytes, or nothing: whoever reads takes an error for a miss. */
function read(name: string): string | undefined {
  try {
    return readTrusted(at(name), 1e9)?.toString()
  } catch {
    return undefined
  }
}

describe.runIf(process.platform !== 'win32')('what is no file is not read', () => {
  beforeEach(() => Object.assign(deceived, { lstat: false, opened: 0 }))

  it('nor opened, which may wait or have effects', () => {
    for (const name of ['link', 'directory', 'fifo']) expect(read(name)).toBeUndefined()
    expect(deceived.opened).toBe(0)
    expect(read('file')).toBe('kernel')
    expect(deceived.opened).toBe(1)
  })

  it('if it comes between the look and the opening', () => {
    deceived.lstat = true
    for (const name of ['link', 'directory', 'fifo']) expect(read(name), name).toBeUndefined()
    expect(deceived.opened).toBe(3)
    expect(read('file')).toBe('kernel')
  })
})
