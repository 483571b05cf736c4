import { type DType, isContiguous, type Node, TraceError, type View } from '@weldarray/ir'
import { caller } from '../profile/places.js'

/** What tracing has to know of a storage. */
export interface TracedStorage {
  readonly dtype: DType
  readonly isExternal: boolean
}

/** A part of memory that will be known when a trace is replayed. */
export interface Laid {
  /** The node without memory. */
  readonly input: Node
  /** The elements that are read: `input` itself, or a view of it. */
  readonly value: Node
}

/** Memory that a traced function reads without having been given it. */
export interface Captured extends Laid {
  readonly storage: TracedStorage
  readonly view: View
}

/**
 * A function of arrays being traced: what it reads stands for what will be there when the trace is replayed, and nothing is
 * computed. There is at most one at a time, since functions are traced while their caller waits.
 */
export class Tracing {
  readonly captured: Captured[] = []
  private readonly own = new WeakSet<TracedStorage>()

  constructor(private readonly layOut: (dtype: DType, view: View) => Laid) {}

  /** A storage that the traced function has made: what is in it was recorded. */
  born(storage: TracedStorage): void {
    this.own.add(storage)
  }

  isOwn(storage: TracedStorage): boolean {
    return this.own.has(storage) && !storage.isExternal
  }

  /** What stands for a part of memory that was there before; null for what the traced function has made. */
  read(storage: TracedStorage, view: View): Node | null {
    if (this.isOwn(storage)) return null
    const known = this.captured.find((c) => c.storage === storage && sameView(c.view, view))
    if (known !== undefined) return known.value
    const made = { storage, view, ...this.layOut(storage.dtype, view) }
    this.captured.push(made)
    return made.value
  }

  /** Throws unless the memory is the traced function's own: a write to any other would happen once, and not at each call. */
  write(storage: TracedStorage): void {
    if (!this.isOwn(storage))
      throw new TraceError(
        'compile: the function writes to an array that it was not given. Give it as an argument, or return what it is to hold',
      )
  }
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i])

const sameView = (a: View, b: View): boolean =>
  a.offset === b.offset &&
  sameNumbers(a.shape, b.shape) &&
  (sameNumbers(a.strides, b.strides) || (isContiguous(a) && isContiguous(b)))

/** The trace under way. Recording asks for it with one comparison. */
export const tracing: { now: Tracing | null } = { now: null }

/** Throws while a function is traced: what `what` gives would be the same at each call. */
export function refuseWhileTracing(what: string): void {
  if (tracing.now !== null)
    throw new TraceError(`compile: ${what} while the function was traced, which it is once for many calls. ${ADVICE}`)
}

const ADVICE = 'Choose by elements with where, and give the function as arguments what differs from call to call'

/** Why a look at elements cannot be while a function is traced, and by which function and where in the program it is. */
export function lookedAt(): TraceError {
  const { called, lines } = caller()
  const place = lines[0]?.trim() ?? 'at an unknown place'
  return new TraceError(
    `compile: '${called}' looks at elements, for a value or for the size of its result, while the function is traced; they are not known yet (${place}). ` +
      'Call it outside of the compiled function, or choose by elements without another size: where(mask, x, 0) for x.slice(mask), a histogram with ' +
      'a range. What differs from call to call is to be an argument',
  )
}
