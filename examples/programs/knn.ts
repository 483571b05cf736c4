import * as np from 'weldarray'

/** k nearest neighbours: all distances by broadcasting, votes by index. */
export function program() {
  const rng = np.random.default_rng(19)
  const centres = rng.uniform(-4, 4, [4, 3])
  const labels = rng.integers(0, 4, 1200)
  const points = centres.slice(labels).add(rng.normal(0, 1.5, [1200, 3]))
  const order = rng.permutation(1200)
  const [train, test] = [order.slice(':900'), order.slice('900:')]
  const known = points.slice(train)
  const [mean, std] = [known.mean(0), known.std(0)]
  const [x, y] = [known.sub(mean).div(std), labels.slice(train)]
  const [u, v] = [points.slice(test).sub(mean).div(std), labels.slice(test)]
  const distances = u.slice(':, None, :').sub(x.slice('None, :, :')).pow(2).sum(-1).sqrt()
  const nearest = np.argsort(distances, { axis: 1, kind: 'stable' })
  const rows = np.arange(u.shape[0])
  const scores: Record<string, number> = {}
  let guesses = np.zeros(u.shape[0], 'int64')
  for (const k of [1, 5, 15]) {
    const votes = np.zeros([u.shape[0], 4], 'int64')
    for (let j = 0; j < k; j++) votes.at(rows, y.slice(nearest.slice(':', j))).add(1)
    guesses = votes.argmax(1)
    scores[k] = guesses.eq(v).mean().item()
  }
  const confusion = np.zeros([4, 4], 'int64')
  confusion.at(v, guesses).add(1)
  return {
    scores,
    confusion: confusion.tolist(),
    recall: confusion.diagonal().div(confusion.sum(1)).tolist(),
    closest: np.take_along_axis(distances, nearest.slice(':', ':3'), 1).slice(':2').tolist(),
    density: np.percentile(distances.min(1), [10, 50, 90]).tolist(),
  }
}
