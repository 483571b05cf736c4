import { inspect } from 'node:util'
import { askMembers } from './weak-set.js'

/** Something whose life is watched. Being alive, it is told so at every count, and sets its mark to the count's number. */
export abstract class Counted {
  abstract mark: { seen: number };

  /** `askMembers` comes here. */
  [inspect.custom](): string {
    this.mark.seen = Census.current
    Census.alive?.push(this)
    return ''
  }
}

class Sentinel extends Counted {
  mark = { seen: 0 }
}

/**
 * Who is still alive, right after a garbage collection, without waiting for the event loop.
 *
 * `WeakRef`s and finalizers know of a death only after a full collection, which takes milliseconds. A weak *set* loses its
 * dead members in the collections of the young generation too (a tenth of a millisecond), and Node can list what is left:
 * a member that is not listed cannot be reached any more, by the meaning of the language. What has survived a few counts is
 * old, and is only counted after full collections.
 */
export class Census<T extends Counted> {
  static current = 0
  static alive: Counted[] | null = null

  #young = new WeakSet<Counted>()
  #youngMembers = 0
  readonly #old = new WeakSet<Counted>()
  readonly #sentinel = new Sentinel()

  constructor() {
    this.#young.add(this.#sentinel)
    this.#old.add(this.#sentinel)
  }

  add(member: T): void {
    this.#young.add(member)
    this.#youngMembers++
  }

  /** How many have come since the last count. */
  get young(): number {
    return this.#youngMembers
  }

  /**
   * Counts: afterwards the mark of everyone alive is the number that is returned. The old are asked only if `full`. 0 if it
   * cannot be told who is alive. Who has been counted is old from the next count on.
   */
  count(full: boolean, grow: (member: T) => void): number {
    const now = ++Census.current
    const alive: Counted[] = []
    Census.alive = alive
    try {
      this.#sentinel.mark.seen = 0
      askMembers(this.#young)
      if (this.#sentinel.mark.seen !== now) return 0
      if (full) {
        this.#sentinel.mark.seen = 0
        askMembers(this.#old)
        if (this.#sentinel.mark.seen !== now) return 0
      }
    } finally {
      Census.alive = null
    }
    this.#young = new WeakSet([this.#sentinel])
    this.#youngMembers = 0
    for (const member of alive) {
      if (member === this.#sentinel) continue
      this.#old.add(member)
      grow(member as T)
    }
    return now
  }
}
