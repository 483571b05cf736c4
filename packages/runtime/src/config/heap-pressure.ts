import { getHeapStatistics } from 'node:v8'

interface Cache {
  clear(): void
}

/** A heap filled beyond this part of its limit needs what caches have. */
const FULL = 0.8
/** The limit counts room for the young, at most this much, in which nothing lasting is. */
const YOUNG = 192 * 2 ** 20

const caches: Cache[] = []

/** Empties every cache if JavaScript's heap is nearly full. */
export function relieve(): void {
  const { used_heap_size, heap_size_limit } = getHeapStatistics()
  if (used_heap_size > FULL * Math.max(heap_size_limit - YOUNG, heap_size_limit / 2)) for (const cache of caches) cache.clear()
}

/** Milliseconds without a sentinel after one has died. */
const PAUSE = 50

/**
 * Dies in every full collection, after which the engine tells, as soon as the event loop turns: then what is used is what
 * is alive. The next one is planted by a timer that nobody waits for: while the heap is nearly full the engine collects
 * whenever it is told of something, and being told of the next death at once kept processes from ending.
 */
const sentinels = new FinalizationRegistry<undefined>(() => {
  relieve()
  setTimeout(plant, PAUSE).unref()
})
const plant = (): void => sentinels.register({}, undefined)

/** From now on `cache` is emptied when the heap is nearly full. */
export function watchForPressure(cache: Cache): void {
  if (caches.push(cache) === 1) plant()
}
