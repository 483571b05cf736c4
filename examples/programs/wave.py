import numpy as np


def program():
    n, steps, c = 128, 200, 0.5
    x = np.linspace(0, 1, n)
    xx, yy = np.meshgrid(x, x)
    u = np.exp(-200 * ((xx - 0.3) ** 2 + (yy - 0.4) ** 2))
    u[0, :] = u[-1, :] = u[:, 0] = u[:, -1] = 0
    previous = u.copy()
    damping = np.where((xx > 0.8) | (yy > 0.8), 0.02, 0.0)[1:-1, 1:-1]
    energies, probe = [], []
    for k in range(steps):
        laplacian = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] - 4 * u[1:-1, 1:-1]
        following = np.zeros_like(u)
        following[1:-1, 1:-1] = (
            2 * u[1:-1, 1:-1] - previous[1:-1, 1:-1] + c**2 * laplacian
            - damping * (u[1:-1, 1:-1] - previous[1:-1, 1:-1])
        )
        previous, u = u, following
        probe.append(u[n // 2, n // 2])
        if k % 50 == 49:
            gy, gx = np.gradient(u)
            energies.append(float((((u - previous) ** 2) + c**2 * (gx**2 + gy**2)).sum() / 2))
    signal = np.array(probe)
    return {
        "energies": energies,
        "highest": [u.max().item(), *(int(i) for i in np.unravel_index(u.argmax(), u.shape))],
        "signal": signal[::40].tolist(),
        "crossings": int((np.diff(np.sign(signal)) != 0).sum()),
        "rms": np.sqrt(np.mean(u**2)).item(),
    }
