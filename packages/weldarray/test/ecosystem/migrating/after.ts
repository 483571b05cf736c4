import * as np from 'weldarray'

/** The mean temperature of a plate whose upper edge is kept hot, after some steps of diffusion. */
export function heat(size: number, steps: number): number {
  const plate = np.zeros([size, size])
  plate.slice(0).assign(100)
  const inside = plate.slice('1:-1, 1:-1')
  for (let i = 0; i < steps; i++) {
    const above = plate.slice(':-2, 1:-1')
    const below = plate.slice('2:, 1:-1')
    const left = plate.slice('1:-1, :-2')
    const right = plate.slice('1:-1, 2:')
    inside.assign(above.add(below).add(left).add(right).mul(0.25))
  }
  return plate.mean().item()
}
