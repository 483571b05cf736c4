"""Writes numpy-names-suite.json: edges that NumPy's own tests look at, and no other file of fixtures.

`python3 tools/numpy-names/suite.py` (NumPy 2.4).
"""
import warnings

import numpy as np

from cases import Cases, changed

cases = Cases()
add = cases.add
NAN, INF = np.nan, np.inf


def dtypes():
    small = np.array([1, 100, 100, -7], 'int8')
    for name in ('add', 'multiply', 'maximum'):
        for dtype in ('int8', 'uint8', 'bool', 'float32', 'int64'):
            add(f'{name}.accumulate', small, dtype=dtype)
    for x in (np.array([1.0, 3, 2]), np.zeros(0), np.ones((2, 2)), np.ones((2, 1)), np.array(3.0)):
        for name in ('add', 'maximum', 'subtract'):
            add(f'{name}.accumulate', x, axis=None)
        add('add.reduceat', x, np.array([0, 1]), axis=None)
    mixed = [np.array([1], dtype) for dtype in ('int16', 'uint16', 'float32')]
    for order in ((0, 1, 2), (2, 1, 0), (0, 2, 1)):
        add('concatenate', [mixed[i] for i in order])
        add('result_type', *[mixed[i] for i in order], f=lambda *a: np.result_type(*a).name)
    add('clip', *mixed)
    add('stack', np.array([1, 2, 3], 'int8'))
    add('concatenate', np.array([1, 2, 3], 'uint16'), axis=None)
    for dtype in ('bool', 'int8', 'uint8', 'int16', 'int32', 'float32'):
        add('sinc', np.array([0, 1, 2, 3], dtype), tol=1e-6 if dtype == 'float32' else 1e-15)
    add('ix_', np.array([], 'int64'), np.array([1]))
    for q in (np.array(0.5), np.array([0.5]), np.array(0.5, 'float32')):
        for method in ('linear', 'hazen', 'lower'):
            add('quantile', np.array([1, 2, 3], 'float32'), q, method=method)
    for code in '?bBhHiIlLqQnNpPfd':
        add('ones', 2, code)
    for x in (np.array(3, 'int16'), np.array(2.5), np.array([1, 2])):
        add('ascontiguousarray', x)


def counted():
    for axis in (None, 0, 1, -1, (0, 1), (1,), (), 2, (0, 0)):
        add('size', np.zeros((2, 3)), axis)
    for args in ((0, 1, 0.5, np.bool_), (0, 2, 1, np.bool_), (1, 3, 1, np.bool_), (0, 1, 1, np.bool_), (1, 2, 1, np.bool_)):
        add('arange', *args)
    for args in ((0, 1, INF), (0, 1, -INF), (0, -1, -INF), (0, -1, INF), (0, 0, INF), (0, 5e-324, 1e308), (0, -5e-324, 1e308)):
        add('arange', *map(float, args))
    for bins in (10, 2):
        add('histogram', np.array([1.0, 1.0 + 2.0**-52]), bins)
    x = np.array([0, NAN, 1, NAN, 1, 0.0])
    for name in ('unique_values', 'unique_counts', 'unique_inverse', 'unique_all'):
        add(name, x, f=lambda x, name=name: (lambda r: list(r) if isinstance(r, tuple) else r)(getattr(np, name)(x)))
    for m in (np.ones((1, 3)), np.array([[1.0, 2], [3, 5], [4, 4]]), np.ones((3, 1))):
        for rowvar in (True, False):
            add('cov', m, rowvar=rowvar, ddof=0, tol=1e-15)


def summed():
    a, b, c = np.arange(12, dtype='int8').reshape(3, 4), np.arange(8, dtype='int8').reshape(4, 2), np.arange(3, dtype='int8')
    dots = '...'
    as_numpy = lambda x: Ellipsis if x == dots else x
    def call(*items, **kw):
        return np.einsum(*[[as_numpy(e) for e in i] if isinstance(i, list) else i for i in items], **kw)
    add('einsum', a, [0, 1], b, [1, 2], f=call)
    add('einsum', a, [0, 1], b, [1, 2], [2, 0], f=call)
    add('einsum', a, [1, 0], f=call)
    add('einsum', a, [51, 26], f=call)
    add('einsum', a, [0, 1], [], f=call)
    add('einsum', a, [dots, 0], c, [1], [1, dots], f=call)
    add('einsum', a, [0, dots], c, [0], f=call)
    add('einsum', a, [0, 52], f=call)
    add('einsum', a, [0, -1], f=call)
    add('einsum', a, [0], f=call)
    for dtype in ('int8', 'int32', 'float32', 'float64', 'uint8'):
        for casting in ('safe', 'same_kind', 'unsafe', 'no'):
            add('einsum', 'ij,jk', a, b, dtype=dtype, casting=casting)
        add('einsum', 'ij,jk', a, b, dtype=dtype)
    add('einsum', 'ij,jk', a, b, out=np.zeros((3, 2), 'int8'), dtype='float64', casting='unsafe')
    add('einsum', 'ij,jk', a, b, out=np.zeros((3, 2), 'int8'), dtype='float64')


