import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundlers } from './bundlers.js'
import { installPackage, remove, run } from './consumer.js'

const programs = new URL('./bundled', import.meta.url)
const consumer = installPackage(programs)
afterAll(() => remove(consumer))

// Each in its own format; esbuild, which leaves `require` of Node's modules where there is none, both in an ES module.
const fits = (name: string, program: string): boolean =>
  program.endsWith(name.endsWith('CommonJS') ? '.cjs' : '.mjs') || name === 'esbuild, ESM'

describe.each(Object.entries(bundlers))('bundled by %s', (name, bundle) => {
  test.each(readdirSync(programs).filter((program) => fits(name, program)))(
    '%s is one file that runs on all threads, wherever it is',
    async (program) => {
      const folder = mkdtempSync(join(tmpdir(), 'weldarray-bundled-'))
      try {
        const file = await bundle(program, consumer, folder)
        expect(readdirSync(folder)).toEqual([file])
        expect(run(process.execPath, [file], folder)).toEqual({ status: 0, output: 'ok\n' })
      } finally {
        remove(folder)
      }
    },
  )
})
