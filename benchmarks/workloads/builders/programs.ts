// Whole programs, as people write them.
import { type Input, uniform, type Workload } from '../../harness/workload.js'
import { indices } from './builder.js'

export const monteCarlo: Workload = {
  name: 'monte carlo π',
  what: 'Monte Carlo π: two draws, `4 * (x*x + y*y < 1).mean()`',
  sizes: [1e6],
  inputs: (n) => ({ size: { shape: [n], low: 0, high: 1 } }),
  implementations: {
    weldarray: (np, { size }) => {
      const rng = np.random.default_rng(1)
      const n = size!.size
      return () => {
        const [x, y] = [rng.random(n), rng.random(n)]
        return [x.mul(x).add(y.mul(y)).lt(1).mean().mul(4)]
      }
    },
    numpy: `
rng = np.random.default_rng(1)
n = size.size

def run():
    x, y = rng.random(n), rng.random(n)
    return [4 * (x * x + y * y < 1).mean()]
`,
  },
}

const clusters = 8

export const kMeans: Workload = {
  name: 'k-means step',
  what: `k-means step: points in the plane, ${clusters} centres, labels and new centres`,
  sizes: [1e5],
  inputs: (n) => ({ x: uniform(n), y: uniform(n), cx: uniform(clusters), cy: uniform(clusters) }),
  implementations: {
    weldarray:
      (np, { x, y, cx, cy }) =>
      () => {
        const dx = x!.expandDims(1).sub(cx!)
        const dy = y!.expandDims(1).sub(cy!)
        const label = np.argmin(dx.mul(dx).add(dy.mul(dy)), 1)
        const count = np.bincount(label, { minlength: clusters })
        const centre = (along: typeof x) => np.bincount(label, { weights: along!, minlength: clusters }).div(count)
        return [centre(x), centre(y)]
      },
    numpy: `
k = cx.size

def run():
    dx, dy = x[:, None] - cx, y[:, None] - cy
    label = np.argmin(dx * dx + dy * dy, 1)
    count = np.bincount(label, minlength=k)
    return [np.bincount(label, x, k) / count, np.bincount(label, y, k) / count]
`,
  },
}

const links = 10

export const pageRank: Workload = {
  name: 'PageRank step',
  what: `PageRank step: n pages, ${links} links each`,
  sizes: [1e5],
  tolerance: 1e-11,
  inputs: (n) => ({ source: indices(links * n, n), target: indices(links * n, n), rank: uniform(n) }),
  implementations: {
    weldarray: (np, { rank, ...links }) => {
      const n = rank!.size
      const [source, target] = [links.source, links.target].map((x) => x!.astype('int32').evaluate())
      const out = np.maximum(np.bincount(source!, { minlength: n }), 1).evaluate()
      return () => {
        const given = np.take(rank!.div(out), source!)
        return [
          np
            .bincount(target!, { weights: given, minlength: n })
            .mul(0.85)
            .add(0.15 / n),
        ]
      }
    },
    numpy: `
n = rank.size
source, target = source.astype(np.int32), target.astype(np.int32)
out = np.maximum(np.bincount(source, minlength=n), 1)

def run():
    given = (rank / out)[source]
    return [0.15 / n + 0.85 * np.bincount(target, given, n)]
`,
  },
}

const around = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => [i, j])).filter(([i, j]) => i !== 0 || j !== 0)
const board: Input = { shape: [1000, 1000], low: 0, high: 2, whole: true }

export const lifeStep: Workload = {
  name: 'life step',
  what: 'Game of Life step with `roll`, 1000²',
  sizes: [1e6],
  inputs: () => ({ x: board }),
  implementations: {
    weldarray: (np, inputs) => {
      const x = inputs.x!.astype('uint8').evaluate()
      return () => {
        const near = around.map((by) => np.roll(x, by, [0, 1])).reduce((a, b) => a.add(b))
        return [np.logical_or(near.eq(3), np.logical_and(x, near.eq(2))).astype('uint8')]
      }
    },
    numpy: `
around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
x = x.astype(np.uint8)

def run():
    near = sum(np.roll(x, by, (0, 1)) for by in around)
    return [((near == 3) | (x & (near == 2))).astype(np.uint8)]
`,
  },
}

export const movingAverage: Workload = {
  name: 'moving average',
  what: 'moving average over 50: `c = cumsum(a); (c[50:] - c[:-50]) / 50`',
  sizes: [1e6],
  tolerance: 1e-9,
  inputs: (n) => ({ a: uniform(n) }),
  implementations: {
    weldarray:
      (np, { a }) =>
      () => {
        const c = np.cumsum(a!)
        return [c.slice('50:').sub(c.slice(':-50')).div(50)]
      },
    numpy: `
def run():
    c = np.cumsum(a)
    return [(c[50:] - c[:-50]) / 50]
`,
  },
}

const [features, classes] = [20, 10]

export const classifier: Workload = {
  name: 'classifier step',
  what: `one-hot softmax classifier, a gradient step: n × ${features} features, ${classes} classes`,
  sizes: [1e5],
  tolerance: 1e-10,
  inputs: (n) => ({
    x: { shape: [n, features], low: -1, high: 1 },
    w: { shape: [features, classes], low: -1, high: 1 },
    labels: indices(n, classes),
  }),
  implementations: {
    weldarray: (np, { x, w, labels }) => {
      const n = x!.shape[0]!
      const y = labels!.astype('int32').evaluate()
      return () => {
        const logits = np.matmul(x!, w!)
        const e = np.exp(logits.sub(logits.max({ axis: 1, keepdims: true })))
        const p = e.div(e.sum({ axis: 1, keepdims: true }))
        const error = p.sub(np.take(np.eye(classes), y, 0))
        return [w!.sub(np.matmul(np.transpose(x!), error).mul(0.1 / n))]
      }
    },
    numpy: `
n, classes = x.shape[0], w.shape[1]
y = labels.astype(np.int32)

def run():
    logits = x @ w
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return [w - 0.1 / n * (x.T @ (p - np.eye(classes)[y]))]
`,
  },
}
