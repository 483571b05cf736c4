import { expect, it } from 'vitest'
import { settings } from '../dist/config/config.js'
import { HeapCheckError } from '../dist/heap/guard.js'
import { Heap } from '../dist/heap/heap.js'

settings.check = true

it('notices writes around a block', () => {
  const heap = new Heap()
  for (const at of [-1, -64, 100, 130]) {
    const block = heap.alloc(100)
    heap.view('uint8', block.address + at, 1)[0] = 1
    expect(() => heap.free(block)).toThrow(HeapCheckError)
  }
  const ok = heap.alloc(100)
  expect(ok.address % 64).toBe(0)
  const bytes = heap.view('uint8', ok.address, 100) as Uint8Array
  bytes.fill(3)
  heap.free(ok)
})

it('fills fresh blocks with NaN and notices writes after free', () => {
  const heap = new Heap()
  const block = heap.alloc(80)
  const view = heap.view('float64', block.address, 10)
  expect([...view].every(Number.isNaN)).toBe(true)
  heap.free(block)
  view[3] = 1
  expect(() => heap.alloc(80)).toThrow(/after it was freed/)
})
