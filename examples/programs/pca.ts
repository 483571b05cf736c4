import * as np from 'weldarray'

/** Principal components by the eigenvectors of the covariance matrix. */
export function program() {
  const rng = np.random.default_rng(2)
  const mixing = rng.normal({ size: [5, 5] })
  const x = rng
    .normal({ size: [10000, 5] })
    .matmul(mixing)
    .add(np.arange(5))
  const centered = x.sub(x.mean(0))
  const { eigenvalues, eigenvectors } = np.linalg.eigh(centered.T.matmul(centered).div(x.shape[0] - 1))
  const order = np.flip(np.argsort(eigenvalues))
  const values = eigenvalues.slice(order)
  const vectors = eigenvectors.slice(':', order)
  const scores = centered.matmul(vectors.slice(':, :2'))
  return {
    mean: x.mean(0).tolist(),
    explained: values.div(values.sum()).tolist(),
    cumulative: np.cumsum(values.div(values.sum())).tolist(),
    scores: np.abs(scores.slice(':4')).tolist(),
    spread: scores.std(0, { ddof: 1 }).tolist(),
  }
}
