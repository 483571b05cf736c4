import * as np from 'weldarray'

/** A low-pass filter by convolution with a windowed sinc. */
export function program() {
  const rng = np.random.default_rng(6)
  const t = np.arange(20000).div(1000)
  const signal = np
    .sin(t.mul(2 * np.pi * 5))
    .add(np.sin(t.mul(2 * np.pi * 120)).mul(0.5))
    .add(rng.normal(0, 0.2, t.size))
  const taps = 101
  const cutoff = 20 / 1000
  const n = np.arange(taps).sub((taps - 1) / 2)
  const kernel = np
    .sinc(n.mul(2 * cutoff))
    .mul(2 * cutoff)
    .mul(np.hamming(taps))
  kernel.diveq(kernel.sum())
  const smooth = np.convolve(signal, kernel, 'same')
  const windows = np.lib.stride_tricks.sliding_window_view(signal, taps)
  const again = windows.matmul(kernel.slice('::-1'))
  const crossings = np.flatnonzero(np.diff(np.signbit(smooth)))
  return {
    kernel: kernel.slice(':6').tolist(),
    smooth: smooth.slice('1000:1010').tolist(),
    difference: np
      .abs(again.sub(smooth.slice('50:-50')))
      .max()
      .item(),
    power: [signal.square().mean().item(), smooth.square().mean().item()],
    crossings: crossings.slice(':12').tolist(),
  }
}
