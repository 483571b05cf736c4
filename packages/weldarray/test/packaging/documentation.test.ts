import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { publicApi } from '../../../../tools/reference/api.mjs'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** What hovers show: every export and every member of a class, but for types, which are seen where they are used. */
const entries = publicApi().filter((e) => !e.isType && !e.isInternal)

/** An error's name says itself. */
const needsExample = (path: string): boolean => !/Error\.name$/.test(path)

test('the walk through the declarations sees functions, methods, namespaces and constants', () => {
  const paths = new Set(entries.map((e) => e.path))
  for (const path of ['add', 'ndarray.sum', 'ndarray.subtract', 'linalg.inv', 'random.Generator.normal', 'pi', 'ndarray.T'])
    expect(paths).toContain(path)
  expect(paths.size).toBeGreaterThan(800)
})

test('every public export has a comment', () => {
  expect(entries.filter((e) => e.says === '' && needsExample(e.path)).map((e) => e.path)).toEqual([])
})

test('every public export has an example', () => {
  expect(entries.filter((e) => e.examples.length === 0 && needsExample(e.path)).map((e) => e.path)).toEqual([])
})

test('every function whose arguments are declared says what it throws for others', async () => {
  const np = (await import(new URL('../../lib/index.mjs', import.meta.url).href)) as object
  const at = (path: string): unknown =>
    path.split('.').reduce((o, part) => (o as Record<string, unknown> | undefined)?.[part], np as unknown)
  const DECLARATION = Symbol.for('weldarray.declaration')
  const declared = entries.flatMap((e) => {
    const declaration = (at(e.path) as { [DECLARATION]?: string } | undefined)?.[DECLARATION]
    return declaration === undefined ? [] : [{ ...e, declaration: declaration.replace(/\s+/g, ' ') }]
  })
  expect(declared.length).toBeGreaterThan(280)
  expect(declared.filter((e) => !e.throws.some((t) => t.includes(`\`${e.declaration}\``))).map((e) => e.path)).toEqual([])
})

/** Objects of which methods are fuzzed, and the classes that document them. */
const OWNERS: Readonly<Record<string, string>> = {
  ndarray: 'ndarray',
  rng: 'random.Generator',
  legacy: 'random.RandomState',
  poly: 'polynomial.Polynomial',
}

test('every error that a call was seen to end in is named by the comment of what was called', async () => {
  const { readThrown } = (await import(new URL('../../build/thrown.mjs', import.meta.url).href)) as {
    readThrown: () => Record<string, string[]>
  }
  const comments = new Map<string, string>()
  for (const [prefix, list] of [
    ['', entries],
    ['ir.', publicApi(`${root}packages/weldarray/lib/ir.d.mts`)],
  ] as const)
    for (const e of list) comments.set(prefix + e.path, [e.says, ...e.throws].join('\n'))
  const left = Object.entries(readThrown()).flatMap(([key, errors]) => {
    const [owner, member] = key.split('#') as [string, string | undefined]
    const comment = comments.get(member === undefined ? key : `${OWNERS[owner]}.${member}`)
    return comment === undefined ? [] : errors.filter((error) => !comment.includes(`\`${error}\``)).map((e) => `${key} ${e}`)
  })
  expect(left).toEqual([])
})

test('examples give what they show', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['tools/reference/examples.mjs'], { cwd: root, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^\d+ examples, 0 differ\n$/)
})
