import numpy as np


def program():
    rng = np.random.default_rng(2)
    mixing = rng.normal(size=(5, 5))
    x = rng.normal(size=(10000, 5)) @ mixing + np.arange(5)
    centered = x - x.mean(axis=0)
    values, vectors = np.linalg.eigh(centered.T @ centered / (len(x) - 1))
    order = np.argsort(values)[::-1]
    values, vectors = values[order], vectors[:, order]
    scores = centered @ vectors[:, :2]
    return {
        "mean": x.mean(axis=0).tolist(),
        "explained": (values / values.sum()).tolist(),
        "cumulative": np.cumsum(values / values.sum()).tolist(),
        "scores": np.abs(scores[:4]).tolist(),
        "spread": scores.std(axis=0, ddof=1).tolist(),
    }
