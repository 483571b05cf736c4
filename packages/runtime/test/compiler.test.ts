import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KernelError } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { compiler, stopCompiler, useCompilerScript } from '../dist/compiler/compiler.js'
import { forgetModules, moduleKey } from '../dist/compiler/modules.js'
import { configure, settings } from '../dist/config/config.js'
import { counters } from '../dist/config/counters.js'
import { runScript } from './run-script.js'

const kernel = (kind: string): Kernel => ({ kind, code: [{ op: 'lit', value: 5n }] }) as unknown as Kernel
const before = settings.kernelCache
const directory = mkdtempSync(join(tmpdir(), 'weldarray-compiler-'))
let serial = 0
const text = (): string => `text ${serial++}`

beforeAll(() => {
  useCompilerScript(new URL('./fixtures/test-compiler.mjs', import.meta.url))
  configure({ kernelCache: directory })
})
beforeEach(() => forgetModules())
afterAll(async () => {
  await stopCompiler()
  configure({ kernelCache: before })
  rmSync(directory, { recursive: true })
})

it('compiles once, then finds the module in memory, then on disk', () => {
  const t = text()
  const { kernelsCompiled, cacheHitsMemory, cacheHitsDisk } = counters
  const module = compiler.compile(kernel('map'), t)
  expect(compiler.compile(kernel('map'), t)).toBe(module)
  forgetModules()
  const again = compiler.compile(kernel('map'), t)
  expect(again).not.toBe(module)
  expect(counters).toMatchObject({
    kernelsCompiled: kernelsCompiled + 1,
    cacheHitsMemory: cacheHitsMemory + 1,
    cacheHitsDisk: cacheHitsDisk + 1,
  })
  expect(moduleKey(again)).not.toBe(moduleKey(module))
  expect(moduleKey(again)).toBe(moduleKey(again))
})

it('passes on what the compiler says', async () => {
  expect(() => compiler.compile(kernel('refuse'), text())).toThrow(/could not be compiled: no such kind/)
  expect(() => compiler.compile(kernel('refuse'), text())).toThrow(KernelError)
  expect(() => compiler.compile(kernel('garbage'), text())).toThrow(/not valid/)
  await expect(compiler.compileAsync(kernel('refuse'), text())).rejects.toThrow(KernelError)
  expect(compiler.compile(kernel('map'), text())).toBeDefined()
})

it('starts the thread anew when it dies, once, and works on', async () => {
  const { compilerLoaded } = counters
  expect(() => compiler.compile(kernel('die'), text())).toThrow(/thread died/)
  expect(counters.compilerLoaded - compilerLoaded).toBeLessThanOrEqual(2)
  expect(compiler.compile(kernel('map'), text())).toBeDefined()
  await expect(compiler.compileAsync(kernel('die'), text())).rejects.toThrow(KernelError)
  expect(await compiler.compileAsync(kernel('map'), text())).toBeDefined()
})

it('answers blocked and awaiting callers at once', async () => {
  const waiting = [1, 2, 3].map(() => compiler.compileAsync(kernel('map'), text()))
  expect(compiler.compile(kernel('map'), text())).toBeDefined()
  expect((await Promise.all(waiting)).length).toBe(3)
})

it('says so when the thread cannot start', async () => {
  await stopCompiler()
  useCompilerScript(new URL('./fixtures/absent.mjs', import.meta.url))
  await expect(compiler.compileAsync(kernel('map'), text())).rejects.toThrow(KernelError)
  useCompilerScript(new URL('./fixtures/test-compiler.mjs', import.meta.url))
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
