import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def program():
    rng = np.random.default_rng(4)
    n = 20000
    x = np.hstack([np.ones((n, 1)), rng.normal(size=(n, 4))])
    y = (rng.random(n) < sigmoid(x @ np.array([0.5, 1, -2, 0, 3]))).astype(float)
    train, test = slice(0, 15000), slice(15000, None)
    w = np.zeros(5)
    for _ in range(100):
        p = sigmoid(x[train] @ w)
        w -= x[train].T @ (p - y[train]) / 15000 + 1e-4 * w
    p = sigmoid(x[test] @ w)
    guess = p > 0.5
    return {
        "weights": w.tolist(),
        "loss": -np.mean(y[test] * np.log(p) + (1 - y[test]) * np.log(1 - p)).item(),
        "accuracy": np.mean(guess == y[test]).item(),
        "confusion": [[int(((y[test] == a) & (guess == b)).sum()) for b in (0, 1)] for a in (0, 1)],
    }
