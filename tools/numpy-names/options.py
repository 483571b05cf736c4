"""Cases for every option of functions: each is given at least once, by NumPy's name. `test/numpy-options.test.ts` finds what is missing."""
import warnings

import numpy as np
from cases import Cases

warnings.simplefilter('ignore')
np.seterr(all='ignore')

NAN, INF = np.nan, np.inf
v = np.array([4., 1, 9, 16, 30, 2, 2])
m = np.array([[3., 1, 2], [9, 7, 8], [4, 6, 5]])
mi = m.astype('int32')
x3 = np.arange(24.).reshape(2, 3, 4)
f32 = np.array([0.5, 1.5, -2.25], 'float32')
holes = np.array([[1., NAN, 3], [7, 2, 8], [4, 0, NAN]])
b = np.array([[True, False, True], [True, True, False], [False, False, True]])
rows = np.array([[1, 2], [0, 5], [1, 2], [0, 3], [0, 5]])
T = 1e-12


def inplace(f):
    def run(a, *args, **kw):
        a = a.copy()
        result = f(a, *args, **kw)
        return a if result is None else result
    return run


def reductions(c):
    three = np.zeros(3)
    for name in ('sum', 'prod', 'min', 'max', 'amin', 'amax', 'nansum', 'nanprod', 'nanmin', 'nanmax'):
        a = holes if name.startswith('nan') else m
        c.add(name, a, axis=1, tol=T)
        c.add(name, a, axis=0, keepdims=True, tol=T)
        c.add(name, a, axis=0, out=three, tol=T)
        c.add(name, a, initial=20., tol=T)
        c.add(name, a, axis=0, where=b, initial=3., tol=T)
        c.add(name, a, axis=7)
        c.add(name, a, axes=1)
        if name in ('sum', 'prod', 'nansum', 'nanprod'):
            c.add(name, a, dtype='float32', tol=1e-6)
            c.add(name, mi, dtype='int32')
    for name in ('mean', 'std', 'var', 'nanmean', 'nanstd', 'nanvar'):
        a = holes if name.startswith('nan') else m
        c.add(name, a, axis=1, keepdims=True, tol=T)
        c.add(name, a, axis=0, out=three, tol=T)
        c.add(name, f32, dtype='float64', tol=1e-6 if name.startswith('nan') else T)  # NumPy replaces NaN in float32.
        c.add(name, a, where=b, tol=T)
        c.add(name, a, axis=0, where=b, tol=T)
        if 'mean' not in name:
            c.add(name, a, ddof=1, tol=T)
            c.add(name, a, axis=1, correction=1, tol=T)
            c.add(name, a, ddof=1, correction=1)
    for name in ('std', 'var', 'nanstd', 'nanvar'):
        c.add(name, m, axis=1, mean=np.mean(m, axis=1, keepdims=True), tol=T)
        c.add(name, m, axis=1, mean=np.array([[1.], [2], [3]]), tol=T)
    for name in ('all', 'any'):
        c.add(name, b, axis=1)
        c.add(name, b, axis=0, keepdims=True)
        c.add(name, b, axis=0, out=np.zeros(3, bool))
        c.add(name, b, where=m > 4)
        c.add(name, b, axis=1, where=m > 4)
    for name in ('argmax', 'argmin', 'nanargmax', 'nanargmin'):
        a = holes if name.startswith('nan') else m
        c.add(name, a, axis=1)
        c.add(name, a, axis=0, keepdims=True)
        c.add(name, a, axis=0, out=np.zeros(3, 'int64'))
    c.add('count_nonzero', b, axis=1, keepdims=True)
    c.add('ptp', m, axis=1, keepdims=True)
    c.add('ptp', m, axis=0, out=three)
    for name in ('cumsum', 'cumprod', 'nancumsum', 'nancumprod'):
        a = holes if name.startswith('nan') else m
        c.add(name, a, axis=1, dtype='float32', tol=1e-6)
        c.add(name, a, axis=1, out=np.zeros((3, 3)), tol=T)
    for name in ('cumulative_sum', 'cumulative_prod'):
        c.add(name, m, axis=1, include_initial=True, dtype='float32', tol=1e-6)
        c.add(name, m, axis=0, out=np.zeros((3, 3)), tol=T)
    c.add('average', m, axis=0, weights=np.array([1., 2, 1]), tol=T)
    c.add('average', m, axis=1, weights=np.array([1., 2, 1]), returned=True, tol=T)
    c.add('average', m, axis=1, keepdims=True, tol=T)
    c.add('trace', m, offset=1, axis1=1, axis2=0, dtype='float32')
    c.add('trace', x3, axis1=1, axis2=2, out=np.zeros(2))
    c.add('linalg.trace', x3, offset=1, dtype='float32')
    c.add('diagonal', x3, offset=1, axis1=2, axis2=0)


