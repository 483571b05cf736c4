import { scratchBytes } from '@weldarray/codegen'
import { compile, inspect } from '@weldarray/codegen/compile'
import type { Access, Instruction, Kernel } from '@weldarray/optimizer'
import { paramLayout } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'

type Run = (...args: number[]) => void
const start = (kernel: Kernel, memory: WebAssembly.Memory): Run =>
  new WebAssembly.Instance(new WebAssembly.Module(compile(kernel) as BufferSource), { env: { memory } }).exports.run as Run

const access = (use: Access['use'], inner: Access['inner'] = 'unit'): Access => ({ use, dtype: 'float64', inner })
const load = (slot: number): Instruction => ({ op: 'load', dtype: 'float64', slot })

/** out = x · 2 + x, or the sum of that. */
const triple = (kind: 'map' | 'inner', inner: Access['inner'] = 'unit'): Kernel => ({
  kind,
  rows: 0,
  runs: 0,
  accesses: kind === 'map' ? [access('load', inner), access('store', inner)] : [access('load', inner)],
  params: [],
  code: [
    load(0),
    { op: 'lit', dtype: 'float64', value: 2 },
    { op: 'mul', dtype: 'float64', args: [0, 1] },
    { op: 'add', dtype: 'float64', args: [2, 0] },
  ],
  stores: kind === 'map' ? [{ slot: 1, value: 3 }] : [],
  reduces: kind === 'map' ? [] : [{ op: 'sum', dtype: 'float64', value: 3 }],
  scans: [],
  scatters: [],
})

describe('modules', () => {
  it('reach memory beyond 2^31, forwards and backwards', () => {
    const memory = new WebAssembly.Memory({ initial: 40000, maximum: 65536, shared: true })
    const n = 37
    const [x, out, partial] = [2 ** 31 - 64, 2 ** 31 + 4096, 2 ** 31 + 8192]
    const values = new Float64Array(memory.buffer, x, n)
    for (let i = 0; i < n; i++) values[i] = i + 0.5
    for (const stride of [8, -8])
      for (const kind of ['map', 'inner'] as const) {
        const kernel = triple(kind, stride === 8 ? 'unit' : 'any')
        const layout = paramLayout(kernel)
        const words = new Int32Array(memory.buffer, 1024, layout.words)
        words[0] = n
        words[layout.blocks] = 1
        const last = stride < 0 ? 8 * (n - 1) : 0
        kernel.accesses.forEach((a, i) => {
          words[layout.accesses[i]!] = (a.use === 'load' ? x : out) + last
          words[layout.accesses[i]! + 1] = stride
        })
        words[layout.reduces] = partial
        const scratch = 2 ** 31 + 16384
        start(kernel, memory)(1024, scratch, 0, 1, 0, 1, 0, n)
        if (kind === 'map') expect([...new Float64Array(memory.buffer, out, n)]).toEqual([...values].map((v) => 3 * v))
        else expect(new Float64Array(memory.buffer, partial, 1)[0]).toBe((3 * n * n) / 2)
      }
  })

  it('write in place', () => {
    const memory = new WebAssembly.Memory({ initial: 4, maximum: 65536, shared: true })
    const kernel = triple('map')
    const layout = paramLayout(kernel)
    const words = new Int32Array(memory.buffer, 1024, layout.words)
    const n = 103
    words[0] = n
    for (const base of layout.accesses) {
      words[base] = 4096
      words[base + 1] = 8
    }
    const values = new Float64Array(memory.buffer, 4096, n)
    for (let i = 0; i < n; i++) values[i] = i
    start(kernel, memory)(1024, 2048, 0, 1, 0, 0, 0, n)
    expect([...values]).toEqual(Array.from({ length: n }, (_, i) => 3 * i))
  })

  it('do nothing for empty ranges', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true })
    const before = new Uint8Array(memory.buffer).slice()
    for (const kind of ['map', 'inner'] as const) {
      const run = start(triple(kind), memory)
      run(1024, 2048, 0, 0, 0, 1, 0, 5)
      run(1024, 2048, 0, 1, 0, 0, 0, 0)
    }
    expect(new Uint8Array(memory.buffer).every((b, i) => b === before[i])).toBe(true)
  })

  it('stay in proportion for bodies of thousands of instructions', () => {
    const size = 8000
    const code: Instruction[] = [load(0), { op: 'lit', dtype: 'float64', value: 1.5 }]
    while (code.length < size) code.push({ op: 'add', dtype: 'float64', args: [code.length === 2 ? 0 : code.length - 1, 1] })
    const kernel = { ...triple('map'), code, stores: [{ slot: 1, value: size - 1 }] }
    expect(inspect(kernel).valid).toBe(true)
    const bytes = compile(kernel)
    expect(bytes.length).toBeLessThan(size * 40)
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true })
    const layout = paramLayout(kernel)
    const words = new Int32Array(memory.buffer, 1024, layout.words)
    layout.accesses.forEach((base, i) => {
      words[base] = 4096 + 1024 * i
    })
    start(kernel, memory)(1024, 2048, 0, 1, 0, 0, 0, 5)
    expect([...new Float64Array(memory.buffer, 5120, 5)]).toEqual(new Array(5).fill(1.5 * (size - 2)))
  })

  it('say how much scratch memory they need', () => {
    expect(scratchBytes(triple('map'))).toBe(0)
    expect(scratchBytes(triple('inner'))).toBe(64)
  })
})