def binned():
    rng = np.random.default_rng(5)
    few, many = np.array([1.0, 2, 2, 3, 9, 4, 4, 4]), np.concatenate([rng.normal(0, 1, 150), rng.normal(4, 0.5, 50)])
    for rule in ('auto', 'fd', 'doane', 'scott', 'stone', 'rice', 'sturges', 'sqrt'):
        for x in (few, many, few.astype('int32'), np.array([-2, 0, 127], 'int8'), few[:1], few[:2], few[:0], np.full(5, 3.0), few.reshape(2, 4)):
            add('histogram', x, rule, tol=1e-12)
        add('histogram', many, rule, (-1, 2), tol=1e-12)
        add('histogram', few, rule, (20, 30), tol=1e-12)
        add('histogram_bin_edges', few, rule, tol=1e-12)
    add('histogram', few, 'fd', weights=few)
    add('histogram', few, 'nonesuch')
    add('histogram', few, 'sturges', density=True, tol=1e-12)


def masked():
    x = np.arange(12.0).reshape(3, 4)
    for name in ('sum', 'mean', 'var', 'std', 'prod', 'nanmean', 'nanvar', 'any', 'all'):
        for where in (True, False):
            add(name, x, axis=1, where=where, tol=1e-14)
    add('max', x, axis=0, where=True, initial=0)


def placed():
    line = np.arange(3.0)
    for mask in ([True] * 4, [True, False, True, False], [False] * 3, [True], [True, False, False, False, True]):
        add('insert', line, np.array(mask), 9)
    add('insert', line, np.array([True, True]), np.array([7, 8]))
    add('insert', line, np.array([[True]]), 9)
    for places in (np.array([[0, 1], [2, 1]]), np.array([[3, 0]])):
        add('delete', line, places)
    add('insert', line, np.array([[0]]), 9)
    for kth in (0, 3, [0, 1]):
        for name in ('partition', 'argpartition'):
            add(name, np.zeros((0,)), kth)
            add(name, np.zeros((2, 0)), kth)
    for to in (NAN, 1.5, 3, np.array([5, 7], 'int8'), np.array([5.0], 'float32')):
        add('ediff1d', np.array([1, 3, 9], 'int8'), to)
        add('ediff1d', np.array([1, 3, 9], 'int8'), None, to)
    ones = np.ones((1, 1, 3))
    add('copyto', np.zeros((2, 3)), ones, f=changed(np.copyto))
    add('copyto', np.zeros(3), np.ones((2, 3)), f=changed(np.copyto))
    a = np.array([0, 1, 2, 3])
    add('power.at', a, np.array([1, 2, 3, 2]), 3, f=changed(np.power.at))
    add('power.at', a.astype(float), np.array([1, 2, 3, 2]), 3.5, f=changed(np.power.at))


def compared():
    x, y = np.array([1, 2, 2.1, NAN, 5]), np.array([1, 2.05, 2, NAN, INF])
    for rtol, atol in ((np.array([0, 0.1, 0, 0, 1]), 0), (0, np.array([0, 0, 0.2, 0, 1])), (np.array([[0], [1]]), 0.0)):
        add('isclose', x, y, rtol=rtol, atol=atol)
        add('allclose', x, y, rtol=rtol, atol=atol)