METHODS = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear',
           'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest']


def quantiles(c):
    shares = np.array([0, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 1])
    for method in METHODS:
        for name, a in (('quantile', m), ('quantile', v), ('quantile', np.array([5, 3, 8, 1])), ('nanquantile', holes), ('nanquantile', np.array([5, 3, 8, 1]))):
            c.add(name, a, shares, method=method, tol=T)
            c.add(name, a, 0.3, axis=-1, method=method, keepdims=True, tol=T)
        c.add('percentile', f32, 30., method=method, tol=1e-6)
        c.add('nanpercentile', f32, 50., method=method, tol=1e-6)
        c.add('percentile', holes, 50., axis=0, method=method, tol=T)
        c.add('quantile', v[:1], shares, method=method)
    for name in ('quantile', 'nanquantile'):
        c.add(name, m, 0.25, axis=0, out=np.zeros(3), overwrite_input=False, tol=T)
        c.add(name, m, shares, weights=np.array([[1., 0, 2], [1, 1, 1], [0, 3, 1]]), method='inverted_cdf')
        # NumPy 2.4's `nanquantile` does not spread weights that are for an axis.
        if name == 'quantile':
            c.add(name, m, 0.5, axis=1, weights=np.array([1., 0, 2]), method='inverted_cdf')
            c.add(name, x3, np.array([0.2, 0.6]), axis=(0, 2), weights=np.arange(8.).reshape(2, 4), method='inverted_cdf')
        c.add(name, m, 0.5, weights=m)
        c.add(name, m, 0.5, axis=1, weights=-m, method='inverted_cdf')
        c.add(name, m, 0.5, weights=np.ones(3), method='inverted_cdf')
        c.add(name, m, 0.5, method='liner')
        c.add(name, m, 1.5)
    c.add('nanquantile', holes, 0.5, axis=1, weights=np.array([[1., 2, 2]] * 3), method='inverted_cdf')
    c.add('quantile', holes, 0.5, axis=1, weights=np.array([1., 2, 2]), method='inverted_cdf')
    for name in ('percentile', 'nanpercentile'):
        c.add(name, m, 25., axis=0, out=np.zeros(3), overwrite_input=False, keepdims=False, tol=T)
        c.add(name, m, 50., weights=m, method='inverted_cdf')
        c.add(name, m, np.array([20., 80]), axis=1, keepdims=True, tol=T)
    for name in ('median', 'nanmedian', 'percentile', 'nanpercentile', 'quantile', 'nanquantile'):
        c.add(name, m, *([] if 'median' in name else [0.25]), axis=0, overwrite_input=True, f=lambda a, *p, name=name, **kw: getattr(np, name)(a.copy(), *p, **kw), tol=T)
    for name in ('median', 'nanmedian'):
        c.add(name, holes, axis=0, keepdims=True)
        c.add(name, m, axis=0, out=np.zeros(3), overwrite_input=False)


