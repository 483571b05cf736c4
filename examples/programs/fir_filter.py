import numpy as np


def program():
    rng = np.random.default_rng(6)
    t = np.arange(20000) / 1000
    signal = np.sin(2 * np.pi * 5 * t) + 0.5 * np.sin(2 * np.pi * 120 * t) + rng.normal(0, 0.2, t.size)
    taps, cutoff = 101, 20 / 1000
    n = np.arange(taps) - (taps - 1) / 2
    kernel = 2 * cutoff * np.sinc(2 * cutoff * n) * np.hamming(taps)
    kernel /= kernel.sum()
    smooth = np.convolve(signal, kernel, mode="same")
    windows = np.lib.stride_tricks.sliding_window_view(signal, taps)
    again = windows @ kernel[::-1]
    crossings = np.flatnonzero(np.diff(np.signbit(smooth)))
    return {
        "kernel": kernel[:6].tolist(),
        "smooth": smooth[1000:1010].tolist(),
        "difference": float(np.abs(again - smooth[50:-50]).max()),
        "power": [float((signal**2).mean()), float((smooth**2).mean())],
        "crossings": crossings[:12].tolist(),
    }
