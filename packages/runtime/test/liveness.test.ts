import * as fs from 'node:fs'
import { expect, test, vi } from 'vitest'
import { hasEnded, systemThread } from '../src/team/liveness.js'

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  return { ...real, statSync: vi.fn(real.statSync) }
})

const failing = (code: string): void => {
  vi.mocked(fs.statSync).mockImplementationOnce(() => {
    throw Object.assign(new Error(code), { code })
  })
}

test.skipIf(process.platform !== 'linux')('a thread has ended if the system says so, not if it does not answer', () => {
  const own = systemThread()
  expect(own).toBeGreaterThan(0)
  expect(hasEnded(own)).toBe(false)
  // More than there can be.
  expect(hasEnded(2 ** 30)).toBe(true)
  for (const code of ['EIO', 'ENOMEM', 'EACCES']) {
    failing(code)
    expect(hasEnded(own)).toBeUndefined()
  }
  failing('ESRCH')
  expect(hasEnded(own)).toBe(true)
  expect(hasEnded(0)).toBeUndefined()
})
