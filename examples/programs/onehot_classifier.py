import numpy as np


def program():
    rng = np.random.default_rng(13)
    n, d, hidden, k = 3000, 6, 16, 3
    labels = rng.integers(0, k, n)
    x = rng.normal(size=(n, d))
    x[np.arange(n), labels] += 2.5
    onehot = np.eye(k)[labels]
    w1 = rng.normal(0, 0.5, (d, hidden))
    w2 = rng.normal(0, 0.5, (hidden, k))
    order = rng.permutation(n)
    for epoch in range(3):
        for start in range(0, n, 100):
            batch = order[start : start + 100]
            h = np.tanh(x[batch] @ w1)
            z = h @ w2
            p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
            error = (p - onehot[batch]) / 100
            g1 = x[batch].T @ ((error @ w2.T) * (1 - h**2))
            w2 -= 0.5 * h.T @ error
            w1 -= 0.5 * g1
    guess = (np.tanh(x @ w1) @ w2).argmax(axis=1)
    hits = np.eye(k)[guess] * onehot
    return {
        "accuracy": (guess == labels).mean().item(),
        "recall": (hits.sum(axis=0) / onehot.sum(axis=0)).tolist(),
        "weights": [np.linalg.norm(w1).item(), np.linalg.norm(w2).item()],
    }