def creation(c):
    for args in ((0., 1., 5), (np.array([0., 1]), np.array([1., 11]), 5), (0., np.array([1., 2]), 4), (np.array([1, 2]), 5., 3), (f32, 2 * f32, 4)):
        for kw in ({}, dict(endpoint=False), dict(retstep=True), dict(dtype='int32'), dict(axis=-1), dict(axis=-1, retstep=True, endpoint=False), dict(dtype='float32', device='cpu')):
            c.add('linspace', *args, tol=1e-6 if args[0] is f32 else T, **kw)
    c.add('linspace', np.array([3., 1]), np.array([3., 2]), num=4, tol=T)
    c.add('linspace', 2., 3., num=1, retstep=True)
    c.add('linspace', 2., 3., num=0)
    c.add('linspace', 2., 3., num=-1)
    c.add('linspace', np.array([1., 2]), 3., axis=5)
    c.add('linspace', 0., 1., num=3, device='gpu')
    for args in ((0., 3., 4), (np.array([0., 1]), np.array([2., 3]), 3), (0., np.array([1., 2]), 4)):
        for kw in ({}, dict(endpoint=False), dict(base=2.), dict(dtype='int32'), dict(axis=-1), dict(dtype='float32')):
            c.add('logspace', *args, tol=1e-6 if kw.get('dtype') == 'float32' else T, **kw)
    c.add('logspace', 0., 3., num=4, base=np.array([2., 3]), axis=-1, tol=T)
    c.add('logspace', 0., 3., num=4, base=np.array([2., 3]), tol=T)
    for args in ((1., 1000., 4), (-1., -8., 4), (np.array([1., 2]), np.array([1000., 16]), 4), (np.array([-1., 2]), np.array([-8., 16]), 3), (1., 0., 3)):
        for kw in ({}, dict(endpoint=False), dict(dtype='float32'), dict(axis=-1)):
            c.add('geomspace', *args, tol=1e-6 if kw else 1e-11, **kw)
    c.add('arange', 5., dtype='int32', device='cpu')
    c.add('arange', 1., 5., 2., dtype='float32')
    for name in ('zeros', 'ones'):
        c.add(name, [2, 3], dtype='int16', device='cpu')
        c.add(name + '_like', mi, dtype='float32', shape=[2, 2], device='cpu')
        c.add(name + '_like', mi, shape=5)
    c.add('empty', [0, 3], dtype='int16', device='cpu')
    c.add('empty_like', mi, dtype='float32', shape=[0, 2], device='cpu')
    c.add('full', [2, 2], 7., dtype='int8', device='cpu')
    c.add('full_like', mi, 7., dtype='float32', shape=[2], device='cpu')
    c.add('eye', 3, M=4, k=1, dtype='int32', device='cpu')
    c.add('identity', 2, dtype='bool')
    c.add('tri', 3, M=4, k=-1, dtype='int8')
    for name in ('tril', 'triu'):
        c.add(name, m, k=1)
    c.add('diag', m, k=1)
    for kw in (dict(dtype='int32'), dict(sparse=True)):
        c.add('indices', [2, 3], f=lambda *a, **k: list(np.indices(*a, **k)), **kw)
    for kw in (dict(), dict(indexing='ij'), dict(sparse=True), dict(indexing='ij', sparse=True)):
        c.add('meshgrid', v[:3], f32[:2], **kw)
        c.add('meshgrid', v[:2], f32, v[:1], **kw)
    c.add('array', mi, dtype='float32', copy=True, ndmin=3)
    c.add('array', mi, copy=False)
    c.add('array', mi, copy=None, ndmin=2)
    c.add('array', mi, dtype='int8', copy=False)
    for name in ('asarray', 'asanyarray'):
        c.add(name, mi, dtype='float32', copy=True, device='cpu')
        c.add(name, mi, dtype='float32', copy=False)
        c.add(name, mi, device='gpu')
    c.add('asarray_chkfinite', mi, dtype='float32')
    c.add('asarray_chkfinite', holes)
    c.add('ascontiguousarray', m.T, dtype='float32')
    c.add('astype', m, 'int32', copy=False, device='cpu')
    c.add('astype', mi, 'int32', copy=False)
    data = np.arange(24, dtype='uint8')
    c.add('frombuffer', data, dtype='uint16', count=3, offset=4)
    c.add('frombuffer', data, dtype='uint16', count=99)
    c.add('frombuffer', data, dtype='uint16', offset=99)
    c.add('fromiter', [1., 2., 3.], dtype='float32', count=2)
    c.add('fromiter', [1., 2., 3.], dtype='float32', count=5)
    c.add('fromstring', '1, 2, 3', dtype='int32', count=2, sep=',')


