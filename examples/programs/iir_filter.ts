import * as np from 'weldarray'

/** A recursive filter over many channels: each sample depends on the last two, for all channels at once. */
export function program() {
  const rng = np.random.default_rng(7)
  const x = rng.normal({ size: [500, 2000] }).cumsum(1)
  const b = [0.0675, 0.1349, 0.0675] as const
  const a = [1, -1.143, 0.4128] as const
  const y = np.zeros_like(x)
  for (let n = 2; n < x.shape[1]; n++) {
    const forward = x
      .slice(':', n)
      .mul(b[0])
      .add(x.slice(':', n - 1).mul(b[1]))
      .add(x.slice(':', n - 2).mul(b[2]))
    const back = y
      .slice(':', n - 1)
      .mul(a[1])
      .add(y.slice(':', n - 2).mul(a[2]))
    y.slice(':', n).assign(forward.sub(back))
  }
  return {
    last: y.slice(':5', -1).tolist(),
    mean: y.mean().item(),
    energy: np.sqrt(y.square().mean(1)).slice(':5').tolist(),
    error: np.abs(y.sub(x)).mean().item(),
  }
}
