import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Loops at which nobody looks, and whose state is another array each turn: wherever the first evaluation comes, those that follow come to the
// same place of the loop. So turns have few plans, and an evaluation or two.

type Turn = () => void

/** Two layers that are trained. */
function network(): Turn {
  const rng = np.random.default_rng(15)
  const [X, Y] = [rng.normal(0, 1, [96, 20]), rng.normal(0, 1, [96, 1])]
  let [W1, b1, W2, b2] = [rng.normal(0, 0.1, [20, 32]), np.zeros(32), rng.normal(0, 0.1, [32, 1]), np.zeros(1)]
  return () => {
    const z = X.matmul(W1).add(b1)
    const h = np.maximum(z, 0)
    const g = h
      .matmul(W2)
      .add(b2)
      .sub(Y)
      .mul(2 / 96)
    const gh = g.matmul(W2.T).mul(z.gt(0))
    const [gW1, gb1, gW2, gb2] = [X.T.matmul(gh), gh.sum(0), h.T.matmul(g), g.sum(0)]
    ;[W1, b1, W2, b2] = [W1.sub(gW1.mul(0.1)), b1.sub(gb1.mul(0.1)), W2.sub(gW2.mul(0.1)), b2.sub(gb2.mul(0.1))]
  }
}

/** Adam on a regression of so many weights: few are computed at once where they are there. */
function adam(weights: number): Turn {
  const rng = np.random.default_rng(16)
  const [A, y] = [rng.normal(0, 1, [200, weights]), rng.normal(0, 1, 200)]
  let [w, m, v, t] = [np.zeros(weights), np.zeros(weights), np.zeros(weights), 0]
  return () => {
    t++
    const g = A.T.matmul(A.matmul(w).sub(y)).div(100)
    m = m.mul(0.9).add(g.mul(0.1))
    v = v.mul(0.999).add(g.square().mul(0.001))
    const step = m.div(1 - 0.9 ** t).div(np.sqrt(v.div(1 - 0.999 ** t)).add(1e-8))
    w = w.sub(step.mul(0.01))
  }
}

/** Runge and Kutta's fourth order, of points whose coordinates are columns. */
function points(): Turn {
  let s = np.random.default_rng(4).random([400, 3])
  const f = (p: np.NdArray) => {
    const [x, y, z] = [p.slice(':', 0), p.slice(':', 1), p.slice(':', 2)]
    return np.stack([y.sub(x).mul(10), x.mul(np.subtract(28, z)).sub(y), x.mul(y).sub(z.mul(8 / 3))], 1)
  }
  const h = 0.005
  return () => {
    const k1 = f(s)
    const k2 = f(s.add(k1.mul(h / 2)))
    const k3 = f(s.add(k2.mul(h / 2)))
    const k4 = f(s.add(k3.mul(h)))
    s = s.add(
      k1
        .add(k2.mul(2))
        .add(k3.mul(2))
        .add(k4)
        .mul(h / 6),
    )
  }
}

describe('from the 20th turn on no plan is made', () => {
  test.each<[string, () => Turn, number]>([
    ['training of two layers', network, 1],
    ['Adam, of few weights', () => adam(50), 1],
    ['Adam, of many', () => adam(400), 1],
    ['steps of four parts each', points, 4],
  ])('%s', (_, loop, evaluations) => {
    const turn = loop()
    for (let i = 0; i < 20; i++) turn()
    const before = np.stats()
    for (let i = 0; i < 40; i++) turn()
    const { plansMade, evaluationsImplicit } = np.stats({ since: before })
    expect(plansMade).toBe(0)
    expect(evaluationsImplicit).toBeGreaterThan(0)
    expect(evaluationsImplicit).toBeLessThanOrEqual(40 * evaluations)
  })
})
