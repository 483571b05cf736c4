import numpy as np


def program():
    x, y = np.meshgrid(np.linspace(-2, 0.5, 400), np.linspace(-1.25, 1.25, 300))
    a, b = np.zeros_like(x), np.zeros_like(x)
    steps = np.zeros(x.shape, dtype=np.int32)
    for _ in range(40):
        inside = a * a + b * b <= 4
        steps += inside
        a, b = np.where(inside, a * a - b * b + x, a), np.where(inside, 2 * a * b + y, b)
    counts = np.bincount(steps.ravel(), minlength=41)
    return {
        "counts": counts.tolist(),
        "area": float((steps == 40).mean() * 2.5 * 2.5),
        "middle": steps[150, ::40].tolist(),
    }
