import type { Frame } from './frame.js'
import type { Local, Ref } from './scope.js'

/**
 * An index over some neighbouring axes, with the address of every access at it. The index is found by division once;
 * from then on it advances like the wheels of a counter.
 */
export class Odometer {
  private readonly index: Local[] = []
  readonly pointers: readonly Local[]

  /** Over axes [from, to). */
  constructor(
    private readonly f: Frame,
    private readonly from: number,
    private readonly to: number,
  ) {
    const { i32 } = f.e.wasm.types
    for (let axis = from; axis < to; axis++) this.index.push(f.e.local(i32))
    this.pointers = f.kernel.accesses.map(() => f.e.local(i32))
  }

  /** Puts the index to 0. */
  reset(base: (slot: number) => Ref): void {
    const { e } = this.f
    for (const i of this.index) e.set(i, e.i32(0))
    this.pointers.forEach((p, slot) => {
      e.set(p, base(slot))
    })
  }

  /** Puts the index to flat position `position` (which is used up). */
  seek(position: Local, base: (slot: number) => Ref): void {
    const { e } = this.f
    const { i32 } = e.m
    for (let axis = this.to - 1; axis > this.from; axis--) {
      e.set(this.index[axis - this.from]!, i32.rem_u(position.get(), this.f.length(axis)))
      e.set(position, i32.div_u(position.get(), this.f.length(axis)))
    }
    if (this.to > this.from) e.set(this.index[0]!, position.get())
    this.pointers.forEach((p, slot) => {
      let address = base(slot)
      for (let axis = this.from; axis < this.to; axis++)
        address = i32.add(address, i32.mul(this.index[axis - this.from]!.get(), this.f.strideWord(slot, axis)))
      e.set(p, address)
    })
  }

  /** The next position. After the last one everything is as at the first, but the address of the outermost axis. */
  advance(axis = this.to - 1): void {
    if (axis < this.from) return
    const { e } = this.f
    const { i32 } = e.m
    const index = this.index[axis - this.from]!
    this.pointers.forEach((p, slot) => {
      e.addI32(p, this.f.strideWord(slot, axis))
    })
    if (axis === this.from) return // The outermost wheel never turns over before the loop ends; its index is not read again.
    e.addI32(index, e.i32(1))
    e.if(i32.eq(index.get(), this.f.length(axis)), () => {
      e.set(index, e.i32(0))
      this.pointers.forEach((p, slot) => {
        e.set(p, i32.sub(p.get(), i32.mul(this.f.strideWord(slot, axis), this.f.length(axis))))
      })
      this.advance(axis - 1)
    })
  }
}
