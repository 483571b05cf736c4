import * as np from 'weldarray'

/** The gray level that tells two kinds of pixels apart best. */
function otsu(image: np.NdArray<'uint8'>) {
  const counts = np.bincount(image.ravel(), { minlength: 256 })
  const p = counts.div(counts.sum())
  const levels = np.arange(256)
  const weight = np.cumsum(p)
  const mean = np.cumsum(p.mul(levels))
  const below = weight.mul(mean.slice(-1)).sub(mean)
  const between = np.divide(below.pow(2), weight.mul(np.subtract(1, weight)), {
    out: np.zeros(256),
    where: weight.gt(0).and(weight.lt(1 - 1e-12)),
  })
  return between.argmax().item()
}

/** Neighbours get the largest number among them, until nothing changes; then the numbers in use are counted through. */
function label(mask: np.NdArray<'bool'>) {
  const [height, width] = mask.shape
  let labels: np.NdArray = np.where(mask, np.arange(1, mask.size + 1).reshape(height, width), 0)
  for (;;) {
    const before = labels
    const padded = np.pad(labels, 1)
    const around = np.stack([
      padded.slice('1:-1, 1:-1'),
      padded.slice(':-2, 1:-1'),
      padded.slice('2:, 1:-1'),
      padded.slice('1:-1, :-2'),
      padded.slice('1:-1, 2:'),
    ])
    labels = np.where(mask, around.max(0), 0)
    if (np.array_equal(labels, before)) break
  }
  const [, inverse] = np.unique(labels, { return_inverse: true })
  return inverse.reshape(mask.shape)
}

/** Objects in an image: a threshold, their labels, places and sizes. */
export function program() {
  const rng = np.random.default_rng(17)
  const [y, x] = np.unstack(np.mgrid('0:96', '0:128'))
  const scene = np.full([96, 128], 60)
  const discs = [
    [20, 24, 9],
    [30, 90, 14],
    [70, 40, 12],
    [72, 100, 7],
    [50, 64, 6],
  ]
  for (const [cy, cx, r] of discs) {
    const inside = y
      .sub(cy)
      .pow(2)
      .add(x.sub(cx).pow(2))
      .leq(r ** 2)
    scene.at(inside).set(180)
  }
  const image = np.clip(scene.add(rng.normal(0, 12, scene.shape)), 0, 255).astype('uint8')
  const threshold = otsu(image)
  const mask = image.gt(threshold)
  const labels = label(mask)
  const sizes = np.bincount(labels.ravel())
  const big = np.flatnonzero(sizes.gt(30)).slice('1:')
  const rows = [...big].map((k) => np.argwhere(labels.eq(k)))
  return {
    threshold,
    foreground: mask.sum().item(),
    objects: big.size,
    areas: sizes.slice(big).tolist(),
    centres: rows.map((r) => r.mean(0).tolist()),
    boxes: rows.map((r) => [...r.min(0), ...r.max(0)]),
    brightness: [...big].map((k) => image.slice(labels.eq(k)).mean().item()),
  }
}
