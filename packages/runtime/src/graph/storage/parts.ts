import { allocate, type DType, isInside, type Node, sizeOf, type View } from '@weldarray/ir'
import { release } from '../lifetime.js'
import type { Memory } from '../memory.js'
import { view as viewOf } from '../record.js'
import type { Elements } from './contents.js'
import { scatterFrom } from './copy.js'

/**
 * Parts of a pending value that were looked at by themselves, so that a slice of a large pending array computes
 * the slice and not the array. Together they stay below half of the whole: past that, the whole is the cheaper one.
 */
export class Parts {
  private readonly values = new Map<string, Node>()
  private elements = 0

  constructor(private readonly whole: Node) {}

  /** The value of a view, pending at first; null if the whole had better be computed. */
  of(view: View): Node | null {
    const key = keyOf(view)
    const known = this.values.get(key)
    if (known !== undefined) return known
    const size = sizeOf(view.shape)
    const length = sizeOf(this.whole.shape)
    if (2 * (this.elements + size) > length || !isInside(view, length)) return null
    const part = viewOf(this.whole, view)
    part.refs++
    this.values.set(key, part)
    this.elements += size
    return part
  }

  /** The value of a view that has been computed already. */
  computed(view: View): Node | null {
    const part = this.values.get(keyOf(view))
    return part !== undefined && part.memory !== null ? part : null
  }

  drop(free: (memory: Memory) => void): void {
    for (const part of this.values.values()) release(part, free)
    this.values.clear()
  }
}

const keyOf = (view: View): string => `${view.shape}|${view.strides}|${view.offset}`

/**
 * A part's elements at the positions they have in the whole, zeros elsewhere. Pages of zeros that nobody touches
 * take no memory.
 */
export function inPlace(part: Node, view: View, dtype: DType, length: number): Elements {
  const out = allocate(dtype, length) as unknown as Elements
  scatterFrom(out, part.memory!.data as unknown as Elements, view)
  return out
}
