"""Residuals of LAPACK's factorizations, with which ours are compared. The matrices are made alike on both sides."""
import json
import os

import numpy as np
from cases import HERE

EPS = np.finfo('float64').eps


def matrix(kind, n):
    r = np.random.default_rng(n).random((n, n)) - 0.5
    i = np.arange(n, dtype='float64')
    if kind == 'random':
        return r
    if kind == 'hilbert':
        return 1 / (i[:, None] + i + 1)
    if kind == 'graded':
        return r * 10 ** (-16 * i / n)[:, None]
    if kind == 'deficient':
        return r[:, : n // 2] @ r[: n // 2]
    if kind == 'huge':
        return r * 1e200
    if kind == 'tiny':
        return r * 1e-200
    if kind == 'symmetric':
        return r + r.T
    if kind == 'clustered':  # eigenvalues in two clusters
        q, _ = np.linalg.qr(r)
        return (q * np.where(i < n // 2, 1., 1. + 1e-10 * i)) @ q.T
    if kind == 'similar':  # real eigenvalues, not symmetric, badly scaled
        d = 10 ** (6 * i / n)
        return (r + r.T) * d[:, None] / d
    raise ValueError(kind)


def norm(a):
    # Scaled, so that squares neither overflow nor vanish.
    top = np.abs(a).max() if a.size else 0
    return top * np.sqrt(((a / top) ** 2).sum()) if top > 0 else 0.


def residuals(kind, n):
    a = matrix(kind, n)
    m = norm(a)
    eye = np.eye(n)
    out = {}
    if kind in ('random', 'huge', 'tiny', 'symmetric', 'similar', 'graded'):
        x = np.linalg.solve(a, np.ones(n))
        out['solve'] = norm(a @ x - 1) / (m * norm(x))
    if kind in ('random', 'symmetric', 'similar'):
        x = np.linalg.inv(a)
        out['inv'] = norm(a @ x - eye) / (m * norm(x))
    if kind == 'symmetric':
        p = a @ a.T + eye
        low = np.linalg.cholesky(p)
        out['cholesky'] = norm(low @ low.T - p) / norm(p)
    q, r = np.linalg.qr(a)
    out['qr'] = norm(q @ r - a) / m
    out['q'] = norm(q.T @ q - eye)
    u, s, vh = np.linalg.svd(a)
    out['svd'] = norm((u * s) @ vh - a) / m
    out['u'] = norm(u.T @ u - eye)
    out['v'] = norm(vh @ vh.T - eye)
    if kind in ('symmetric', 'clustered', 'hilbert'):
        w, v = np.linalg.eigh(a)
        out['eigh'] = norm(a @ v - v * w) / m
        out['orthogonal'] = norm(v.T @ v - eye)
    if kind in ('symmetric', 'similar'):
        w, v = np.linalg.eig(a)
        assert np.isrealobj(w)
        out['eig'] = norm(a @ v - v * w) / m
    return {k: float('%.3g' % (v / EPS)) for k, v in out.items()}


def write():
    kinds = ['random', 'hilbert', 'graded', 'deficient', 'huge', 'tiny', 'symmetric', 'clustered', 'similar']
    table = [{'kind': k, 'n': n, 'residuals': residuals(k, n)} for k in kinds for n in (2, 7, 60, 150)]
    with open(os.path.join(HERE, 'numpy-names-residuals.json'), 'w') as file:
        file.write('[\n' + ',\n'.join(json.dumps(row) for row in table) + '\n]\n')


write()
