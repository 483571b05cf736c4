import numpy as np


def program():
    rng = np.random.default_rng(19)
    centres = rng.uniform(-4, 4, (4, 3))
    labels = rng.integers(0, 4, 1200)
    points = centres[labels] + rng.normal(0, 1.5, (1200, 3))
    order = rng.permutation(1200)
    train, test = order[:900], order[900:]
    mean, std = points[train].mean(axis=0), points[train].std(axis=0)
    x, y = (points[train] - mean) / std, labels[train]
    u, v = (points[test] - mean) / std, labels[test]
    distances = np.sqrt(((u[:, None, :] - x[None, :, :]) ** 2).sum(axis=-1))
    nearest = np.argsort(distances, axis=1, kind="stable")
    scores = {}
    for k in (1, 5, 15):
        votes = np.zeros((len(u), 4), dtype=int)
        for j in range(k):
            votes[np.arange(len(u)), y[nearest[:, j]]] += 1
        scores[str(k)] = float((votes.argmax(axis=1) == v).mean())
    confusion = np.zeros((4, 4), dtype=int)
    np.add.at(confusion, (v, votes.argmax(axis=1)), 1)
    recall = confusion.diagonal() / confusion.sum(axis=1)
    return {
        "scores": scores,
        "confusion": confusion.tolist(),
        "recall": recall.tolist(),
        "closest": np.take_along_axis(distances, nearest[:, :3], axis=1)[:2].tolist(),
        "density": np.percentile(distances.min(axis=1), [10, 50, 90]).tolist(),
    }