def shaping(c):
    for order in ('C', 'F', 'A'):
        for a in (m, x3):  # Cases are written down in C order.
            c.add('reshape', a, -1, order=order)
            c.add('ravel', a, order=order)
        c.add('reshape', x3, [4, 6], order=order, copy=True)
    c.add('reshape', m, [9], copy=False)
    c.add('reshape', m.T, [9], copy=None)
    c.add('squeeze', m[None, :, :1], axis=0)
    c.add('flip', m, axis=1)
    c.add('transpose', x3, axes=[2, 0, 1])
    c.add('expand_dims', m, [0, 2])
    c.add('moveaxis', x3, [0, 1], [-1, 0])
    c.add('swapaxes', x3, 0, 2)
    c.add('broadcast_to', f32, [2, 3])
    c.add('broadcast_arrays', f32, m)
    c.add('append', m, m[:1], axis=0)
    c.add('array_split', m, 2, axis=1)
    c.add('split', m, [1, 2], axis=1)
    parts = [mi[0], mi[1]]
    for name in ('concatenate', 'concat'):
        c.add(name, parts, axis=0, out=np.zeros(6))
        c.add(name, parts, dtype='int8', casting='unsafe')
        c.add(name, parts, dtype='int8', casting='safe')
    c.add('stack', parts, axis=1, out=np.zeros((3, 2)))
    c.add('stack', parts, dtype='int8', casting='unsafe')
    for name in ('hstack', 'vstack'):
        c.add(name, parts, dtype='float32', casting='same_kind')
        c.add(name, parts, dtype='int8', casting='safe')
    c.add('column_stack', parts)
    c.add('dstack', parts)
    c.add('fliplr', m)
    c.add('flipud', m)
    for axis in (None, 0, -1, (0, 1)):
        for trim in ('fb', 'f', 'b'):
            c.add('trim_zeros', np.array([[0, 0, 2, 3, 0, 0], [0, 1, 0, 3, 0, 0], [0, 0, 0, 0, 0, 0]]), trim=trim, axis=axis)
    c.add('trim_zeros', np.zeros((2, 3)))
    c.add('trim_zeros', v, trim='x')


def elementwise(c):
    c.add('clip', m, 2., 6.)
    c.add('clip', m, a_min=2., a_max=None)
    c.add('clip', m, min=2., max=6.)
    c.add('clip', m, 2., 6., out=np.zeros((3, 3)), where=b)
    c.add('clip', mi, 2, 6, dtype='float64', casting='same_kind')
    c.add('clip', mi, 2., 6., min=2.)
    for name in ('round', 'around'):
        c.add(name, m / 7, decimals=2, out=np.zeros((3, 3)), tol=T)
    odd = np.array([1., NAN, INF, -INF])
    c.add('nan_to_num', odd, nan=7., posinf=8., neginf=9.)
    c.add('nan_to_num', odd, copy=False)
    c.add('nan_to_num', odd, False, 1., 2., 3.)
    for name in ('isclose', 'allclose', 'array_equal'):
        kw = {} if name == 'array_equal' else dict(rtol=0.1, atol=0.1)
        c.add(name, m, m * 1.05, **kw)
        c.add(name, holes, holes, equal_nan=True)
    c.add('isposinf', odd, out=np.zeros(4, bool))
    c.add('isneginf', odd, out=np.zeros(4, bool))
    c.add('real_if_close', odd, 100.)
    c.add('real_if_close', odd, 1000.)
    c.add('where', b, m, 0.)
    c.add('where', b)
    for axis in (0, 1):
        c.add('diff', m, n=2, axis=axis)
        c.add('diff', m, axis=axis, prepend=5.)
        c.add('diff', m, axis=axis, append=np.ones((3, 1)) if axis else np.ones((1, 3)))
        c.add('diff', mi, axis=axis, prepend=1, append=2, f=lambda a, axis, prepend, append: np.diff(a, axis=axis, prepend=np.int32(prepend), append=np.int32(append)))
        c.add('diff', mi, axis=axis, prepend=1.5)
    c.add('diff', v, prepend=v[:2], append=v[:2])
    c.add('diff', v, 1, -1, 0., 9.)
    c.add('diff', b, prepend=True)
    c.add('diff', m, prepend=np.ones((2, 2)))
    for name in ('cov', 'corrcoef'):
        c.add(name, m * [[1, 5, 2], [1, 2, 2], [9, 1, 1]], dtype='float32', tol=1e-5)
    c.add('choose', np.array([0, 1, 0]), [f32, f32 * 2], out=np.zeros(3, 'float32'))


