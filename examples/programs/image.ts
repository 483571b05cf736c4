import * as np from 'weldarray'

/** An image made, disturbed, and worked on: gray, edges, blur, thumbnail, histogram, gamma. */
export function program() {
  const rng = np.random.default_rng(8)
  const [y, x] = np.unstack(np.mgrid('0:240', '0:320'))
  const image = np
    .stack([np.floor_divide(x.mul(255), 319), np.floor_divide(y.mul(255), 239), x.add(y).mod(256)], -1)
    .astype('uint8')
  image.at('60:120, 80:200').set([250, 20, 20])
  const noisy = np.clip(image.astype('int16').add(rng.integers(-20, 21, image.shape)), 0, 255).astype('uint8')
  const gray = noisy.matmul([0.299, 0.587, 0.114])
  const edges = np.zeros_like(gray)
  const gx = gray.slice('1:-1, 2:').sub(gray.slice('1:-1, :-2'))
  const gy = gray.slice('2:, 1:-1').sub(gray.slice(':-2, 1:-1'))
  edges.slice('1:-1, 1:-1').assign(np.hypot(gx, gy))
  const padded = np.pad(gray, 1, 'edge')
  const parts = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => padded.slice(`${i}:${i + 240}, ${j}:${j + 320}`)))
  const blurred = parts.reduce((a, b) => a.add(b)).div(9)
  const small = gray.reshape(60, 4, 80, 4).mean([1, 3])
  const [histogram, bounds] = np.histogram(gray, { bins: 8, range: [0, 256] })
  const lut = np.power(np.arange(256).div(255), 1 / 2.2).mul(255)
  const brighter = np.round(lut).astype('uint8').slice(noisy)
  return {
    histogram: histogram.tolist(),
    bounds: bounds.tolist(),
    edges: [edges.max().item(), edges.greater(100).sum().item()],
    blurred: blurred.slice(100, ':6').tolist(),
    small: small.slice(30, ':6').tolist(),
    brighter: brighter.mean([0, 1]).tolist(),
    rotated: np.rot90(noisy).slice(0, ':3').tolist(),
  }
}
