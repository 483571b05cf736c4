import numpy as np


def program():
    rng = np.random.default_rng(18)
    dt, steps = 0.1, 200
    f = np.block([[np.eye(2), dt * np.eye(2)], [np.zeros((2, 2)), np.eye(2)]])
    h = np.eye(2, 4)
    q = 5.0 * np.diag([dt**4 / 4, dt**4 / 4, dt**2, dt**2])
    r = 0.5**2 * np.eye(2)
    t = np.arange(steps) * dt
    truth = np.column_stack([np.cos(t), np.sin(2 * t)])
    measured = truth + rng.normal(0, 0.5, truth.shape)
    x = np.zeros(4)
    p = 10 * np.eye(4)
    track = np.empty((steps, 4))
    likelihood = 0.0
    for k, z in enumerate(measured):
        x = f @ x
        p = f @ p @ f.T + q
        innovation = z - h @ x
        s = h @ p @ h.T + r
        gain = np.linalg.solve(s, h @ p).T
        x = x + gain @ innovation
        p = (np.eye(4) - gain @ h) @ p
        likelihood -= 0.5 * (innovation @ np.linalg.solve(s, innovation) + np.log(np.linalg.det(2 * np.pi * s)))
        track[k] = x
    error = np.linalg.norm(track[:, :2] - truth, axis=1)
    return {
        "last": track[-1].tolist(),
        "error": np.sqrt((error[50:] ** 2).mean()).item(),
        "measured": np.sqrt(((measured - truth) ** 2).sum(axis=1).mean()).item(),
        "spread": np.sqrt(np.diag(p)).tolist(),
        "likelihood": float(likelihood),
        "furthest": int(error[50:].argmax()),
    }
