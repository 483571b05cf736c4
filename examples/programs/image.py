import numpy as np


def program():
    rng = np.random.default_rng(8)
    y, x = np.mgrid[0:240, 0:320]
    image = np.stack([x * 255 // 319, y * 255 // 239, (x + y) % 256], axis=-1).astype(np.uint8)
    image[60:120, 80:200] = (250, 20, 20)
    noisy = np.clip(image.astype(np.int16) + rng.integers(-20, 21, image.shape), 0, 255).astype(np.uint8)
    gray = noisy @ np.array([0.299, 0.587, 0.114])
    edges = np.zeros_like(gray)
    gx = gray[1:-1, 2:] - gray[1:-1, :-2]
    gy = gray[2:, 1:-1] - gray[:-2, 1:-1]
    edges[1:-1, 1:-1] = np.hypot(gx, gy)
    padded = np.pad(gray, 1, mode="edge")
    blurred = sum(padded[i : i + 240, j : j + 320] for i in range(3) for j in range(3)) / 9
    small = gray.reshape(60, 4, 80, 4).mean(axis=(1, 3))
    histogram, bounds = np.histogram(gray, bins=8, range=(0, 256))
    lut = (np.arange(256) / 255) ** (1 / 2.2) * 255
    brighter = np.round(lut).astype(np.uint8)[noisy]
    return {
        "histogram": histogram.tolist(),
        "bounds": bounds.tolist(),
        "edges": [float(edges.max()), int((edges > 100).sum())],
        "blurred": blurred[100, :6].tolist(),
        "small": small[30, :6].tolist(),
        "brighter": brighter.mean(axis=(0, 1)).tolist(),
        "rotated": np.rot90(noisy)[0, :3].tolist(),
    }
