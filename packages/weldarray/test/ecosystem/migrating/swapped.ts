import ndarray from 'weldarray'
import ops from 'weldarray/ops'

/** The mean temperature of a plate whose upper edge is kept hot, after some steps of diffusion. */
export function heat(size: number, steps: number): number {
  const plate = ndarray(new Float64Array(size * size), [size, size])
  const next = ndarray(new Float64Array(size * size), [size, size])
  const part = (a: typeof plate, down: number, right: number) => a.lo(1 + down, 1 + right).hi(size - 2, size - 2)
  ops.assigns(plate.pick(0), 100)
  ops.assign(next, plate)
  for (let i = 0; i < steps; i++) {
    const inside = part(next, 0, 0)
    ops.add(inside, part(plate, -1, 0), part(plate, 1, 0))
    ops.addeq(inside, part(plate, 0, -1))
    ops.addeq(inside, part(plate, 0, 1))
    ops.mulseq(inside, 0.25)
    ops.assign(plate, next)
  }
  return ops.sum(plate) / plate.size
}
