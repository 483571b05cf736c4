import * as np from 'weldarray'

/** The rank of the pages of a random web, by walking along its links. */
export function program() {
  const rng = np.random.default_rng(11)
  const [n, edges] = [2000, 20000]
  const [source, target] = rng.integers(0, n, [2, edges])
  const degree = np.bincount(source, { minlength: n })
  const dangling = degree.equal(0)
  const share = np.divide(1, np.maximum(degree, 1))
  let rank = np.full(n, 1 / n)
  let turns = 0
  while (turns++ < 100) {
    const arrived = np.zeros(n)
    np.add.at(arrived, target, rank.mul(share).slice(source))
    const next = arrived
      .add(rank.slice(dangling).sum().div(n))
      .mul(0.85)
      .add(0.15 / n)
    const change = np.abs(next.sub(rank)).sum().item()
    rank = next
    if (change < 1e-10) break
  }
  const best = np.argsort(rank.neg(), { kind: 'stable' }).slice(':10')
  return { turns, best: best.tolist(), ranks: rank.slice(best).tolist(), sum: rank.sum().item() }
}
