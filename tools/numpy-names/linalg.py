import numpy as np
from cases import Cases


def write():
    c = Cases()
    rng = np.random.default_rng(5)
    a3 = rng.random((3, 3)) + np.eye(3)
    stack = rng.random((2, 4, 4)) + 2 * np.eye(4)
    wide, tall = rng.random((2, 3)), rng.random((5, 3))
    v = np.array([1., 2, 3])
    sym = a3 + a3.T
    pos = stack @ np.swapaxes(stack, -1, -2)
    deficient = np.array([[1., 2], [2, 4]])
    empty = np.zeros((0, 0))
    f32 = a3.astype('float32')
    ints = np.array([[2, 1], [1, 3]], 'int32')
    add = lambda f, *args, tol=1e-13, **kw: c.add('linalg.' + f, *args, tol=tol, f=getattr(np.linalg, f), **kw)
    vec = lambda f: (lambda *a, **k: tuple(getattr(np.linalg, f)(*a, **k)))
    for f in ('inv', 'det', 'cholesky', 'eigvalsh', 'svdvals', 'pinv', 'matrix_rank', 'cond', 'norm'):
        for m in (a3, stack, pos, sym, deficient, ints, tall, v, np.ones((1, 1))) + (() if f == 'cond' else (empty,)):
            if f == 'inv' and m is deficient or f == 'cond' and m is deficient:
                continue
            add(f, m, tol=1e-11)
        add(f, np.asarray(f32 @ f32.T + np.eye(3), 'float32'), tol=2e-4)
    add('inv', deficient)
    add('inv', wide)
    add('slogdet', stack, tol=1e-12) if False else c.add('linalg.slogdet', stack, tol=1e-12, f=vec('slogdet'))
    c.add('linalg.slogdet', deficient, f=vec('slogdet'))
    add('cholesky', pos, upper=True, tol=1e-12)
    add('cholesky', np.array([[1., 2], [2, 1]]))
    for b in (v, np.ones((3, 2)), np.ones((2, 3, 1)), np.ones(4)):
        add('solve', a3, b)
    add('solve', stack, np.ones((4, 1)))
    add('solve', deficient, np.ones(2))
    add('solve', ints, np.array([1, 2], 'int32'))
    add('solve', empty, np.zeros((0, 2)))
    add('solve', f32, v.astype('float32'), tol=1e-5)
    add('tensorsolve', rng.random((2, 3, 6)).round(1), np.ones((2, 3)), tol=1e-9)
    add('tensorinv', rng.random((2, 3, 6)).round(1), tol=1e-9)
    add('tensorinv', rng.random((4, 2, 2)).round(1), 1, tol=1e-9)
    for m in (a3, tall, wide):
        for mode in ('reduced', 'complete'):
            c.add('linalg.qr', m, mode, tol=1e-13, f=vec('qr'))
        add('qr', m, 'r')
        c.add('linalg.qr', m, 'raw', tol=1e-13, f=vec('qr'))
    c.add('linalg.qr', stack, tol=1e-13, f=vec('qr'))
    c.add('linalg.qr', v, f=vec('qr'))
    for args in [(tall, np.arange(5.)), (tall, rng.random((5, 2))), (wide, np.ones(2)), (deficient, np.ones(2)), (a3, v), (tall, np.ones(4))]:
        add('lstsq', *args, tol=1e-12)
    c.add('linalg.lstsq', tall, np.arange(5.), 0.5, tol=1e-12)
    for o in (None, 'fro', 'nuc', 1, -1, 2, -2, np.inf, -np.inf, 3):
        add('norm', a3, o)
        add('norm', stack, o, axis=(1, 2))
        add('norm', stack, o, axis=(0, 2), keepdims=True)
        add('matrix_norm', stack, **({} if o is None else {'ord': o}))
        add('cond', a3, o, tol=1e-11)
    for o in (None, 0, 1, 2, 3, -1, 0.5, np.inf, -np.inf, 'fro'):
        add('norm', np.array([3., -4, 0.5]), o)
        add('norm', stack, o, axis=1)
        if o != 'fro':
            add('vector_norm', stack, axis=(0, 1), keepdims=True, **({} if o is None else {'ord': o}))
    add('vector_norm', stack)
    add('norm', ints, keepdims=True)
    for n in (0, 1, 2, 5, -2):
        add('matrix_power', a3, n, tol=1e-11)
    add('matrix_power', ints, 3)
    add('matrix_power', ints, 1.5)
    add('multi_dot', [tall, a3, wide.T, wide], tol=1e-12)
    add('multi_dot', [v, a3, v])
    add('cross', np.array([1., 2, 3]), np.array([3., 0, 1]))
    c.add('cross', rng.random((4, 3)), rng.random((4, 3)), tol=1e-15)
    c.add('cross', rng.random((3, 4)), rng.random((3, 4)), axis=0, tol=1e-15)
    c.add('cross', rng.random((3, 4)), rng.random((4, 3)), 0, 1, 0, tol=1e-15)
    c.add('cross', np.ones(4), np.ones(4))
    c.add('vdot', a3, a3, tol=1e-14)
    c.add('vecdot', tall, tall, tol=1e-14)
    c.add('vecdot', tall, tall, axis=0, tol=1e-14)
    c.add('matvec', stack, np.ones((2, 4)), tol=1e-14)
    c.add('vecmat', np.ones(4), stack, tol=1e-14)
    c.add('tensordot', stack, stack, 1, tol=1e-13)
    c.add('tensordot', stack, stack, ([0, 1], [0, 2]), tol=1e-13)
    c.add('tensordot', stack, stack, 0, tol=1e-13)
    c.add('tensordot', stack, stack, axes=3, tol=1e-13)
    c.add('tensordot', stack, stack, 2, tol=1e-13)
    c.add('tensordot', tall, tall, 1)
    c.add('matrix_transpose', stack)
    add('diagonal', stack, offset=1)
    add('trace', stack)
    c.write('linalg')


write()
