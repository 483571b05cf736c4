import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Kernel } from '@weldarray/optimizer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCached, writeCached } from '../dist/cache/disk-cache.js'
import { compiler, stopCompiler, useCompilerScript } from '../dist/compiler/compiler.js'
import { forgetModules, moduleKey } from '../dist/compiler/modules.js'
import { forgetWarnings } from '../dist/compiler/warn.js'
import { configure, settings } from '../dist/config/config.js'
import { counters } from '../dist/config/counters.js'
// @ts-expect-error plain JavaScript, which the compiler thread's stand-in uses too
import { testKernelCode } from './fixtures/test-kernel.mjs'
import { runScript } from './run-script.js'

const kernel = (kind: string): Kernel => ({ kind, code: [{ op: 'lit', value: 5n }] }) as unknown as Kernel
/** Where the test kernel's import says what its memory is: 3, shared and with a maximum. */
const sharedMemoryFlag = testKernelCode.indexOf(Buffer.from('memory')) + 'memory'.length + 1

/** `(module (import "env" "memory" (memory 1 65536 shared)) (func (export "run")))` */
const functionWithoutParameters = new Uint8Array(
  Buffer.from('AGFzbQEAAAABBAFgAAACEgEDZW52Bm1lbW9yeQIDAYCABAMCAQAHBwEDcnVuAAAKBAECAAs=', 'base64'),
)

const before = settings.kernelCache
const directory = mkdtempSync(join(tmpdir(), 'weldarray-compiler-'))
let serial = 0
const text = (): string => `text ${serial++}`

beforeAll(() => {
  useCompilerScript(new URL('./fixtures/test-compiler.mjs', import.meta.url))
  configure({ kernelCache: directory })
})
const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
const warnings = (): string[] => warn.mock.calls.map(([message]) => String(message))

beforeEach(() => {
  forgetModules()
  forgetWarnings()
  warn.mockClear()
})
afterAll(async () => {
  warn.mockRestore()
  await stopCompiler()
  configure({ kernelCache: before })
  rmSync(directory, { recursive: true })
})

it('compiles once, then finds the module in memory, then on disk', () => {
  const t = text()
  const { kernelsCompiled, cacheHitsMemory, cacheHitsDisk } = counters
  const module = compiler.compile(kernel('map'), t)!
  expect(compiler.compile(kernel('map'), t)).toBe(module)
  forgetModules()
  const again = compiler.compile(kernel('map'), t)!
  expect(again).not.toBe(module)
  expect(counters).toMatchObject({
    kernelsCompiled: kernelsCompiled + 1,
    cacheHitsMemory: cacheHitsMemory + 1,
    cacheHitsDisk: cacheHitsDisk + 1,
  })
  expect(moduleKey(again)).not.toBe(moduleKey(module))
  expect(moduleKey(again)).toBe(moduleKey(again))
})

it('gives no module for a kernel that the compiler refuses, says why, warns once and does not try again', async () => {
  const [t, v] = [text(), text()]
  expect(compiler.compile(kernel('refuse'), t)).toBeUndefined()
  expect(compiler.whyNot(t)).toMatch('no such kind')
  expect(compiler.compile(kernel('map'), t)).toBeUndefined()
  for (const [kind, reason] of [
    ['garbage', /not valid/],
    ['empty', /not valid.*imports its memory/],
  ] as const) {
    const odd = text()
    expect(compiler.compile(kernel(kind), odd)).toBeUndefined()
    expect(compiler.whyNot(odd)).toMatch(reason)
  }
  expect(await compiler.compileAsync(kernel('refuse'), v)).toBeUndefined()
  expect(compiler.available).toBe(true)
  expect(compiler.compile(kernel('map'), text())).toBeDefined()
  expect(warnings()).toEqual([expect.stringMatching(/runs in JavaScript.*no such kind/)])
})

it('compiles a kernel once more if what is on disk for it is no kernel, and mends the disk', () => {
  const { kernelsCompiled, cacheHitsDisk } = counters
  const broken = [
    new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
    new Uint8Array([1, 2, 3]),
    // A kernel's imports and exports, but for memory that is not shared.
    new Uint8Array(testKernelCode.map((byte: number, i: number) => (i === sharedMemoryFlag ? 1 : byte))),
    // And for a function without parameters.
    functionWithoutParameters,
  ]
  for (const code of broken) {
    const t = text()
    writeCached(t, code)
    expect(readCached(t)).toBeDefined()
    expect(compiler.compile(kernel('map'), t)).toBeDefined()
    forgetModules()
    expect(compiler.compile(kernel('map'), t)).toBeDefined()
  }
  expect(counters).toMatchObject({ kernelsCompiled: kernelsCompiled + 4, cacheHitsDisk: cacheHitsDisk + 4 })
})

it('deletes what is on disk for a kernel and is none, also where nothing comes in its place', () => {
  const t = text()
  writeCached(t, new Uint8Array([1, 2, 3]))
  expect(compiler.compile(kernel('refuse'), t)).toBeUndefined()
  expect(readCached(t)).toBeUndefined()
})