def measured():
    for x in (np.zeros((2, 2)), np.array([[1.0, 2], [2, 4]]), np.array([[0.0, 0], [NAN, 0]]), np.eye(2), np.eye(2) * 1e-200, np.array([[1, 2], [3, 4]], 'float32'),
              np.array([[[0.0, 0], [0, 0]], [[1, 0], [0, 2]]])):
        for p in (None, 2, -2, 1, -1, INF, -INF, 'fro', 'nuc'):
            # Of NaN there are no singular values here; NumPy finds none of an inverse that is not there.
            if not (p in (None, 2, -2, 'nuc') and np.isnan(x).any() or p == 'nuc' and np.linalg.matrix_rank(x).min() < 2):
                add('linalg.cond', x, p, tol=1e-5 if x.dtype == 'float32' else 1e-9)
    for shape in ((0,), (2, 0), (0, 2), (0, 0)):
        for order in (INF, 1, 2, -INF):
            if len(shape) == 1:
                add('linalg.vector_norm', np.zeros(shape), ord=order)
            else:
                add('linalg.matrix_norm', np.zeros(shape), ord=order)
    add('linalg.matrix_rank', np.eye(2), 0.1, rtol=0.1)
    add('linalg.pinv', np.eye(2), rcond=0.1, rtol=0.1)
    # A tolerance for each matrix.
    stack = np.array([[[1.0, 0], [0, 0.2]], [[1, 0], [0, 0.01]], [[0, 0], [0, 0]]])
    for cut in (np.array([0.1, 0.001, 0]), np.array([0.1]), np.array(0.1), np.array([0.1, 0.5, 0.1], 'float32'), np.array([[0.3], [0.1]]), np.ones(2)):
        for m in (stack, stack.astype('float32')) if cut.dtype == 'float64' else (stack,):
            add('linalg.matrix_rank', m, cut)
            add('linalg.matrix_rank', m, rtol=cut)
            if cut.ndim < 2:
                for name in ('rcond', 'rtol'):
                    add('linalg.pinv', m, **{name: cut}, tol=1e-6 if m.dtype == 'float32' else 1e-12)
    for m in (np.zeros((0, 2, 3)), np.zeros((2, 0, 3)), np.ones((1, 1))):
        add('linalg.matrix_rank', m, rtol=np.full(len(m), 0.5))
        add('linalg.pinv', m, rtol=np.full(len(m), 0.5) if m.ndim > 2 else 0.5)
    nearly = np.array([[1, 0], [0, 3e-16]])
    add('linalg.pinv', nearly, tol=1e-12)
    add('linalg.pinv', nearly, rtol=None, tol=1e-12)
    add('linalg.pinv', np.array([[1, 0], [0, 1e-7]], 'float32'), rtol=None, tol=1e-6)


def drawn():
    both = np.array([[-3, 5, 2**40], [0, 7, -2**62]]), np.array([[3, 6, 2**41], [2, 8, 2**62]])
    eight = np.array([0, 3, 5, 0, 9, 200]), np.array([255, 3, 100, 1, 12, 255])
    for args, options in [
        ((np.array([1, 2, 3]), 10), {}), ((0, np.array([5, 10, 100000])), {}), ((np.array([5, 10]),), {}), (both, {}), (both, {'endpoint': True}),
        (both, {'size': (2, 2, 3)}), ((np.array([[1], [2]]), np.array([4, 5, 6]), (2, 3)), {}), ((np.array([1, 2]), 5, 3), {}), ((np.array([1, 5]), np.array([3, 4])), {}),
        ((np.array([1, 5]), np.array([1, 6])), {}), ((np.array([1, 5]), np.array([1, 6])), {'endpoint': True}), (eight, {'dtype': 'uint8', 'endpoint': True}),
        (eight, {'dtype': 'int16', 'endpoint': True}), (eight, {'dtype': 'uint32', 'endpoint': True}), (eight, {'dtype': 'int8', 'endpoint': True}),
        ((np.array([0, 1, 0]), np.array([1, 1, 0])), {'dtype': 'bool', 'endpoint': True}), ((np.array([0, 0], 'uint64'), np.array([2**64 - 1, 9], 'uint64')), {'dtype': 'uint64'}),
        ((np.array([-(2**63), 0]), np.array([2**63 - 1, 1])), {'endpoint': True}), ((np.array([-(2**31), 0]), np.array([2**31 - 1, 1])), {'dtype': 'int32', 'endpoint': True}),
        ((np.array([-1, 2]), 5), {'dtype': 'uint64'}), ((np.array([], 'int64'), 3), {}), ((np.array([True, False]), 5), {}), ((np.array([3]), 5), {}), ((np.array(3), 5), {}),
        ((np.array([1, 2]), 5), {'size': (0, 2)}), ((np.array([1, 2]), 5), {'dtype': 'float64'}),
    ]:
        add('rng.integers', 11, list(args), options, f=lambda seed, args, options: np.random.default_rng(seed).integers(*args, **options))


def counted_exactly():
    far = 2**53 + np.array([0, 1, 1, 2, 3, 4, 4, 5, 7, -1])
    for x in (far, -far, far.reshape(2, 5), far[:0], far + 2**60, np.array([2**63 - 1, -(2**63), 5])):
        for edges in (2**53 + np.array([0, 1, 3, 4]), 2**53 + np.array([1, 1, 2, 4]), np.array([-(2**63), 0, 2**53 + 1, 2**63 - 1]), -(2**53) - np.array([4, 3, 1, 0]), 2**60 + 2**53 + np.arange(5)):
            add('histogram', x, edges)
            add('histogram', x, edges, weights=np.arange(x.size, dtype=float).reshape(x.shape))
    add('histogram', far, 2**53 + np.array([0, 4]))
    add('histogram', far, 2**53 + np.array([0, 2, 4]), density=True)
    add('histogram', far, 2**53 + np.array([3, 1]))
    add('histogram', far.astype('uint64'), (2**53 + np.array([0, 1, 3, 4])).astype('uint64'))
    add('histogram', far, np.array([2**53 + 1]))
    add('histogram', np.array([1, 2]), np.array([1, 2, 3]))


