import * as np from 'weldarray'

/** A Kalman filter that follows a point by noisy measurements of its place. */
export function program() {
  const rng = np.random.default_rng(18)
  const [dt, steps] = [0.1, 200]
  const f = np.block([
    [np.eye(2), np.eye(2).mul(dt)],
    [np.zeros([2, 2]), np.eye(2)],
  ])
  const h = np.eye(2, 4)
  const q = np.diag([dt ** 4 / 4, dt ** 4 / 4, dt ** 2, dt ** 2]).mul(5)
  const r = np.eye(2).mul(0.5 ** 2)
  const t = np.arange(steps).mul(dt)
  const truth = np.column_stack([np.cos(t), np.sin(t.mul(2))])
  const measured = truth.add(rng.normal(0, 0.5, truth.shape))
  let x = np.zeros(4)
  let p = np.eye(4).mul(10)
  const track = np.empty([steps, 4])
  let likelihood = 0
  for (const [k, z] of np.unstack(measured).entries()) {
    x = f.matmul(x)
    p = f.matmul(p).matmul(f.T).add(q)
    const innovation = z.sub(h.matmul(x))
    const s = h.matmul(p).matmul(h.T).add(r)
    const gain = np.linalg.solve(s, h.matmul(p)).T
    x = x.add(gain.matmul(innovation))
    p = np.eye(4).sub(gain.matmul(h)).matmul(p)
    const distance = innovation.dot(np.linalg.solve(s, innovation)).item()
    likelihood -= 0.5 * (distance + Math.log(np.linalg.det(s.mul(2 * Math.PI)).item()))
    track.at(k).set(x)
  }
  const error = np.linalg.norm(track.slice(':', ':2').sub(truth), { axis: 1 })
  return {
    last: track.slice(-1).tolist(),
    error: Math.sqrt(error.slice('50:').pow(2).mean().item()),
    measured: Math.sqrt(measured.sub(truth).pow(2).sum(1).mean().item()),
    spread: np.sqrt(np.diag(p)).tolist(),
    likelihood,
    furthest: error.slice('50:').argmax().item(),
  }
}
