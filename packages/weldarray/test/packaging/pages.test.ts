import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
import { type Block, blocksOf, cellsOf, complaints, pages, runnable, tables } from './pages.js'

const lib = (name: string): Promise<Record<string, unknown>> =>
  import(fileURLToPath(new URL(`../../lib/${name}.mjs`, import.meta.url)))
const np = await lib('index')
const { default: ops } = await lib('ops')
afterAll(() => (np.shutdown as () => Promise<void>)())

const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => (...args: unknown[]) => Promise<unknown>

/** Runs a block after `before`; gives what its comments show, and what its expressions are. */
async function run({ code }: Block, before: string): Promise<{ shown: string[]; values: string[] }> {
  const [shown, values]: [string[], string[]] = [[], []]
  const compare = (value: unknown, text: string): void => {
    shown.push(text)
    values.push(inspect(value).replace(/\s+/g, ' '))
  }
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await new AsyncFunction('np', 'ndarray', 'ops', 'shown', `${before}\n${runnable(code)}`)(np, np.default, ops, compare)
  } finally {
    log.mockRestore()
  }
  return { shown, values }
}

const blocks = Object.entries(pages).flatMap(([page, before]) => blocksOf(page).map((block) => ({ ...block, before })))

test('pages have blocks', () => expect(blocks.length).toBeGreaterThan(8))

test.each(blocks.filter(({ code }) => !code.includes('…')))('$name runs, and gives what it shows', async (block) => {
  const { shown, values } = await run(block, block.before)
  expect(values).toEqual(shown)
})

test('blocks that are whole programs have no type errors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-pages-'))
  const files = blocks
    .filter(({ code }) => code.startsWith('import '))
    .map(({ code, name }) => {
      const file = join(folder, `${name.replace(/\W+/g, '-')}.mts`)
      writeFileSync(file, code)
      return file
    })
  expect(files.length).toBeGreaterThan(4)
  expect(complaints(folder, files)).toEqual([])
  rmSync(folder, { recursive: true })
})

test.each(Object.keys(tables).flatMap((page) => cellsOf(page).map((cell) => ({ ...cell, page }))))(
  '$page: $name runs',
  async ({ page, ...cell }) => {
    await run({ ...cell, code: `{ ${cell.code.replace(/:$/, ' {}').replace(/^((?:if|for) .*\))$/, '$1 {}')} }` }, tables[page]!)
  },
)
