// Functions of numbers whose rounds depend on the number, over the points of a plane: no operations on arrays are the same.
import type { Inputs, Workload } from '../../harness/workload.js'

interface Plane {
  readonly name: string
  readonly what: string
  readonly f: (x: number, y: number) => number
  /** The corner, and the length of a side. */
  readonly plane: readonly [x: number, y: number, side: number]
  /** The function `f` in Python. */
  readonly numba: string
  /** A loop for every function: in one for all, the engine could not write the function into it. */
  readonly loop: (x: Float64Array, y: Float64Array, out: Float64Array) => void
  readonly mapped: (x: number[], y: number[]) => number[]
}

/** A square of the plane, the coordinates of its points made by the same operations for all; the points of an input would have no neighbours. */
function overPlane({ name, what, f, plane: [x0, y0, side], numba, loop, mapped }: Plane): Workload {
  const flat = (n: number): { x: Float64Array; y: Float64Array } => {
    const [x, y] = [new Float64Array(n * n), new Float64Array(n * n)]
    for (let i = 0; i < n * n; i++) {
      x[i] = x0 + ((i % n) / n) * side
      y[i] = y0 + (Math.floor(i / n) / n) * side
    }
    return { x, y }
  }
  const sideOf = (inputs: Inputs<{ readonly length: number }>): number => inputs.side!.length
  return {
    name,
    what,
    sizes: [1e6],
    inputs: (size) => ({ side: { shape: [Math.sqrt(size)], low: 0, high: 1 } }),
    implementations: {
      weldarray: (np, inputs) => {
        const n = inputs.side!.size
        const along = np.arange(n).astype('float64').div(n).mul(side)
        const [x, y] = [along.add(x0).evaluate(), along.add(y0).reshape(n, 1).evaluate()]
        const compiled = np.vectorize(f)
        return () => [compiled(x, y)]
      },
      mapped: (inputs) => {
        const { x, y } = flat(sideOf(inputs))
        const [xs, ys] = [[...x], [...y]]
        return () => mapped(xs, ys)
      },
      loop: (inputs) => {
        const { x, y } = flat(sideOf(inputs))
        const out = new Float64Array(x.length)
        return () => {
          loop(x, y, out)
          return [out]
        }
      },
      numba: `
${numba}
f = vectorize(f)
n = side.size
along = np.arange(n) / n * ${side}
x, y = along + ${x0}, (along + ${y0}).reshape(n, 1)

def run():
    return [f(x, y)]
`,
    },
  }
}

const escape = (re: number, im: number): number => {
  let x = 0
  let y = 0
  for (let i = 0; i < 256; i++) {
    const x2 = x * x
    const y2 = y * y
    if (x2 + y2 > 4) return i
    y = 2 * x * y + im
    x = x2 - y2 + re
  }
  return 256
}

export const mandelbrot = overPlane({
  name: 'vectorized mandelbrot',
  what: 'Mandelbrot, 256 rounds at most',
  f: escape,
  plane: [-2.25, -1.6, 3.2],
  loop: (x, y, out) => {
    for (let i = 0; i < out.length; i++) out[i] = escape(x[i]!, y[i]!)
  },
  mapped: (x, y) => x.map((v, i) => escape(v, y[i]!)),
  numba: `
def f(re, im):
    x = y = 0.0
    for i in range(256):
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4:
            return i
        y = 2 * x * y + im
        x = x2 - y2 + re
    return 256
`,
})

/** How many steps Newton's method for z³ = 1 takes from a point. */
const search = (a: number, b: number): number => {
  let re = a
  let im = b
  for (let n = 0; n < 60; n++) {
    const r2 = re * re - im * im
    const i2 = 2 * re * im
    const size = r2 * r2 + i2 * i2
    const x = (2 * re + r2 / size) / 3
    const y = (2 * im - i2 / size) / 3
    const moved = Math.abs(x - re) + Math.abs(y - im)
    re = x
    im = y
    if (moved < 1e-9) return n
  }
  return 60
}

export const newton = overPlane({
  name: 'vectorized newton',
  what: 'Newton for z³ = 1, steps to a root',
  f: search,
  // No point is the origin, by which all would be divided.
  plane: [-1.503, -1.502, 3],
  loop: (x, y, out) => {
    for (let i = 0; i < out.length; i++) out[i] = search(x[i]!, y[i]!)
  },
  mapped: (x, y) => x.map((v, i) => search(v, y[i]!)),
  numba: `
def f(a, b):
    re, im = a, b
    for n in range(60):
        r2 = re * re - im * im
        i2 = 2 * re * im
        size = r2 * r2 + i2 * i2
        x = (2 * re + r2 / size) / 3
        y = (2 * im - i2 / size) / 3
        moved = abs(x - re) + abs(y - im)
        re = x
        im = y
        if moved < 1e-9:
            return n
    return 60
`,
})
