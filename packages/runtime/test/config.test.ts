import { expect, it } from 'vitest'
import { ADDRESSABLE_BYTES, configure, settings, settingsFrom } from '../dist/config/config.js'
import { ConfigError } from '../dist/config/config-error.js'
import { counters, countFallback } from '../dist/config/counters.js'
import { stats } from '../dist/profile/stats.js'

it('reads the environment', () => {
  const s = settingsFrom({
    WELDARRAY_THREADS: '3',
    WELDARRAY_MAX_MEMORY: '512M',
    WELDARRAY_CACHE_DIR: 'off',
    WELDARRAY_DEBUG: '2',
    WELDARRAY_CHECK: '1',
  })
  expect(s).toMatchObject({ threads: 3, maxMemory: 2 ** 29, kernelCache: 'off', debug: 2, check: true })
  expect(settingsFrom({ WELDARRAY_MAX_MEMORY: '2G' }).maxMemory).toBe(2 ** 31)
  expect(settingsFrom({ WELDARRAY_MAX_MEMORY: '1.5gib' }).maxMemory).toBe(1.5 * 2 ** 30)
  expect(settingsFrom({})).toMatchObject({ maxMemory: ADDRESSABLE_BYTES, kernelCache: undefined, check: false })
})

it('refuses values that mean nothing', () => {
  for (const env of [
    { WELDARRAY_THREADS: 'two' },
    { WELDARRAY_THREADS: '0' },
    { WELDARRAY_MAX_MEMORY: '5 bananas' },
    { WELDARRAY_MAX_MEMORY: '12' },
    { WELDARRAY_DEBUG: '8' },
    { WELDARRAY_CHECK: 'maybe' },
  ])
    expect(() => settingsFrom(env)).toThrow(ConfigError)
  const before = { ...settings }
  expect(() => configure({ threads: 2, maxMemory: -1 })).toThrow(/maxMemory: got -1/)
  expect(() => configure({ thread: 2 } as never)).toThrow(/unknown setting 'thread'/)
  expect(settings).toEqual(before)
})

it('takes the default for a variable without meaning where it must not throw, and tells', () => {
  const complaints: string[] = []
  const s = settingsFrom({ WELDARRAY_THREADS: 'two', WELDARRAY_DEBUG: '2', WELDARRAY_CHECK: 'maybe' }, (e) =>
    complaints.push((e as Error).message),
  )
  expect(s).toMatchObject({ threads: settingsFrom({}).threads, debug: 2, check: false })
  expect(complaints).toEqual([expect.stringContaining("'two'"), expect.stringContaining("'maybe'")])
})

it('configures', () => {
  const { maxMemory } = settings
  configure({ maxMemory: '1G' })
  expect(settings.maxMemory).toBe(2 ** 30)
  configure({ maxMemory })
})

it('takes snapshots of the counters', () => {
  countFallback('sort', 'no kernel')
  const s = stats()
  countFallback('sort', 'no kernel')
  expect(s.fallbacks.sort).toEqual({ count: 1, reason: 'no kernel' })
  expect(counters.fallbacks.sort.count).toBe(2)
})
