// Heat in a plate with a hot and a cold edge: each step is one stencil.
import * as np from 'weldarray'
import { isMain } from './support/main.js'
import { savePicture } from './support/picture.js'

/** A step in time: heat flows to what is colder. Beyond the border it is as warm as at it, so that nothing is lost. */
export const step = np.stencil((at) => at(0, 0) + 0.2 * (at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) - 4 * at(0, 0)), {
  mode: 'edge',
})

/** A plate with two hot squares. */
export function plate(n: number): np.NdArray<'float64'> {
  const x = np.zeros([n, n])
  x.slice(`${n >> 3}:${n >> 2}`, `${n >> 3}:${n >> 1}`).assign(100)
  x.slice(`${n >> 1}:${3 * (n >> 2)}`, `${n >> 1}:${5 * (n >> 3)}`).assign(60)
  return x
}

export function heat(n: number, steps: number): np.NdArray<'float64'> {
  let x = plate(n)
  for (let k = 0; k < steps; k++) x = step(x).evaluate()
  return x
}

function main(): void {
  const x = heat(256, 500)
  console.log(`256 × 256 points, 500 steps; heat before ${plate(256).sum().item()}, after ${x.sum().item().toFixed(6)}`)
  const t = x.div(x.max())
  console.log(`  saved as ${savePicture([t.mul(255), t.mul(t).mul(200), np.subtract(1, t).mul(120)], 'heat-stencil.png')}`)
}

if (isMain(import.meta.url)) main()
