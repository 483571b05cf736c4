import * as np from 'weldarray'

function softmax(z: np.NdArray) {
  const e = np.exp(z.sub(z.max(1, { keepdims: true })))
  return e.div(e.sum(1, { keepdims: true }))
}

/** Four classes told apart by a linear map, with the labels as indices. */
export function program() {
  const rng = np.random.default_rng(12)
  const [n, d, k] = [6000, 8, 4]
  const y = rng.integers(0, k, n)
  const x = rng.normal({ size: [n, d] }).add(rng.normal(0, 2, [k, d]).slice(y))
  const w = np.zeros([d, k])
  const b = np.zeros(k)
  const rows = np.arange(n)
  const losses: number[] = []
  for (let step = 0; step < 60; step++) {
    const p = softmax(x.matmul(w).add(b))
    losses.push(-np.log(p.slice(rows, y)).mean().item())
    p.at(rows, y).sub(1)
    w.subeq(x.T.matmul(p).mul(0.2).div(n))
    b.subeq(p.mean(0).mul(0.2))
  }
  const guess = x.matmul(w).add(b).argmax(1)
  const confusion = np.zeros([k, k], 'int64')
  np.add.at(confusion, [y, guess], 1)
  return {
    losses: np.array(losses).slice('::10').tolist(),
    accuracy: guess.equal(y).mean().item(),
    confusion: confusion.tolist(),
    bias: b.tolist(),
  }
}
