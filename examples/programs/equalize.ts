import * as np from 'weldarray'

/** Gray levels spread so that each is as frequent as the others. */
function equalized(channel: np.NdArray<'uint8'>) {
  const [histogram] = np.histogram(channel, { bins: 256, range: [0, 256] })
  const cdf = histogram.cumsum()
  const lowest = cdf.slice(cdf.gt(0)).min()
  const lut = np
    .round(cdf.sub(lowest).div(cdf.slice(-1).sub(lowest)).mul(255))
    .clip(0, 255)
    .astype('uint8')
  return lut.slice(channel)
}

/** Contrast: an image's histogram equalised as a whole and in tiles, its entropy, a linear stretch. */
export function program() {
  const rng = np.random.default_rng(21)
  const [y, x] = np.unstack(np.mgrid('0:120', '0:160'))
  const base = np
    .sin(x.div(17))
    .mul(np.cos(y.div(11)))
    .mul(30)
    .add(90)
  const image = base
    .slice('...', null)
    .add([0, 10, -10])
    .add(rng.normal(0, 4, [120, 160, 3]))
    .clip(0, 255)
    .astype('uint8')
  const luma = np.rint(image.matmul([0.299, 0.587, 0.114])).astype('uint8')
  const bright = equalized(luma)
  const gain = bright.div(np.maximum(luma, 1))
  const colored = np.minimum(image.mul(gain.slice('...', np.newaxis)), 255).astype('uint8')
  const tiles = luma.reshape(4, 30, 4, 40).swapaxes(1, 2).reshape(16, -1)
  const local = np.unstack(tiles).map((t) => equalized(t).std().item())
  const p = np.bincount(bright.ravel(), { minlength: 256 }).div(bright.size)
  const q = p.slice(p.gt(0))
  const [low, high] = np.percentile(luma, [1, 99])
  const stretched = np.interp(luma, [low, high], [0, 255])
  return {
    before: [luma.min().item(), luma.max().item(), luma.mean().item(), luma.std().item()],
    after: [bright.min().item(), bright.max().item(), bright.mean().item(), bright.std().item()],
    entropy: -q.mul(np.log2(q)).sum().item(),
    colored: colored.mean([0, 1]).tolist(),
    local,
    stretched: [stretched.mean().item(), stretched.slice(10, ':4').tolist()],
    levels: np.unique(bright).size,
  }
}
