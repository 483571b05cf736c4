import * as np from 'weldarray'

/** How sure a mean and a median are, by drawing again; whether two samples differ, by shuffling them. */
export function program() {
  const rng = np.random.default_rng(20)
  const a = rng.gamma(2, 1.5, 200)
  const b = rng.gamma(2, 1.8, 180)
  const draws = 2000
  const samples = a.slice(rng.integers(0, a.size, [draws, a.size]))
  const means = samples.mean(1)
  const medians = np.median(samples, 1)
  const difference = b.mean().sub(a.mean()).item()
  const pooled = np.concatenate([a, b])
  const shuffled = rng.permuted(np.tile(pooled, [draws, 1]), { axis: 1 })
  const gap = shuffled
    .slice(':', `${a.size}:`)
    .mean(1)
    .sub(shuffled.slice(':', `:${a.size}`).mean(1))
  const trimmed = np.sort(samples, 1).slice(':', '20:-20').mean(1)
  const [counts, edges] = np.histogram(means, { bins: 10 })
  return {
    mean: [a.mean().item(), ...np.percentile(means, [2.5, 97.5])],
    median: [np.median(a).item(), ...np.quantile(medians, [0.025, 0.975])],
    error: means.std({ ddof: 1 }).item(),
    trimmed: trimmed.slice(':3').tolist(),
    difference,
    p: (np.abs(gap).geq(Math.abs(difference)).sum().item() + 1) / (draws + 1),
    counts: counts.tolist(),
    edges: edges.slice([0, -1]).tolist(),
    skew: a.sub(a.mean()).div(a.std()).pow(3).mean().item(),
  }
}
