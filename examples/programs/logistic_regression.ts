import * as np from 'weldarray'

const sigmoid = (z: np.NdArray) => np.divide(1, np.exp(z.neg()).add(1))

/** Two classes told apart by a line, by gradient descent; half of the examples is kept back. */
export function program() {
  const rng = np.random.default_rng(4)
  const n = 20000
  const x = np.hstack([np.ones([n, 1]), rng.normal({ size: [n, 4] })])
  const y = rng
    .random(n)
    .less(sigmoid(x.matmul([0.5, 1, -2, 0, 3])))
    .astype('float64')
  const [trainX, testX] = [x.slice(':15000'), x.slice('15000:')]
  const [trainY, testY] = [y.slice(':15000'), y.slice('15000:')]
  const w = np.zeros(5)
  for (let step = 0; step < 100; step++) {
    const p = sigmoid(trainX.matmul(w))
    w.subeq(trainX.T.matmul(p.sub(trainY)).div(15000).add(w.mul(1e-4)))
  }
  const p = sigmoid(testX.matmul(w))
  const guess = p.greater(0.5)
  const likelihood = testY.mul(np.log(p)).add(np.subtract(1, testY).mul(np.log(np.subtract(1, p))))
  return {
    weights: w.tolist(),
    loss: -likelihood.mean().item(),
    accuracy: np.mean(guess.equal(testY)).item(),
    confusion: [0, 1].map((a) => [0, 1].map((b) => testY.equal(a).and(guess.equal(b)).sum().item())),
  }
}
