import numpy as np


def program():
    rng = np.random.default_rng(20)
    a = rng.gamma(2.0, 1.5, 200)
    b = rng.gamma(2.0, 1.8, 180)
    draws = 2000
    samples = a[rng.integers(0, len(a), (draws, len(a)))]
    means = samples.mean(axis=1)
    medians = np.median(samples, axis=1)
    difference = b.mean() - a.mean()
    pooled = np.concatenate([a, b])
    shuffled = rng.permuted(np.tile(pooled, (draws, 1)), axis=1)
    null = shuffled[:, len(a):].mean(axis=1) - shuffled[:, : len(a)].mean(axis=1)
    trimmed = np.sort(samples, axis=1)[:, 20:-20].mean(axis=1)
    counts, edges = np.histogram(means, bins=10)
    return {
        "mean": [a.mean().item(), *np.percentile(means, [2.5, 97.5]).tolist()],
        "median": [np.median(a).item(), *np.quantile(medians, [0.025, 0.975]).tolist()],
        "error": means.std(ddof=1).item(),
        "trimmed": trimmed[:3].tolist(),
        "difference": difference.item(),
        "p": ((np.abs(null) >= abs(difference)).sum() + 1).item() / (draws + 1),
        "counts": counts.tolist(),
        "edges": edges[[0, -1]].tolist(),
        "skew": (((a - a.mean()) / a.std()) ** 3).mean().item(),
    }
