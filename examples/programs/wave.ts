import * as np from 'weldarray'

/** The wave equation on a square with a soft corner, by differences in space and time. */
export function program() {
  const [n, steps, c] = [128, 200, 0.5]
  const x = np.linspace(0, 1, n)
  const [xx, yy] = np.meshgrid(x, x)
  let u = np.exp(xx.sub(0.3).pow(2).add(yy.sub(0.4).pow(2)).mul(-200))
  for (const edge of [[0], [-1], [':', 0], [':', -1]]) u.at(...edge).set(0)
  let previous = u.clone()
  const inside = '1:-1, 1:-1'
  const damping = np.where(xx.gt(0.8).or(yy.gt(0.8)), 0.02, 0).slice(inside)
  const energies: number[] = []
  const probe: number[] = []
  for (let k = 0; k < steps; k++) {
    const here = u.slice(inside)
    const around = u.slice(':-2, 1:-1').add(u.slice('2:, 1:-1')).add(u.slice('1:-1, :-2')).add(u.slice('1:-1, 2:'))
    const laplacian = around.sub(here.mul(4))
    const before = previous.slice(inside)
    const following = np.zeros_like(u)
    following.slice(inside).assign(
      here
        .mul(2)
        .sub(before)
        .add(laplacian.mul(c ** 2))
        .sub(damping.mul(here.sub(before))),
    )
    previous = u
    u = following
    probe.push(u.get(n / 2, n / 2))
    if (k % 50 === 49) {
      const [gy, gx] = [np.gradient(u, { axis: 0 }), np.gradient(u, { axis: 1 })]
      const moving = u.sub(previous).pow(2)
      const tense = gx
        .pow(2)
        .add(gy.pow(2))
        .mul(c ** 2)
      energies.push(moving.add(tense).sum().item() / 2)
    }
  }
  const signal = np.array(probe)
  return {
    energies,
    highest: [u.max().item(), ...np.unravel_index(u.argmax(), u.shape).map((i) => i.item())],
    signal: signal.slice('::40').tolist(),
    crossings: np.diff(np.sign(signal)).neq(0).sum().item(),
    rms: Math.sqrt(u.pow(2).mean().item()),
  }
}
