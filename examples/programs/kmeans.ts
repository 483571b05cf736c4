import * as np from 'weldarray'

/** Lloyd's algorithm for three clusters in the plane. */
export function program() {
  const rng = np.random.default_rng(1)
  const places = [
    [0, 0],
    [5, 5],
    [0, 6],
  ]
  const x = np.concatenate(places.map((place) => rng.normal(place, 1, [4000, 2])))
  let centers = x.slice([0, 4000, 8000])
  let distances = np.zeros([12000, 3])
  let labels = np.zeros(12000, 'int64')
  for (let turn = 0; turn < 10; turn++) {
    distances = x.slice(':', np.newaxis).sub(centers).square().sum(2)
    labels = distances.argmin(1)
    centers = np.stack([0, 1, 2].map((k) => x.slice(labels.equal(k)).mean(0)))
  }
  return {
    centers: centers.tolist(),
    counts: np.bincount(labels).tolist(),
    inertia: distances.min(1).sum().item(),
  }
}
