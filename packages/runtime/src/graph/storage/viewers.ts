/** A symbol, since arrays show their members to callers. */
export const forget: unique symbol = Symbol('forget')

/** Something that has cached a storage's memory and must forget it when the storage moves or changes hands, or may no longer be written. */
export interface Viewer {
  [forget](): void
}

/** The viewers of a storage: told once, then they have to come again. They are not kept alive. */
export class Viewers {
  private list: WeakRef<Viewer>[] = []
  private pruneAt = 64

  add(viewer: Viewer): void {
    if (this.list.length >= this.pruneAt) {
      this.list = this.list.filter((w) => w.deref() !== undefined)
      this.pruneAt = Math.max(64, 2 * this.list.length)
    }
    this.list.push(new WeakRef(viewer))
  }

  forgetAll(): void {
    if (this.list.length === 0) return
    const list = this.list
    this.list = []
    for (const viewer of list) viewer.deref()?.[forget]()
  }
}
