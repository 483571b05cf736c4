import numpy as np


def program():
    rng = np.random.default_rng(3)
    n = 20000
    features = rng.uniform(-1, 1, (n, 3))
    y = features @ np.array([2.0, -1.0, 0.5]) + 3 + rng.normal(0, 0.1, n)
    x = np.column_stack([np.ones(n), features])
    exact, residues, rank, _ = np.linalg.lstsq(x, y, rcond=None)

    beta = np.zeros(4)
    losses = []
    for step in range(100):
        error = x @ beta - y
        losses.append((error**2).mean())
        beta -= 0.5 / (1 + step / 50) * (x.T @ error) / n
    r2 = 1 - ((y - x @ exact) ** 2).sum() / ((y - y.mean()) ** 2).sum()
    return {
        "exact": exact.tolist(),
        "residues": residues.tolist(),
        "rank": int(rank),
        "descended": beta.tolist(),
        "losses": np.array(losses)[::10].tolist(),
        "r2": r2.item(),
    }