it('starts the thread anew when it dies over a kernel, once, and blames that kernel alone', async () => {
  for (const how of ['sync', 'async']) {
    const { compilerLoaded } = counters
    const [innocent, fatal, later] = [text(), text(), text()]
    compiler.request(kernel('map'), innocent)
    compiler.request(kernel('die'), fatal)
    compiler.request(kernel('map'), later)
    const got = how === 'sync' ? compiler.compile(kernel('die'), fatal) : await compiler.compileAsync(kernel('die'), fatal)
    expect(got).toBeUndefined()
    expect(compiler.whyNot(fatal)).toMatch(/thread (died|ended)/)
    for (const t of [innocent, later]) expect(compiler.compile(kernel('map'), t)).toBeDefined()
    expect(counters.compilerLoaded - compilerLoaded).toBeLessThanOrEqual(3)
    expect(compiler.available).toBe(true)
  }
})

it('answers blocked and awaiting callers at once', async () => {
  const waiting = [1, 2, 3].map(() => compiler.compileAsync(kernel('map'), text()))
  expect(compiler.compile(kernel('map'), text())).toBeDefined()
  expect((await Promise.all(waiting)).every(Boolean)).toBe(true)
})

it('compiles while the caller does something else', async () => {
  const [t, u] = [text(), text()]
  const { kernelsCompiled } = counters
  compiler.request(kernel('map'), t)
  compiler.request(kernel('map'), t)
  const until = performance.now() + 8000
  while (!compiler.poll(t) && performance.now() < until);
  const module = compiler.poll(t)
  expect(module).toBeDefined()
  expect(compiler.compile(kernel('map'), t)).toBe(module)
  compiler.request(kernel('map'), u)
  expect(await compiler.compileAsync(kernel('map'), u)).toBe(compiler.poll(u))
  expect(counters.kernelsCompiled).toBe(kernelsCompiled + 2)
  expect(compiler.poll(text())).toBeUndefined()
})

describe('a thread that cannot start', () => {
  afterEach(async () => {
    await stopCompiler()
    useCompilerScript(new URL('./fixtures/test-compiler.mjs', import.meta.url))
  })

  it.each(['absent', 'dying', 'unable', 'silent'])(
    'is remembered, said once, and nobody waits for it again (%s)',
    async (which) => {
      await stopCompiler()
      useCompilerScript(new URL(`./fixtures/${which}-compiler.mjs`, import.meta.url))
      expect(compiler.compile(kernel('map'), text())).toBeUndefined()
      expect(compiler.available).toBe(false)
      const { compilerLoaded } = counters
      // (A wait for each of them would take longer than the test may.)
      for (let i = 0; i < 100; i++) expect(compiler.compile(kernel('map'), text())).toBeUndefined()
      expect(await compiler.compileAsync(kernel('map'), text())).toBeUndefined()
      expect(counters.compilerLoaded).toBe(compilerLoaded)
      expect(warnings()).toEqual([expect.stringMatching(/kernels cannot be compiled/)])
    },
  )

  it('is waited for without blocking, too', async () => {
    await stopCompiler()
    useCompilerScript(new URL('./fixtures/absent-compiler.mjs', import.meta.url))
    expect(await compiler.compileAsync(kernel('map'), text())).toBeUndefined()
    expect(compiler.available).toBe(false)
  })

  it('is used when it comes late', async () => {
    await stopCompiler()
    const file = join(directory, 'come')
    vi.stubEnv('WELDARRAY_TEST_LATE', file)
    useCompilerScript(new URL('./fixtures/late-compiler.mjs', import.meta.url))
    const t = text()
    expect(compiler.compile(kernel('map'), t)).toBeUndefined()
    vi.unstubAllEnvs()
    expect(compiler.available).toBe(false)
    writeFileSync(file, '')
    for (const until = performance.now() + 15_000; !compiler.poll(t) && performance.now() < until; ) await delay(50)
    expect(compiler.poll(t)).toBeDefined()
    expect(compiler.available).toBe(true)
  })
})

it('lets the process exit, and spares a second process the compiler', async () => {
  const env = { WELDARRAY_CACHE_DIR: join(directory, 'processes') }
  const run = (...args: string[]) => runScript('compile-once.mjs', args, env)
  expect(await run('a')).toMatchObject({ code: 0, json: { kernelsCompiled: 1, cacheHitsDisk: 0, compilerLoaded: 1 } })
  expect(await run('a')).toMatchObject({ code: 0, json: { kernelsCompiled: 0, cacheHitsDisk: 1, compilerLoaded: 0 } })
  expect(await run('b', 'async')).toMatchObject({ code: 0, json: { kernelsCompiled: 1 } })
  expect(await run('b', 'async')).toMatchObject({ code: 0, json: { cacheHitsDisk: 1, compilerLoaded: 0 } })
  expect(await run('c', 'warm')).toMatchObject({ code: 0, json: { kernelsCompiled: 0, compilerLoaded: 1 } })
})

it('is shared by processes that compile the same kernel at the same time', async () => {
  const env = { WELDARRAY_CACHE_DIR: join(directory, 'race') }
  const first = await Promise.all([1, 2, 3].map(() => runScript('compile-once.mjs', ['same'], env)))
  for (const outcome of first) expect(outcome).toMatchObject({ code: 0, error: '' })
  expect(await runScript('compile-once.mjs', ['same'], env)).toMatchObject({ json: { cacheHitsDisk: 1 } })
})