def sorting(c):
    for name in ('sort', 'argsort'):
        for kind in ('quicksort', 'mergesort', 'heapsort', 'stable'):
            c.add(name, mi, axis=0, kind=kind)
        c.add(name, mi, stable=True)
        c.add(name, v, -1, None, stable=True) if name == 'sort' else c.add(name, v, kind='stable')
        largest = lambda a, axis=-1, descending=True: np.flip(np.sort(a, axis), axis)
        order = lambda a, axis=-1, descending=True: np.argsort(-a, axis, kind='stable')
        for a, axis in ((v, -1), (m, 0), (m, 1)):
            c.add(name, a, axis=axis, descending=True, f=largest if name == 'sort' else order)
    c.add('partition', m, 1, axis=0, kind='introselect', f=lambda a, k, axis, kind: np.sort(a, axis))
    c.add('argpartition', m, 1, axis=0, kind='introselect', f=lambda a, k, axis, kind: np.argsort(a, axis, kind='stable'))
    order = np.argsort(v, kind='stable')
    for side in ('left', 'right'):
        c.add('searchsorted', v, np.array([2., 3, 31]), side=side, sorter=order)
        c.add('searchsorted', v, 2., side, order)
    c.add('searchsorted', v, 2., sorter=order[:3])
    for a in (v, mi, holes, b):
        c.add('unique', a, return_index=True, return_inverse=True, return_counts=True)
        c.add('unique', a, equal_nan=False, sorted=True)
        c.add('unique', a, return_counts=True, equal_nan=False)
        # In which order is then not told; here they are sorted.
        c.add('unique', a, sorted=False, f=lambda a, sorted: np.sort(np.unique(a, sorted=sorted)))
    for axis in (0, 1):
        c.add('unique', rows, axis=axis)
        c.add('unique', rows, return_index=True, return_inverse=True, return_counts=True, axis=axis)
    c.add('unique', np.array([[[1, 2]], [[1, 2]], [[0, 9]]]), axis=0, return_inverse=True)
    c.add('unique', v, axis=0)
    c.add('unique', v, axis=1)
    ints = np.array([3, 1, 2, 3, 1])
    for name in ('isin', 'in1d'):
        f = np.isin
        c.add(name, ints, np.array([1, 2]), assume_unique=False, invert=True, kind='sort', f=f)
        c.add(name, ints, np.array([1, 2]), kind='tabel', f=f)
        c.add(name, ints[:3], np.array([1, 2]), assume_unique=True, f=f)
    c.add('intersect1d', np.array([1, 3]), np.array([3, 4]), assume_unique=True, return_indices=True)
    c.add('setxor1d', np.array([1, 3]), np.array([3, 4]), assume_unique=True)
    c.add('compress', np.array([True, False, True]), m, axis=0, out=np.zeros((2, 3)))
    c.add('take', m, np.array([0, 2]), axis=0, out=np.zeros((2, 3)))
    c.add('put', v, np.array([0, 9]), np.array([7., 8]), mode='clip', f=inplace(np.put))
    c.add('put', v, np.array([0, 9]), np.array([7., 8]), mode='wrap', f=inplace(np.put))
    c.add('copyto', m, mi, casting='same_kind', where=b, f=inplace(np.copyto))
    c.add('copyto', mi, m, casting='safe', f=inplace(np.copyto))
    c.add('place', m, m > 4, np.array([1., 2]), f=inplace(np.place))
    c.add('mask_indices', 3, 'triu', k=1, f=lambda n, f, k: np.mask_indices(n, np.triu, k))


