import numpy as np


def program():
    rng = np.random.default_rng(7)
    x = rng.normal(size=(500, 2000)).cumsum(axis=1)
    b = np.array([0.0675, 0.1349, 0.0675])
    a = np.array([1.0, -1.143, 0.4128])
    y = np.zeros_like(x)
    for n in range(2, x.shape[1]):
        y[:, n] = b[0] * x[:, n] + b[1] * x[:, n - 1] + b[2] * x[:, n - 2] - a[1] * y[:, n - 1] - a[2] * y[:, n - 2]
    return {
        "last": y[:5, -1].tolist(),
        "mean": y.mean().item(),
        "energy": np.sqrt((y**2).mean(axis=1))[:5].tolist(),
        "error": np.abs(y - x).mean().item(),
    }
