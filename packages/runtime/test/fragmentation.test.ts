import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { configure, settings } from '../dist/config/config.js'
import { type Block, Heap } from '../dist/heap/heap.js'

const MIB = 2 ** 20
const most = settings.maxMemory
let heap: Heap

beforeEach(() => {
  heap = new Heap()
})
afterEach(() => configure({ maxMemory: most }))

/** How many blocks of this size can be had at the same time. */
function placesOf(bytes: number): number {
  const blocks: Block[] = []
  for (let block = heap.tryAlloc(bytes); block !== undefined; block = heap.tryAlloc(bytes)) blocks.push(block)
  for (const block of blocks) heap.free(block)
  return blocks.length
}

describe('small reservations do not stand in the way of large ones', () => {
  it('between blocks that are made and dropped: memory does not grow', () => {
    const bytes = 100_000
    let seed = 1
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647
    const live: Block[] = []
    let peak = 0
    for (let i = 0; i < 20_000; i++) {
      if (random() < 0.1) heap.reserve(64 + Math.floor(random() * 448))
      live.push(heap.alloc(bytes))
      // Most are dropped soon, some stay.
      const n = live.length
      const at = random() < 0.9 ? n - 1 : Math.floor(random() * n)
      if (n > 40 * (1 + Math.sin(i / 300))) heap.free(live.splice(at, 1)[0]!)
      if (n > 80) heap.free(live.splice(Math.floor(random() * (n - 1)), 1)[0]!)
      peak = Math.max(peak, heap.held)
    }
    expect(heap.extent).toBeLessThan(1.25 * peak + 2 * MIB)
  })

  it('made while large blocks are, they leave what those leave in one piece', () => {
    configure({ maxMemory: 32 * MIB })
    const large: Block[] = []
    for (let i = 0; i < 15; i++) {
      large.push(heap.alloc(2 * MIB))
      for (let k = 0; k < 10; k++) heap.reserve(64 << (k % 4))
    }
    for (const block of large) heap.free(block)
    expect(placesOf(30 * MIB)).toBe(1)
  })

  it('whose size is between: they go where the least is lost, also to addresses that were not used yet', () => {
    configure({ maxMemory: 8 * MIB })
    const [a, b, c] = [heap.alloc(2 * MIB), heap.alloc(2 * MIB), heap.alloc(2 * MIB)]
    heap.free(a)
    for (const bytes of [64, 72_064, 16_384, 1000, 300_000]) heap.reserve(bytes)
    heap.free(c)
    expect(placesOf(2 * MIB)).toBe(2)
    expect(heap.isLive(b)).toBe(true)
  })

  it('and there is room for them to the last byte', () => {
    configure({ maxMemory: 4 * MIB })
    const large = heap.alloc(3.5 * MIB)
    const small: Block[] = []
    for (let block = heap.tryAlloc(4096); block !== undefined; block = heap.tryAlloc(4096)) small.push(block)
    const held = heap.held
    // The first addresses are nobody's.
    expect(held).toBeGreaterThanOrEqual(4 * MIB - 8192)
    for (const block of small) heap.free(block)
    expect(placesOf(0.4 * MIB)).toBe(1)
    expect(heap.isLive(large)).toBe(true)
  })
})

describe('pages of small blocks', () => {
  it('are given back with the last of them', () => {
    configure({ maxMemory: 16 * MIB })
    const small = Array.from({ length: 20_000 }, (_, i) => heap.reserve(64 + (i % 7) * 64))
    expect(placesOf(8 * MIB)).toBe(1)
    expect(placesOf(12 * MIB)).toBe(0)
    for (const block of small) heap.free(block)
    expect(placesOf(15.8 * MIB)).toBe(1)
  })

  it('hold many: the more there are, the larger the next', () => {
    // Each page stands in the way of what lies beside it.
    const large: Block[] = []
    const starts = new Set<number>()
    let last = 0
    for (let i = 0; i < 4000; i++) {
      large.push(heap.reserve(5000))
      for (let k = 0; k < 8; k++) {
        const { address } = heap.reserve(512)
        if (address !== last + 512) starts.add(address)
        last = address
      }
    }
    expect(starts.size).toBeLessThan(40)
  })
})
