import numpy as np


def program():
    rng = np.random.default_rng(11)
    n, edges = 2000, 20000
    source, target = rng.integers(0, n, (2, edges))
    degree = np.bincount(source, minlength=n)
    dangling = degree == 0
    share = 1 / np.maximum(degree, 1)
    rank = np.full(n, 1 / n)
    for turns in range(1, 101):
        arrived = np.zeros(n)
        np.add.at(arrived, target, (rank * share)[source])
        new = 0.15 / n + 0.85 * (arrived + rank[dangling].sum() / n)
        change = np.abs(new - rank).sum()
        rank = new
        if change < 1e-10:
            break
    best = np.argsort(-rank, kind="stable")[:10]
    return {"turns": turns, "best": best.tolist(), "ranks": rank[best].tolist(), "sum": rank.sum().item()}