def products(c):
    two = np.array([[2., 1], [1, 3]])
    for name in ('dot', 'matmul'):
        c.add(name, two, two, out=np.zeros((2, 2)))
    c.add('matvec', two, two[0], out=np.zeros(2))
    c.add('vecmat', two[0], two, out=np.zeros(2))
    c.add('vecdot', two, two, out=np.zeros(2), axis=0)
    c.add('outer', f32, f32, out=np.zeros((3, 3), 'float32'))
    c.add('linalg.outer', f32, f32)
    c.add('linalg.outer', two, f32)
    c.add('linalg.matmul', two, two)
    c.add('linalg.cross', m, m[::-1], axis=0)
    c.add('linalg.cross', two, two)
    c.add('linalg.tensordot', x3, x3, axes=[[1, 2], [1, 2]])
    c.add('linalg.tensordot', m, m, axes=1)
    c.add('linalg.vecdot', m, m, axis=0)
    c.add('linalg.matrix_transpose', x3)
    c.add('linalg.multi_dot', [two, two, two], out=np.zeros((2, 2)))
    c.add('linalg.matrix_norm', two, keepdims=True, ord=1, tol=T)
    c.add('linalg.eigvalsh', two, UPLO='U', tol=T)
    c.add('linalg.matrix_rank', two, 0.1)
    c.add('linalg.matrix_rank', two, rtol=0.9, hermitian=True)
    c.add('linalg.pinv', two, rcond=0.5, tol=T)
    c.add('linalg.pinv', two, rtol=0.5, tol=T)
    c.add('linalg.pinv', two, hermitian=True, tol=T)
    c.add('linalg.svd', two, compute_uv=False, hermitian=True, tol=T)
    c.add('linalg.svd', np.zeros((0, 0)), full_matrices=False)
    c.add('linalg.tensorsolve', np.eye(6).reshape(2, 3, 6), np.arange(6.).reshape(2, 3), axes=(), tol=T)
    c.add('polyfit', v, v * v, 2, rcond=1e-12, tol=1e-7)
    c.add('polynomial.polynomial.polyder', v, m=2, scl=3.)
    c.add('polynomial.polynomial.polyfit', v, v * v, 2, rcond=1e-12, w=np.ones(7), tol=1e-7)
    c.add('polynomial.polynomial.polyfit', v, v * v + np.arange(7) % 2, 2, full=True, tol=1e-7)
    c.add('histogram', v, bins=3, density=True, tol=T)
    c.add('histogram_bin_edges', v, bins=3, weights=v)
    c.add('histogramdd', m[:, :2], bins=2, range=[(0., 10.), (0., 8.)], density=True, weights=np.array([1., 2, 3]), tol=T)


def random(c):
    def of(name):
        def run(seed, a, *args, **kw):
            a = a.copy()
            result = getattr(np.random.default_rng(seed), name)(a, *args, **kw)
            return a if result is None else result
        return run
    for axis in (0, 1, -1):
        for name in ('permutation', 'shuffle'):
            c.add('rng.' + name, 7, x3, axis=axis, f=of(name))
        c.add('rng.choice', 7, x3, 3, axis=axis, f=of('choice'))
        c.add('rng.choice', 7, x3, [2, 2], replace=True, axis=axis, f=of('choice'))
        c.add('rng.choice', 7, x3, 2, replace=False, shuffle=False, axis=axis, f=of('choice'))


