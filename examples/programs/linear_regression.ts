import * as np from 'weldarray'

/** A line through noisy points: by least squares, and by gradient descent. */
export function program() {
  const rng = np.random.default_rng(3)
  const n = 20000
  const features = rng.uniform(-1, 1, [n, 3])
  const y = features
    .matmul([2, -1, 0.5])
    .add(3)
    .add(rng.normal(0, 0.1, n))
  const x = np.column_stack([np.ones(n), features])
  const [exact, residues, rank] = np.linalg.lstsq(x, y)

  const beta = np.zeros(4)
  const losses: number[] = []
  for (let step = 0; step < 100; step++) {
    const error = x.matmul(beta).sub(y)
    losses.push(error.square().mean().item())
    beta.subeq(
      x.T.matmul(error)
        .mul(0.5 / (1 + step / 50))
        .div(n),
    )
  }
  const unexplained = y.sub(x.matmul(exact)).square().sum()
  const r2 = np.subtract(1, unexplained.div(y.sub(y.mean()).square().sum()))
  return {
    exact: exact.tolist(),
    residues: residues.tolist(),
    rank,
    descended: beta.tolist(),
    losses: np.array(losses).slice('::10').tolist(),
    r2: r2.item(),
  }
}
