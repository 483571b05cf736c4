import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as np from 'weldarray'
import { heap } from '../../../runtime/dist/heap/heap.js'

/** All failures of a kind, whatever the test takes: `npm run test:faults`. */
const THOROUGH = process.env.WELDARRAY_TEST_FAULTS === 'all'
/** Sites are taken in as many parts, each of which ends in a few minutes. */
const PARTS = 4

interface Report {
  readonly reached: boolean
  readonly runs: number
  readonly digest: string
  readonly outcomes: Record<string, number>
  readonly problems: { readonly n: number; readonly outcome: string; readonly where: string }[]
}

function failing(...args: string[]): Promise<Report> {
  const script = fileURLToPath(new URL('./fixtures/fail-everywhere.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--no-warnings', script, ...args])
  let text = ''
  child.stdout.on('data', (data) => (text += data))
  child.stderr.on('data', (data) => (text += data))
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      try {
        resolve(JSON.parse(text) as Report)
      } catch {
        reject(new Error(`ended with ${code}:\n${text}`))
      }
    })
  })
}

const told = ({ problems }: Report): string => problems.map((p) => `${p.n}: ${p.outcome}\n${p.where}`).join('\n\n')

describe('whichever allocation or file operation fails, values are right or an error of ours is thrown, all is usable afterwards and nothing is lost', () => {
  const kinds = ['block', 'array', 'wasm', 'file']
  const seed = Number(process.env.WELDARRAY_TEST_SEED)
  type Part = [program: string, kind: string, site: number, step: number]
  // Every site; else, of the program that takes less time, every ninth.
  const parts = THOROUGH
    ? ['everything', 'memory'].flatMap((program) =>
        kinds.flatMap((kind) => Array.from({ length: PARTS }, (_, k): Part => [program, kind, k, PARTS])),
      )
    : kinds.map((kind): Part => ['everything', kind, seed % 9, 9])
  it.each(parts)('%s: %s, from site %i on, every %i', { timeout: 280_000 }, async (program, kind, site, step) => {
    const report = await failing(program, kind, String(site), String(step), '240000')
    expect(told(report)).toBe('')
    expect(report.reached).toBe(true)
    expect(Object.values(report.outcomes).reduce((a, b) => a + b)).toBeGreaterThan(THOROUGH ? 0 : 4)
  })

  const first: [string, number][] = THOROUGH
    ? ['thread', 'wasm', 'file', 'array'].flatMap((kind) =>
        [0, 1, 2, 3, 5, 8, 13, 21, 34, 55].map((n): [string, number] => [kind, n]),
      )
    : [
        ['thread', 0],
        ['thread', 1],
        ['wasm', 0],
        ['file', 5],
      ]
  it.each(first)('%s %i, in a process in which nothing is loaded yet', { timeout: 60_000 }, async (kind, n) => {
    const report = await failing('everything', kind, String(n), '1', '1', 'cold')
    expect(told(report)).toBe('')
    const without = await failing('everything', 'none', '0', '1', '1')
    expect(report.digest).toBe(without.digest)
  })
})

describe('memory that does not grow', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })
  const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: { grow(pages: number): number } } } })
    .WebAssembly
  const noGrowth = (): never => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory')
  }
  /** More than there is at present. */
  const beyond = (): np.NdArray => np.ones([Math.ceil(heap.buffer.byteLength / 8) + 1000]).add(1)

  it('once: less of it is tried', () => {
    vi.spyOn(Memory.prototype, 'grow').mockImplementationOnce(noGrowth)
    const x = beyond()
    expect(x.get(x.size - 1)).toBe(2)
    x.dispose()
  })

  it('at all: the evaluation is refused, and works when memory grows again', () => {
    const held = heap.extent
    const x = beyond()
    const grow = vi.spyOn(Memory.prototype, 'grow').mockImplementation(noGrowth)
    expect(() => x.evaluate()).toThrow(np.MemoryLimitError)
    expect(grow).toHaveBeenCalled()
    expect(heap.extent).toBe(held)
    const small = np.ones([5000]).add(1)
    expect(small.sum().item()).toBe(10_000)
    grow.mockRestore()
    expect(x.get(7)).toBe(2)
  })
})
