import * as np from 'weldarray'

/** Pi by darts, and the prices of two options on simulated paths. */
export function program() {
  const rng = np.random.default_rng(10)
  const points = rng.random([200000, 2])
  const pi = points.square().sum(1).less(1).mean().item() * 4

  const [paths, steps] = [10000, 50]
  const noise = rng.standard_normal([paths, steps]).mul(0.2 * Math.sqrt(1 / steps))
  const growth = np.exp(noise.add((0.05 - 0.2 ** 2 / 2) / steps))
  const prices = np.cumprod(growth, 1).mul(100)
  const discount = Math.exp(-0.05)
  const last = prices.slice(':', -1)
  const asian = np.maximum(prices.mean(1).sub(100), 0).mul(discount)
  const barrier = np.where(prices.max(1).less(130), np.maximum(last.sub(100), 0), 0).mul(discount)
  return {
    pi,
    asian: [asian.mean().item(), asian.std({ ddof: 1 }).item() / Math.sqrt(paths)],
    barrier: barrier.mean().item(),
    risk: np.quantile(last, [0.01, 0.05, 0.5]).tolist(),
    sample: rng.choice(10, { size: 5, replace: false }).tolist(),
  }
}