PREFIXES = {'polynomial': 'poly', 'chebyshev': 'cheb', 'legendre': 'leg', 'laguerre': 'lag', 'hermite': 'herm', 'hermite_e': 'herme'}


def series():
    x, grid = np.linspace(-1, 1, 12), np.arange(24.0).reshape(2, 3, 4) / 8
    y, both = x**3 - x, np.array([x**3 - x, x**2]).T
    for module, prefix in PREFIXES.items():
        f = f'polynomial.{module}.{prefix}'
        for axis in (0, 1, 2, -1):
            for m in (0, 1, 2):
                add(f + 'der', grid, m, axis=axis, tol=1e-12)
                add(f + 'int', grid, m, axis=axis, tol=1e-12)
            add(f + 'int', grid, 2, k=[1, 2], lbnd=-1, scl=2, axis=axis, tol=1e-12)
        add(f + 'der', grid, 1, axis=3)
        add(f + 'der', grid[0, 0], 1, axis=0, tol=1e-12)
        for degrees in ([3, 1], [0, 1, 2, 3], [2], [4, 2, 0], [1, 1], [], [-1]):
            if degrees != [1, 1]:
                add(f + 'fit', x, y, degrees, tol=1e-9)
        add(f + 'fit', x, both, [1, 3], tol=1e-9)
        add(f + 'fit', x, y, [1, 3], w=x**2, tol=1e-9)
        add(f + 'fit', both, y, 1)
        add(f + 'fit', both, y, [2, 5])
        add(f + 'vander', both, 2, tol=1e-12)
        add(f + 'vander', np.array(0.5), 2, tol=1e-12)
        # NumPy takes twice the place in its dtype: what wraps there does not here.
        for dtype in ('int8', 'uint8', 'int64', 'float32') if prefix == 'poly' else ('int32', 'int64', 'float32'):
            for c in (np.array([1.0, 2, 300]), np.array([1, 2, 30], 'int8'), np.array([1, 2, 30], 'float32')):
                add(f + 'val', np.array([0, 1, 100, 3], dtype), c, tol=1e-6 if c.dtype == 'float32' else 1e-12)
        add(f + 'sub', [1.0], [0.0, 0, 1])
        add(f + 'sub', [0.0, 0, 1], [1.0])
    for roots in (np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1.0, 2]), np.array(3.0), np.zeros((0, 2)), np.zeros(0)):
        for at in (np.array([1.5, 7]), np.array(2.0), np.ones((3, 2))):
            for tensor in (True, False):
                add('polynomial.polynomial.polyvalfromroots', at, roots, tensor=tensor)
    for y in (np.array([1.0, 2, 3, 4]), np.array([1.0, 1, 3, 4])):
        for xs in (np.array([NAN, 1, 2, 3]), np.array([0, 1, 2, NAN]), np.array([NAN, NAN, NAN, NAN])):
            add('interp', np.array([-1, 0, 0.5, 1, 2.5, 3, 5, NAN]), xs, y)
            add('interp', np.array([-1, 0, 0.5, 1, 2.5, 3, 5, NAN]), xs, y, left=-9, right=9)
    add('interp', np.array([0.5, NAN]), np.array([NAN]), np.array([7.0]))
    for cov in (True, 'unscaled'):
        add('polyfit', x, both, 2, cov=cov, tol=1e-9)
        add('polyfit', x, y, 2, cov=cov, tol=1e-9)
    for width in (np.array(1), np.array([1, 2]), np.array([[2, 3], [3, 2]])):
        add('pad', np.arange(12).reshape(4, 3), width, 'edge')
        add('pad', np.arange(12).reshape(4, 3), width, constant_values=np.array([7, 8]))


def read():
    for text, dtype in (('-1', 'uint8'), ('300', 'uint8'), ('-129', 'int8'), ('255', 'uint8'), ('1_1', 'float64'), ('1_1', 'int64'), ('1_000', 'float32'),
                        ('9223372036854775808', 'int64'), ('-9223372036854775808', 'int64')):
        add('loadtxt', [text], dtype)
    for text in ('1_1', '1__1', '_1', '1_', '1_0.5'):
        add('genfromtxt', [text])
    for lines in (['1,2\n', '3,4\r\n'], ['1,2\n', '2\n,3\n']):
        add('loadtxt', lines, delimiter=',')


with np.errstate(all='ignore'), warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for make in (dtypes, counted, summed, binned, masked, placed, compared, measured, drawn, counted_exactly, series, read):
        make()
cases.write('suite')
