import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { Browser, findBrowser } from './browser.js'

const folder = mkdtempSync(join(tmpdir(), 'weldarray-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = async (x: np.NdArray, options: np.InspectOptions = {}) =>
  readFileSync(await np.inspect(x, join(folder, 'page.html'), { roofline: false, wasm: false, ...options }), 'utf8')

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0

const rng = np.random.default_rng(8)

test('the page has the graph, each pass that changed it, the loops, their times and their code', async () => {
  const x = rng.random([300, 200])
  const result = x.sub(x.mean(0)).div(x.std(0)).T.mul(2)
  const html = await page(result, { wasm: true, title: 'standard <scores>' })
  expect(result.isEvaluated).toBe(true)
  expect(html).toContain('<title>standard &lt;scores&gt;</title>')
  const graphs = count(html, /<section id="graph-of-/g)
  expect(count(html, /<svg class="graph"/g)).toBe(graphs)
  expect(html).toMatch(/<label for="graph-0">recorded<\/label><input[^>]*><label for="graph-1">/)
  const loops = count(html, /<tr><td><span class="mark"/g)
  expect(loops).toBeGreaterThan(1)
  expect(count(html, /<pre class="kernel">kernel (map|inner|outer) /g)).toBe(loops)
  expect(count(html, /<pre class="wasm">\(module/g)).toBe(loops)
  // Every loop has a bar at least.
  for (let i = 1; i <= loops; i++) expect(html).toContain(`class="chunk" data-step="loop ${i}"`)
  // One input, 300 × 200 doubles, is read by the first loop.
  expect(html).toContain('<td class="number">480 kB</td>')
})

test('calls of the library are on it: what they read, how they ran, and their chunks on the timeline', async () => {
  const x = rng.random([400, 300])
  const sorted = np.sort(x.mul(2), 0)
  const html = await page(np.matmul(sorted.T, sorted).add(1))
  const rows = [...html.matchAll(/<tr><td><span class="mark"[^>]*><\/span>\d+<\/td><td>(sort|matmul)<br>.*?<\/tr>/g)]
  expect(rows.map((row) => row[1])).toEqual(['sort', 'matmul'])
  expect(rows[1]![0]).toContain('float64[300,400], float64[400,300]')
  for (const [row] of rows) expect(row).toMatch(/<td>wasm<\/td><td class="number">[\d.]+ [mµ]s<\/td>/)
  for (const call of [1, 2]) expect(html).toContain(`class="chunk" data-step="call ${call}"`)
  expect(html).toContain('>call of matmul</text>')
})

test('of a function all that it does is on it: other evaluations, and what computes at once', async () => {
  const program = () => {
    const a = rng.random([120, 120])
    const total = a.mul(2).add(1).sum().item() as number
    return np.linalg.inv(a).mul(total)
  }
  const path = await np.inspect(program, join(folder, 'page.html'), { roofline: false, wasm: false })
  const html = readFileSync(path, 'utf8')
  const steps = [...html.matchAll(/<tr><td>[^\n]*?<\/span>(\d+)<\/td><td>([^<]*)<br><span class="about">(loop|call), ([^<]*)</g)]
  expect(steps.map(([, number, names, kind, of]) => [number, names, kind, of])).toEqual([
    ['1', 'random', 'call', ''],
    ['2', 'mul add sum', 'loop', '14400'],
    ['3', 'inv', 'call', 'float64[120,120]'],
  ])
  for (const name of ['step 1', 'step 2', 'step 3', 'loop 1']) expect(html).toContain(`class="chunk" data-step="${name}"`)
  expect(await page(await Promise.resolve(rng.random(5000).mul(2)))).not.toContain('id="before"')
  // What was computed at once has no graph, but its times.
  const alone = await np.inspect(async () => np.linalg.det(rng.random([40, 40])), join(folder, 'page.html'), { roofline: false })
  expect(readFileSync(alone, 'utf8')).toMatch(/no graph was compiled.*data-step="step 2"/s)
  await expect(np.inspect((() => 3) as never)).rejects.toThrow('inspect: the function gave number, expected an array')
  await expect(np.inspect(() => np.linalg.inv(np.zeros([2, 2])))).rejects.toThrow(np.linalg.LinAlgError)
})

test('it asks for nothing from elsewhere and runs no scripts', async () => {
  const html = await page(rng.random(500).add(1))
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(html).not.toMatch(/<script|<link|<img|@import|url\((?!#)|https?:/)
})

test('chunks of several threads are rows of their own', async () => {
  const html = await page(rng.random(4_000_000).mul(3).sin().cos())
  const chunks = count(html, /class="chunk"/g)
  expect(chunks).toBeGreaterThan(8)
  const threads = [...html.matchAll(/<text class="name"[^>]*>(calling thread|worker \d+)</g)].map((m) => m[1])
  expect(new Set(threads).size).toBe(threads.length)
  expect(threads.length).toBeLessThanOrEqual(Number(process.env.WELDARRAY_THREADS))
})

test('what was evaluated before, or never computed, is told as far as it is known', async () => {
  const done = rng.random(3000).mul(2).evaluate()
  expect(await page(done)).toContain('inspect the array before it is evaluated')
  expect(await page(np.array([1, 2]))).toContain('no graph was compiled')
  expect(await page(np.asarray(new Float64Array(3)))).toContain('nothing is computed')
  await expect(np.inspect(3 as never)).rejects.toThrow(np.ArgumentError)
  await expect(np.inspect(done, 3 as never)).rejects.toThrow(/the file is number/)
})

test('graphs of more nodes than can be looked at are text', async () => {
  let x: np.NdArray = rng.random(300)
  for (let i = 0; i < 250; i++) x = x.mul(0.5).add(i)
  const html = await page(x)
  expect(html).toContain('Too many nodes to be drawn')
  expect(count(html, /<svg class="graph"/g)).toBe(0)
})

const chromium = findBrowser()
const why = chromium === undefined ? ' (skipped: there is no chromium on the PATH)' : ''

describe.skipIf(chromium === undefined)(`in a browser${why}`, () => {
  let browser: Browser

  beforeAll(async () => {
    const x = rng.random([400, 300])
    const path = await np.inspect(x.mul(2).sub(x.mean(0)).slice(':, 1:').square().sum(1), join(folder, 'shown.html'))
    browser = await Browser.open(chromium!, pathToFileURL(path).href)
  }, 120_000)
  afterAll(() => browser?.close())

  test('it is one request, without complaints', async () => {
    expect(browser.requests.length).toBe(1)
    expect(browser.complaints).toEqual([])
  })

  test('one graph is seen at a time, and choosing another shows that', async () => {
    const seen = () =>
      browser.value<string[]>(
        `[...document.querySelectorAll('.tabs > section')].filter((s) => s.offsetHeight > 0).map((s) => s.id)`,
      )
    expect(await seen()).toEqual(['graph-of-0'])
    await browser.value(`document.querySelector('label[for=graph-1]').click()`)
    expect(await seen()).toEqual(['graph-of-1'])
    await browser.value(`document.querySelector('label[for=graph-0]').click()`)
  })

  test('nodes are apart from one another, inside of their drawing', async () => {
    const boxes = await browser.value<{ x: number; y: number; right: number; bottom: number; inside: boolean }[]>(
      `[...document.querySelectorAll('#graph-of-0 .node rect')].map((r) => {
        const b = r.getBoundingClientRect(), d = r.ownerSVGElement.getBoundingClientRect()
        return { x: b.x, y: b.y, right: b.right, bottom: b.bottom, inside: b.x >= d.x && b.right <= d.right && b.y >= d.y && b.bottom <= d.bottom }
      })`,
    )
    expect(boxes.length).toBeGreaterThan(4)
    for (const [i, a] of boxes.entries()) {
      expect(a.inside).toBe(true)
      for (const b of boxes.slice(i + 1))
        expect(a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y).toBe(true)
    }
  })

  test('labels fit their nodes', async () => {
    const wide = await browser.value<string[]>(
      `[...document.querySelectorAll('#graph-of-0 .node')].filter((g) => [...g.querySelectorAll('text')].some((t) => t.getBoundingClientRect().width > g.querySelector('rect').getBoundingClientRect().width)).map((g) => g.textContent)`,
    )
    expect(wide).toEqual([])
  })

  test('the roofline has a point for each loop that computes, under the roof’s drawing area', async () => {
    const { points, loops } = await browser.value<{ points: number; loops: number }>(
      `({ points: document.querySelectorAll('.roofline .point circle').length, loops: document.querySelectorAll('#loops tbody tr').length })`,
    )
    expect(loops).toBeGreaterThan(0)
    expect(points).toBe(loops)
  })

  test('kernel and WebAssembly stand side by side', async () => {
    const [kernel, wasm] = await browser.value<{ x: number; y: number }[]>(
      `[...document.querySelectorAll('.pair pre')].slice(0, 2).map((p) => ({ x: p.getBoundingClientRect().x, y: p.getBoundingClientRect().y }))`,
    )
    expect(wasm!.y).toBe(kernel!.y)
    expect(wasm!.x).toBeGreaterThan(kernel!.x)
  })
})
