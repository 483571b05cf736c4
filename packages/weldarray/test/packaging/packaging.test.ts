import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { installTools, npm } from './nodes.js'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const fixtures = path('./fixtures')
const programs = readdirSync(fixtures).filter((name) => /\.[mc]js$/.test(name))

const tools = installTools(path('../../../../node_modules/typescript/bin/tsc'))
const consumer = installPackage()

/** Packs weldarray, installs the tarball into an empty folder, and puts the programs beside it. */
function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-consumer-'))
  const [{ filename }] = Object.values(JSON.parse(npm(['pack', '--json', '--pack-destination', folder], path('../..')))) as [
    { filename: string },
  ]
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--ignore-scripts', `./${filename}`], folder)
  cpSync(fixtures, folder, { recursive: true })
  return folder
}

function run(node: string, args: string[]): { status: number | null; output: string } {
  const env = { ...process.env, WELDARRAY_CACHE_DIR: join(consumer, 'cache') }
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: consumer, env, encoding: 'utf8', timeout: 100_000 })
  return { status, output: stdout + stderr }
}

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

describe.each([...tools.nodes])('installed from the tarball, on %s', (_name, node) => {
  test.each(programs)('%s runs, prints nothing but ok, and exits by itself', (program) => {
    expect(run(node, [program])).toEqual({ status: 0, output: 'ok\n' })
  })
})

describe.each([...tools.compilers])('installed from the tarball, %s', (_name, compiler) => {
  test('accepts ESM and CommonJS programs', () => {
    expect(run(process.execPath, [compiler, '-p', '.'])).toEqual({ status: 0, output: '' })
  })
})

test('the tarball holds only what is needed', () => {
  const top = readdirSync(join(consumer, 'node_modules/weldarray')).sort()
  expect(top).toEqual(['LICENSE', 'README.md', 'lib', 'package.json'])
})
