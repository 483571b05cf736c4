import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { installPackage, remove, run } from './consumer.js'
import { installTools } from './nodes.js'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const fixtures = new URL('./fixtures', import.meta.url)
const programs = readdirSync(fixtures).filter((name) => /\.[mc]js$/.test(name))

const tools = installTools(path('../../../../node_modules/typescript/bin/tsc'))
const consumer = installPackage(fixtures)

afterAll(() => remove(consumer))

describe.each([...tools.nodes])('installed from the tarball, on %s', (_name, node) => {
  test.each(programs)('%s runs, prints nothing but ok, and exits by itself', (program) => {
    expect(run(node, [program], consumer)).toEqual({ status: 0, output: 'ok\n' })
  })

  test('the command explains a graph and draws it', () => {
    const command = join('node_modules', '.bin', 'weldarray')
    const { status, output } = run(node, [command, 'explain', 'graph.weld', '--runs', '1', '--html', 'graph.html'], consumer)
    expect(output).toMatch(/recorded \(as it was written\)[\s\S]*loop 1 of 1: elementwise[\s\S]*ran: (wasm|js)/)
    expect(status).toBe(0)
    const page = readFileSync(join(consumer, 'graph.html'), 'utf8')
    expect(page).toContain('<svg class="graph"')
    expect(page).toContain('<pre class="wasm">(module')
  })
})

describe.each([...tools.compilers])('installed from the tarball, %s', (_name, compiler) => {
  test('accepts ESM and CommonJS programs', () => {
    expect(run(process.execPath, [compiler, '-p', '.'], consumer)).toEqual({ status: 0, output: '' })
  })
})

test('the tarball holds only what is needed', () => {
  const top = readdirSync(join(consumer, 'node_modules/weldarray')).sort()
  expect(top).toEqual(['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md', 'docs', 'lib', 'package.json'])
})

test("the readme's links lead to what is in the package", () => {
  const folder = join(consumer, 'node_modules/weldarray')
  const links = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((m) => m[1]!)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
})
