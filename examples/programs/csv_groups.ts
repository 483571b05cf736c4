import * as np from 'weldarray'

/** A table with holes: read, counted, filled with its groups' means, summed by group. */
export function program() {
  const rng = np.random.default_rng(9)
  const lines = ['station,temperature,rain']
  for (let i = 0; i < 3000; i++) {
    const temperature = i % 17 === 0 ? '' : (10 + (i % 7) + rng.normal()).toFixed(2)
    const rain = i % 23 === 0 ? 'nan' : rng.exponential(2).toFixed(2)
    lines.push(`${i % 5},${temperature},${rain}`)
  }
  const table = np.genfromtxt(lines, { delimiter: ',', skip_header: 1 })
  const station = table.slice(':', 0).astype('int64')
  const values = table.slice(':', '1:')
  const missing = np.isnan(values)
  const [stations, inverse, counts] = np.unique(station, { return_inverse: true, return_counts: true })
  const means = np.array([0, 1, 2, 3, 4].map((k) => np.nanmean(values.slice(inverse.equal(k)), 0)))
  const filled = np.where(missing, means.slice(inverse), values)
  const wet = filled.slice(':', 1).greater(3)
  return {
    missing: missing.sum(0).tolist(),
    counts: counts.tolist(),
    means: means.tolist(),
    medians: np.nanmedian(values, 0).tolist(),
    deviations: np.nanstd(values, 0).tolist(),
    rain: np.bincount(inverse, filled.slice(':', 1)).tolist(),
    hottest: stations.get(means.slice(':', 0).argmax().item()),
    wet: [wet.sum().item(), filled.slice(wet, 0).mean().item()],
    quartiles: np.percentile(filled.slice(':', 0), [25, 50, 75]).tolist(),
    correlation: np.corrcoef(filled.T).get(0, 1),
  }
}
