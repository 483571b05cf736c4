import numpy as np


def otsu(image):
    counts = np.bincount(image.ravel(), minlength=256)
    p = counts / counts.sum()
    levels = np.arange(256)
    weight = np.cumsum(p)
    mean = np.cumsum(p * levels)
    below = mean[-1] * weight - mean
    between = np.divide(below**2, weight * (1 - weight), out=np.zeros(256), where=(weight > 0) & (weight < 1 - 1e-12))
    return int(between.argmax())


def label(mask):
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        before = labels
        padded = np.pad(labels, 1)
        around = np.stack([padded[1:-1, 1:-1], padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]])
        labels = np.where(mask, around.max(axis=0), 0)
        if np.array_equal(labels, before):
            break
    _, labels = np.unique(labels, return_inverse=True)
    return labels.reshape(mask.shape)


def program():
    rng = np.random.default_rng(17)
    y, x = np.mgrid[0:96, 0:128]
    image = np.full((96, 128), 60.0)
    for cy, cx, r in [(20, 24, 9), (30, 90, 14), (70, 40, 12), (72, 100, 7), (50, 64, 6)]:
        image[(y - cy) ** 2 + (x - cx) ** 2 <= r**2] = 180
    image = np.clip(image + rng.normal(0, 12, image.shape), 0, 255).astype(np.uint8)
    threshold = otsu(image)
    mask = image > threshold
    labels = label(mask)
    sizes = np.bincount(labels.ravel())
    big = np.flatnonzero(sizes > 30)[1:]
    rows = [np.argwhere(labels == k) for k in big]
    return {
        "threshold": threshold,
        "foreground": int(mask.sum()),
        "objects": len(big),
        "areas": sizes[big].tolist(),
        "centres": [r.mean(axis=0).tolist() for r in rows],
        "boxes": [[*r.min(axis=0).tolist(), *r.max(axis=0).tolist()] for r in rows],
        "brightness": [image[labels == k].mean().item() for k in big],
    }
