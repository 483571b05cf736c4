import { MemoryLimitError } from '@weldarray/ir'
import { beforeEach, describe, expect, it } from 'vitest'
import { configure, settings } from '../dist/config/config.js'
import { counters } from '../dist/config/counters.js'
import { type Block, HEAP_BASE, Heap } from '../dist/heap/heap.js'
import { firstPage } from '../dist/heap/pages.js'

const MIB = 2 ** 20

describe('heap', () => {
  const most = settings.maxMemory
  beforeEach(() => configure({ maxMemory: most }))

  it('aligns blocks, keeps them apart and above the reserved addresses', () => {
    const heap = new Heap()
    const blocks = [1, 64, 65, 1000, 0, 100_000].map((n) => heap.alloc(n))
    let end = HEAP_BASE
    for (const b of blocks) {
      expect(b.address % 64).toBe(0)
      expect(b.address).toBeGreaterThanOrEqual(end)
      end = b.address + Math.max(b.bytes, 1)
    }
  })

  it('reuses freed blocks and merges neighbours', () => {
    const heap = new Heap()
    const a = heap.alloc(MIB)
    const b = heap.alloc(MIB)
    const c = heap.alloc(MIB)
    heap.free(b)
    const again = heap.alloc(MIB)
    expect(again.address).toBe(b.address)
    heap.free(a)
    heap.free(again)
    heap.free(c)
    const whole = heap.alloc(3 * MIB)
    expect(whole.address).toBe(a.address)
    expect(heap.extent).toBe(a.address + 3 * MIB)
  })

  it('takes the tightest of several free chunks', () => {
    const heap = new Heap()
    const sizes = [10_000, 10_176, 10_112, 20_000]
    const blocks = sizes.flatMap((n) => [heap.alloc(n), heap.alloc(5000)])
    for (const [i] of sizes.entries()) heap.free(blocks[2 * i])
    expect(heap.alloc(10_100).address).toBe(blocks[4].address)
  })

  it('extends a free chunk at the end before touching more fresh memory', () => {
    const heap = new Heap()
    const a = heap.alloc(MIB)
    heap.free(a)
    const b = heap.alloc(2 * MIB)
    expect(b.address).toBe(a.address)
    expect(heap.extent).toBe(a.address + 2 * MIB)
  })

  it('frees once, however often it is asked to', () => {
    const heap = new Heap()
    const held = counters.bytesHeld
    const a = heap.alloc(1000)
    heap.free(a)
    const b = heap.alloc(1000)
    heap.free(a)
    expect(heap.isLive(b)).toBe(true)
    expect(counters.bytesHeld).toBe(held + 1000)
    heap.free(b)
    expect(counters.bytesHeld).toBe(held)
  })

  it('does not reuse memory to which a lost thread may still write, until it is safe', async () => {
    const heap = new Heap()
    const a = heap.alloc(MIB)
    heap.alloc(64)
    let end = (): void => {}
    heap.quarantine(a, new Promise<void>((resolve) => (end = resolve)))
    heap.free(a)
    expect(heap.isLive(a)).toBe(false)
    const b = heap.alloc(MIB)
    expect(b.address).not.toBe(a.address)
    end()
    await new Promise(setImmediate)
    expect(heap.alloc(MIB).address).toBe(a.address)
  })

  it('keeps old views valid when the memory grows', () => {
    const heap = new Heap()
    const a = heap.alloc(800)
    const view = heap.view('float64', a.address, 100)
    view[7] = 42
    const before = heap.buffer
    const big = heap.alloc(100 * MIB)
    expect(heap.buffer).not.toBe(before)
    view[8] = 43
    expect([...heap.view('float64', a.address + 56, 2)]).toEqual([42, 43])
    heap.view('uint8', big.address, big.bytes)[big.bytes - 1] = 1
  })

  it('gives random sizes back and out again without overlap', () => {
    const heap = new Heap()
    let seed = 1
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    const live = new Map<number, Block>()
    for (let i = 0; i < 20_000; i++) {
      if (random() < 0.55) live.set(i, heap.reserve(Math.floor(2 ** (random() * 17))))
      else if (live.size > 0) {
        const key = [...live.keys()][Math.floor(random() * Math.min(live.size, 50))]
        heap.free(live.get(key)!)
        live.delete(key)
      }
    }
    const sorted = [...live.values()].sort((a, b) => a.address - b.address)
    for (let i = 1; i < sorted.length; i++)
      expect(sorted[i].address).toBeGreaterThanOrEqual(sorted[i - 1].address + sorted[i - 1].bytes)
    for (const b of sorted) heap.free(b)
    const bottom = HEAP_BASE + firstPage(heap.limit)
    expect(heap.reserve(heap.extent - bottom).address).toBe(bottom)
  })

  it('refuses what does not fit, says so, and works on', () => {
    configure({ maxMemory: 32 * MIB })
    const heap = new Heap()
    const a = heap.alloc(20 * MIB)
    expect(() => heap.alloc(20 * MIB)).toThrow(MemoryLimitError)
    expect(() => heap.alloc(20 * MIB)).toThrow(/20\.0 MiB do not fit: .* of 32\.0 MiB/)
    expect(() => heap.alloc(8 * 2 ** 30)).toThrow(MemoryLimitError)
    expect(heap.tryAlloc(20 * MIB)).toBeUndefined()
    heap.free(a)
    expect(heap.alloc(20 * MIB).address).toBe(a.address)
  })

  it('keeps what is held, whoever asked meanwhile who lives', () => {
    const heap = new Heap()
    const before = heap.held
    const blocks = Array.from({ length: 20 }, () => heap.alloc(100_000))
    expect(heap.living()).toHaveLength(20)
    heap.collectYoung()
    expect(blocks.filter((b) => !heap.isLive(b))).toEqual([])
    expect(heap.held - before).toBe(20 * 100_000)
    const others = Array.from({ length: 40 }, () => heap.alloc(100_000))
    expect(new Set([...blocks, ...others].map((b) => b.address)).size).toBe(60)
  })

  it('takes dropped blocks back inside a synchronous loop', () => {
    configure({ maxMemory: 64 * MIB })
    const heap = new Heap()
    const kept = heap.alloc(8 * MIB)
    heap.view('uint8', kept.address, 1)[0] = 7
    for (let i = 0; i < 200; i++) {
      const block = heap.alloc(8 * MIB)
      heap.view('uint8', block.address, block.bytes)[i] = 1
    }
    expect(heap.isLive(kept)).toBe(true)
    expect(heap.view('uint8', kept.address, 1)[0]).toBe(7)
    expect(heap.extent).toBeLessThanOrEqual(64 * MIB)
  })

  it('looks for dropped blocks long before the limit', () => {
    const heap = new Heap()
    for (let i = 0; i < 400; i++) heap.alloc(8 * MIB)
    expect(heap.extent).toBeLessThan(1500 * MIB)
  })

  it('takes dropped blocks back when the event loop turns and the engine collects', async () => {
    const heap = new Heap()
    heap.alloc(1000)
    const held = counters.bytesHeld
    await new Promise((r) => setTimeout(r, 1))
    heap.collect()
    expect(counters.bytesHeld).toBeLessThan(held)
  })
})
