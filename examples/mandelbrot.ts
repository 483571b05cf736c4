// The Mandelbrot set: a loop for each pixel, whose rounds differ, in one kernel.
import * as np from 'weldarray'
import { isMain } from './support/main.js'
import { plane, savePicture } from './support/picture.js'
import { compareTimes } from './support/timing.js'

export const ROUNDS = 256

/** How many rounds a point stays near, with the part of a round by which it leaves; ROUNDS for points that stay. */
export const escape = (re: number, im: number): number => {
  let x = 0
  let y = 0
  for (let i = 0; i < ROUNDS; i++) {
    const x2 = x * x
    const y2 = y * y
    if (x2 + y2 > 64) return i + 1 - Math.log2(Math.log2(x2 + y2) / 2)
    y = 2 * x * y + im
    x = x2 - y2 + re
  }
  return ROUNDS
}

export const mandelbrot = np.vectorize(escape, { where: { ROUNDS } })

/** Colors that go round with the number of rounds; black for what stays. */
export const colors = np.vectorize((n: number) => {
  if (n >= 256) return [0, 0, 0]
  const wave = (phase: number) => 255 * (0.5 + 0.5 * Math.cos(0.15 * n + phase))
  return [wave(3), wave(3.6), wave(4)]
})

function main(): void {
  const [re, im] = plane(900, 600, [-0.65, 0], 3.2)
  const rounds = mandelbrot(re, im)
  console.log(`${rounds.shape.join(' × ')} pixels, of which ${np.count_nonzero(rounds.geq(ROUNDS))} stay near`)
  console.log(`  saved as ${savePicture(colors(rounds), 'mandelbrot.png')}`)
  const [x, y] = [np.broadcast_to(re, rounds.shape).clone(), np.broadcast_to(im, rounds.shape).clone()]
  const [res, ims] = [Float64Array.from(x.data), Float64Array.from(y.data)]
  const out = new Float64Array(rounds.size)
  compareTimes({
    weldarray: () => mandelbrot(re, im).evaluate().dispose(),
    'a plain loop': () => {
      for (let i = 0; i < out.length; i++) out[i] = escape(res[i], ims[i])
    },
  })
}

if (isMain(import.meta.url)) main()
