import * as np from 'weldarray'

/** Mandelbrot's set, all points of the plane at once. */
export function program() {
  const [x, y] = np.meshgrid(np.linspace(-2, 0.5, 400), np.linspace(-1.25, 1.25, 300))
  let a = np.zeros_like(x)
  let b = np.zeros_like(x)
  const steps = np.zeros(x.shape, 'int32')
  for (let step = 0; step < 40; step++) {
    const inside = a.mul(a).add(b.mul(b)).leq(4)
    steps.addeq(inside)
    const next = np.where(inside, a.mul(a).sub(b.mul(b)).add(x), a)
    b = np.where(inside, a.mul(b).mul(2).add(y), b)
    a = next
  }
  const counts = np.bincount(steps.ravel(), { minlength: 41 })
  return {
    counts: counts.tolist(),
    area: steps.equal(40).mean().item() * 2.5 * 2.5,
    middle: steps.slice(150, '::40').tolist(),
  }
}
