import * as np from 'weldarray'

/** A small network with one hidden layer, trained in batches on one-hot labels. */
export function program() {
  const rng = np.random.default_rng(13)
  const [n, d, hidden, k] = [3000, 6, 16, 3]
  const labels = rng.integers(0, k, n)
  const x = rng.normal({ size: [n, d] })
  x.at(np.arange(n), labels).add(2.5)
  const onehot = np.eye(k).slice(labels)
  const w1 = rng.normal(0, 0.5, [d, hidden])
  const w2 = rng.normal(0, 0.5, [hidden, k])
  const order = rng.permutation(n)
  for (let epoch = 0; epoch < 3; epoch++) {
    for (let start = 0; start < n; start += 100) {
      const batch = order.slice(`${start}:${start + 100}`)
      const h = np.tanh(x.slice(batch).matmul(w1))
      const z = h.matmul(w2)
      const p = np.exp(z).div(np.exp(z).sum(1, { keepdims: true }))
      const error = p.sub(onehot.slice(batch)).div(100)
      const g1 = x.slice(batch).T.matmul(error.matmul(w2.T).mul(np.subtract(1, h.square())))
      w2.subeq(h.T.matmul(error).mul(0.5))
      w1.subeq(g1.mul(0.5))
    }
  }
  const guess = np.tanh(x.matmul(w1)).matmul(w2).argmax(1)
  const hits = np.eye(k).slice(guess).mul(onehot)
  return {
    accuracy: guess.equal(labels).mean().item(),
    recall: hits.sum(0).div(onehot.sum(0)).tolist(),
    weights: [np.linalg.norm(w1).item(), np.linalg.norm(w2).item()],
  }
}
