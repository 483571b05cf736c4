// Newton's method for z³ = 1 from every point of the plane: which root it comes to, and how soon.
import * as np from 'weldarray'
import { isMain } from './support/main.js'
import { plane, savePicture } from './support/picture.js'

/** The root (0, 1, 2; -1 where there is none in 60 steps) and the number of steps. */
export const search = (a: number, b: number): [root: number, steps: number] => {
  let re = a
  let im = b
  for (let n = 0; n < 60; n++) {
    // z - (z³ - 1) / 3z² = (2z + 1 / z²) / 3
    const r2 = re * re - im * im
    const i2 = 2 * re * im
    const size = r2 * r2 + i2 * i2
    const x = (2 * re + r2 / size) / 3
    const y = (2 * im - i2 / size) / 3
    const moved = Math.abs(x - re) + Math.abs(y - im)
    re = x
    im = y
    if (moved < 1e-9) {
      if (re > 0) return [0, n]
      return [im > 0 ? 1 : 2, n]
    }
  }
  return [-1, 60]
}

export const newton = np.vectorize(search)

/** A color for each root, darker the longer it took. */
export const colors = np.vectorize((root: number, steps: number) => {
  const light = 255 / (1 + 0.09 * steps)
  return [root === 0 ? light : light * 0.15, root === 1 ? light : light * 0.2, root === 2 ? light : light * 0.3]
})

function main(): void {
  const [root, steps] = newton(...plane(900, 600, [0, 0], 3))
  np.evaluate(root, steps)
  for (const k of [0, 1, 2]) console.log(`  root ${k}: ${np.count_nonzero(root.eq(k))} pixels`)
  console.log(`  ${steps.mean().item().toFixed(2)} steps on average`)
  console.log(`  saved as ${savePicture(colors(root, steps), 'newton-fractal.png')}`)
}

if (isMain(import.meta.url)) main()
