import numpy as np


def program():
    rng = np.random.default_rng(10)
    points = rng.random((200000, 2))
    pi = 4 * np.mean((points**2).sum(axis=1) < 1)

    paths, steps = 10000, 50
    growth = np.exp((0.05 - 0.2**2 / 2) / steps + 0.2 * np.sqrt(1 / steps) * rng.standard_normal((paths, steps)))
    prices = 100 * np.cumprod(growth, axis=1)
    asian = np.maximum(prices.mean(axis=1) - 100, 0) * np.exp(-0.05)
    barrier = np.where(prices.max(axis=1) < 130, np.maximum(prices[:, -1] - 100, 0), 0) * np.exp(-0.05)
    return {
        "pi": pi.item(),
        "asian": [asian.mean().item(), (asian.std(ddof=1) / np.sqrt(paths)).item()],
        "barrier": barrier.mean().item(),
        "risk": np.quantile(prices[:, -1], [0.01, 0.05, 0.5]).tolist(),
        "sample": rng.choice(10, size=5, replace=False).tolist(),
    }