def strides(c):
    from numpy.lib.stride_tricks import as_strided, sliding_window_view
    at = 'lib.stride_tricks.'
    for a, shape, steps in ((v, [3, 3], [1, 1]), (v, [2, 3], [3, 1]), (mi, [3, 2], [3, 2]), (f32, [4, 3], [0, 1]), (v, [0], [1])):
        steps = [n * a.itemsize for n in steps]
        c.add(at + 'as_strided', a, shape, steps, f=as_strided)
        c.add(at + 'as_strided', a, shape=shape, strides=steps, f=as_strided)
    for a, window in ((v, 3), (m, [2, 2]), (x3, [1, 2, 3]), (v, 8)):
        c.add(at + 'sliding_window_view', a, window, f=sliding_window_view)
    c.add(at + 'sliding_window_view', m, 2, axis=1, f=sliding_window_view)
    c.add(at + 'sliding_window_view', m, [2, 2], axis=[0, 0], f=sliding_window_view)


def text(c):
    c.add('array2string', v, suffix='abc', max_line_width=12)
    c.add('array_str', v / 7, max_line_width=20, precision=3, suppress_small=True)
    for trim in 'k.0-':
        c.add('format_float_positional', 1.5, precision=4, unique=True, trim=trim, sign=True, pad_left=4, pad_right=6)
    lines = ['# head', '1, 2, 3', '4, 5, 6', '7, 8, 9']
    for name in ('loadtxt', 'genfromtxt'):
        c.add(name, lines, delimiter=',')
        c.add(name, lines, delimiter=',', dtype='int32', usecols=[0, 2], unpack=True, f=lambda l, **kw: np.array(getattr(np, name)(l, **kw)))
        c.add(name, lines, delimiter=',', max_rows=2, comments='#', encoding='utf8')
        c.add(name, lines[1:2], delimiter=',', ndmin=2)
        c.add(name, ['; head', '1, 2 ; and so on', '4, 5'], delimiter=',', comments=';')
    c.add('loadtxt', lines, delimiter=',', skiprows=2)
    c.add('genfromtxt', ['x', '1, -, 3', '4, , 6', '9'], delimiter=',', skip_header=1, skip_footer=1, missing_values='-', filling_values=7.)
    c.add('genfromtxt', ['1 2', '1', '3 4'], invalid_raise=False)
    c.add('genfromtxt', ['1 2', '1', '3 4'])
    for name, args in (('can_cast', ('int32', 'int8', 'same_kind')), ('promote_types', ('int8', 'uint8')), ('issubdtype', ('int8', 'int8'))):
        c.add(name, *args, f=lambda *a, name=name: (lambda r: r.name if isinstance(r, np.dtype) else r)(getattr(np, name)(*a)))
    c.add('size', m, axis=0)
    c.add('shape', m)
    c.add('ndim', m)
    c.add('copy', m)
    c.add('isfortran', m)
    c.add('isscalar', 3.)
    c.add('isscalar', m)
    c.add('iterable', m)
    c.add('iterable', 3.)
    c.add('flatten', x3, order='F', f=lambda a, order: a.flatten(order))
    c.add('isdtype', 'int8', 'integral', f=lambda d, k: np.isdtype(np.dtype(d), k))
    c.add('isdtype', 'int8', ['bool', 'real floating'], f=lambda d, k: np.isdtype(np.dtype(d), tuple(k)))
    c.add('dtype', 'double', f=lambda d: np.dtype(d).name)
    c.add('min_scalar_type', 300, f=lambda x: np.min_scalar_type(x).name)
    c.add('common_type', f32, mi, f=lambda *a: np.dtype(np.common_type(*a)).name)
    for args in (('int8', 'uint8'), (f32, 0.5), ('int32', f32)):
        c.add('result_type', *args, f=lambda *a: np.result_type(*a).name)


c = Cases()
for part in (reductions, quantiles, creation, shaping, elementwise, sorting, products, random, strides, text):
    part(c)
c.write('options')
