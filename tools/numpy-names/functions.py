"""Cases for the functions that are no linear algebra, indexing or display."""
import warnings

import numpy as np
from cases import Cases, changed

warnings.simplefilter('ignore')
np.seterr(all='ignore')

rng = np.random.default_rng(11)
NAN = np.nan
v = np.array([1., 4, 9, 16, 30])
u = np.array([3., -1, 2])
m = np.arange(12.).reshape(3, 4)
mi = np.arange(12, dtype='int32').reshape(3, 4)
x3 = np.arange(24.).reshape(2, 3, 4)
r = rng.random((3, 5))
f32 = np.array([0.5, 1.5, -2.25], 'float32')
holes = np.array([[1., NAN, 3], [NAN, NAN, NAN], [4, 0, 2]])
ints = np.array([3, 1, 2, 3, 1], 'int64')


def calculus():
    c = Cases()
    T = 1e-13
    for a in (v, f32, mi[0], np.ones(2)):
        c.add('gradient', a, tol=T)
    c.add('gradient', v, 2.5, tol=T)
    c.add('gradient', v, np.array([0., 1, 3, 4, 8]), tol=T)
    c.add('gradient', v, np.array([0., 1, 3, 4, 8]), edge_order=2, tol=T)
    c.add('gradient', v, edge_order=2, tol=T)
    c.add('gradient', m, tol=T)
    c.add('gradient', m, axis=1, tol=T)
    c.add('gradient', m, 2., np.array([0., 1, 4, 5]), tol=T)
    c.add('gradient', np.ones(1))
    c.add('trapezoid', v, tol=T)
    c.add('trapezoid', m, np.array([0., 1, 3, 4]), tol=T)
    c.add('trapezoid', m, dx=.5, axis=0, tol=T)
    c.add('trapezoid', mi, mi * 2, axis=1, tol=T)
    phase = np.array([0., 1, 3, 7, 6, 0.5, -5])
    c.add('unwrap', phase, tol=T)
    c.add('unwrap', phase, 5., tol=T)
    c.add('unwrap', np.array([[0., 7, 2], [4, 1, 9]]), axis=0, period=4., tol=T)
    c.add('unwrap', np.array([0, 3, 6, 1, 2], 'int64'), period=4)
    places = np.array([0., 1, 2.5, 4, 5])
    at = np.array([-1., 0, 0.25, 1, 3, 5, 6, NAN])
    c.add('interp', at, places, v, tol=T)
    c.add('interp', at, places, v, -1., -2., tol=T)
    c.add('interp', at, np.array([0., 90, 10, 200, 350]), v, period=360., tol=T)
    c.add('interp', 2.2, places, v, tol=T)
    c.add('interp', at, np.array([0., 1, 2]), np.array([1., np.inf, 3]))
    c.add('interp', at, np.array([1.]), np.array([5.]))
    c.add('interp', at, places, u)
    c.add('ediff1d', v)
    c.add('ediff1d', m, 99., np.array([-1., -2]))
    for mode in ('full', 'same', 'valid'):
        for a, b in ((v, u), (u, v), (v, v), (mi[0], mi[1]), (f32, f32[:2]), (np.array([True, True, False]), np.array([True, False])), (v[:4], u[:2]), (u[:2], v[:4])):
            c.add('convolve', a, b, mode, tol=1e-7 if a is f32 else T)
            c.add('correlate', a, b, mode, tol=1e-7 if a is f32 else T)
    c.add('convolve', v, np.array([]))
    c.add('correlate', v, u, tol=T)
    c.add('convolve', m, u)
    for name in ('bartlett', 'blackman', 'hamming', 'hanning'):
        for n in (0, 1, 2, 7, 8):
            c.add(name, n, tol=1e-15)
    for n in (0, 1, 5, 8):
        c.add('kaiser', n, 8.6, tol=1e-14)
    c.add('kaiser', 130, 14, tol=1e-14)
    c.add('i0', np.array([0., 0.5, -3, 8, 20]), tol=2e-15)
    edge = np.nextafter(8, [7, 9])
    c.add('i0', np.concatenate([np.linspace(-30, 30, 121), edge, -edge, [5e-324, 1e-300, -0., 700, -708, 800, np.inf, -np.inf, NAN]]), tol=2e-15)
    c.add('i0', mi, tol=2e-15)
    c.add('i0', np.empty((0, 3)), tol=0)
    c.add('i0', 1, tol=2e-15)
    for args, kw in [((r,), {}), ((r, r[::-1]), {}), ((r.T, None, False), {}), ((r[0],), {}), ((r[0], r[1]), {}), ((r,), dict(bias=True)), ((r,), dict(ddof=0)),
                     ((r,), dict(fweights=np.array([1, 2, 1, 3, 1]))), ((r,), dict(aweights=np.arange(1., 6))), ((r,), dict(fweights=np.array([1, 2, 1, 3, 1]), aweights=np.arange(1., 6), ddof=0)), ((r,), dict(fweights=np.array([1, 2])))]:
        c.add('cov', *args, tol=T, **kw)
    for args in ((r,), (r, r[::-1]), (r.T, None, False), (r[0], r[1]), (r[0],)):
        c.add('corrcoef', *args, tol=T)
    c.write('calculus')


def shapes():
    c = Cases()
    for k in (-1, 0, 1, 2, 5):
        c.add('rot90', m, k)
    c.add('rot90', x3, 1, (1, 2))
    c.add('rot90', x3, axes=(2, 0))
    c.add('rot90', v)
    for s in ((2, 3), 7, (3, 0), (4, 5)):
        c.add('resize', m, s)
    z = np.array([0., 0, 1, 0, 2, 0])
    for t in ('fb', 'f', 'b', 'x'):
        c.add('trim_zeros', z, t)
    c.add('trim_zeros', np.zeros(3))
    for obj in (0, -1, [0, 2], slice(1, None, 2), np.array([True, False, True, False, False]), 9, [1, 1]):
        c.add('delete', v, obj)
    c.add('delete', m, 1, 0)
    c.add('delete', m, [0, -1], 1)
    c.add('delete', m, slice(1, 3), axis=1)
    c.add('delete', m, [0, 5])
    for args in [(v, 1, 99.), (v, [1, 3], [7., 8]), (v, 5, 1.), (v, -1, 1.), (v, [1, 1], [7., 8]), (v, [3, 1], [7., 8]), (v, slice(1, 3), [7., 8]), (v, 9, 1.), (mi, 1, 5), (mi, 1, 5, 1), (mi, 1, np.array([1, 2, 3]), 1),
                 (mi, [1], np.array([[1], [2], [3]]), 1), (mi, [0, 2], np.array([5, 6]), 1), (m, 1, np.array([1., 2, 3, 4]), 0), (v, 1, [7., 8]), (mi, 1, 2.7), (m, [0, 3], np.array([[1., 2, 3, 4], [5, 6, 7, 8]]), 0)]:
        c.add('insert', *args)
    for name, a, sec in [('hsplit', m, 2), ('hsplit', v, [2]), ('vsplit', m, 3), ('vsplit', m, [1]), ('dsplit', x3, 2), ('hsplit', m, 3), ('vsplit', v, 1), ('dsplit', m, 1)]:
        c.add(name, a, sec)
    c.add('unstack', m)
    c.add('unstack', x3, axis=1)
    c.add('rollaxis', x3, 2)
    c.add('rollaxis', x3, 0, 3)
    c.add('rollaxis', x3, 1, -1)
    c.add('permute_dims', x3, (2, 0, 1))
    c.add('concat', [m, m], 1)
    c.add('block', [[m, np.ones((3, 1))], [np.zeros((1, 4)), 7.]])
    c.add('block', [v, 1.])
    c.add('block', m)
    c.add('broadcast_shapes', (3, 1), (4,), f=lambda *a: list(np.broadcast_shapes(*a)))
    c.add('broadcast_shapes', (3,), (4,), f=lambda *a: list(np.broadcast_shapes(*a)))
    c.add('array_equiv', m[0], np.vstack([m[0]] * 2))
    c.add('array_equiv', m[0], m)
    for kw in [{}, dict(constant_values=5), dict(constant_values=(1, 2))] + [dict(mode=k) for k in ('edge', 'linear_ramp', 'maximum', 'mean', 'median', 'minimum', 'reflect', 'symmetric', 'wrap')]:
        for a, w in ((u, 2), (u, (1, 4)), (m, ((1, 0), (2, 3))), (mi, 1)):
            c.add('pad', a, w, tol=1e-14, **kw)
    for kw in [dict(mode='linear_ramp', end_values=(5, -4)), dict(mode='mean', stat_length=2), dict(mode='maximum', stat_length=(1, 2)), dict(mode='reflect', reflect_type='odd'), dict(mode='symmetric', reflect_type='odd')]:
        c.add('pad', u, (2, 3), tol=1e-14, **kw)
    c.add('pad', u, (5, 7), 'reflect')
    c.add('pad', u, (5, 7), 'symmetric')
    c.add('pad', u, (5, 7), 'wrap')
    c.add('pad', u, (5, 7), mode='reflect', reflect_type='odd', tol=1e-14)
    c.add('pad', u, -1)
    c.add('pad', np.array([]), 1, 'edge')
    c.add('pad', np.array([]), 1)
    c.add('pad', u, 1, 'mirror')
    c.add('kron', np.array([1., 10]), u)
    c.add('kron', np.eye(2), mi)
    c.add('kron', m[0], m)
    c.add('kron', 3., m)
    c.add('vander', u)
    c.add('vander', u, 2)
    c.add('vander', ints, 4, True)
    c.add('diagflat', m[:2, :2], 1)
    c.add('fill_diagonal', m, 9., f=changed(np.fill_diagonal))
    c.add('fill_diagonal', np.zeros((7, 3)), np.array([1., 2]), f=changed(np.fill_diagonal))
    c.add('fill_diagonal', np.zeros((7, 3)), 4., wrap=True, f=changed(np.fill_diagonal))
    c.add('fill_diagonal', np.zeros((2, 2, 2)), 4., f=changed(np.fill_diagonal))
    c.add('fill_diagonal', m, 300.7, js=[mi, 300.7], f=lambda *a: changed(np.fill_diagonal)(mi, 300.7))
    c.add('diag_indices', 3)
    c.add('diag_indices', 2, 3)
    for name in ('tril_indices', 'triu_indices'):
        for args in ((3,), (3, 1), (3, -1, 4), (2, 0, 4)):
            c.add(name, *args)
        c.add(name + '_from', m, 1)
    c.add('diag_indices_from', np.ones((3, 3)))
    c.add('diag_indices_from', m)
    S = 'lib.stride_tricks.'
    for args in ((v, 3), (m, (2, 2)), (m, 2, 1), (m, 5), (x3, (2, 2), (0, 2)), (v, 0)):
        c.add(S + 'sliding_window_view', *args)
    c.add(S + 'as_strided', v, (3, 3), (8, 8))
    c.add(S + 'as_strided', v, shape=(2, 2), strides=(16, 8))
    for a in (np.array([1, 0, 1, 1, 0, 0, 0, 1, 1, 1], 'uint8'), mi > 5, np.array([], 'uint8')):
        for kw in ({}, dict(bitorder='little')):
            c.add('packbits', a, **kw)
    c.add('packbits', mi, axis=1)
    c.add('packbits', mi, 0)
    b = np.array([[2, 7], [23, 255]], 'uint8')
    for kw in ({}, dict(axis=0), dict(axis=1, count=5), dict(count=-3), dict(bitorder='little'), dict(axis=1, count=20)):
        c.add('unpackbits', b, **kw)
    c.add('unpackbits', mi)
    c.write('shapes')


def sets():
    c = Cases()
    b = np.array([3, 5, 1, 3], 'int64')
    for a, z in ((ints, b), (v, np.array([4., 30, 4])), (mi, np.array([3, 7, 100], 'int32')), (np.array([NAN, 1]), np.array([NAN, 2])), (np.array([1, 2], 'int8'), np.array([2.5, 1]))):
        for name in ('isin', 'intersect1d', 'union1d', 'setdiff1d', 'setxor1d'):
            if name == 'setxor1d' and np.isnan(a).any() or name == 'intersect1d' and np.isnan(a).any():
                continue
            c.add(name, a, z)
    c.add('isin', ints, b, invert=True)
    c.add('in1d', mi, np.array([3, 7], 'int32'), f=lambda a, z: np.isin(a, z).ravel())
    c.add('intersect1d', ints, b, return_indices=True)
    c.add('setdiff1d', np.array([5., 1, 4, 1]), np.array([4.]), True)
    for name in ('unique_values', 'unique_counts', 'unique_inverse', 'unique_all'):
        c.add(name, ints, f=lambda a, name=name: (lambda q: list(q) if isinstance(q, tuple) else np.sort(q))(getattr(np, name)(a)))
    for idx, shape in ((np.array([0, 5, 11]), (3, 4)), (7, (2, 2, 3)), (np.array([[1], [2]]), (4,)), (12, (3, 4)), (-1, (3, 4))):
        c.add('unravel_index', idx, shape)
    c.add('unravel_index', np.array([0, 5, 11]), (3, 4), 'F')
    for args, kw in ((([np.array([0, 2]), np.array([1, 3])], (3, 4)), {}), (([np.array([0, 5]), np.array([1, -3])], (3, 4)), dict(mode='wrap')), (([np.array([0, 5]), np.array([1, -3])], (3, 4)), dict(mode='clip')),
                     (([np.array([0, 5]), np.array([1, 3])], (3, 4)), {}), (([1, 2], (3, 4)), dict(order='F')), (([np.array([0, 5]), np.array([1, 5])], (3, 4)), dict(mode=('clip', 'wrap')))):
        c.add('ravel_multi_index', *args, f=lambda i, *a, **k: np.ravel_multi_index(tuple(np.asarray(z) for z in i), *a, **k), **kw)
    edges = np.array([0., 1, 2.5, 4])
    at = np.array([-1., 0, 0.5, 1, 2.5, 4, 5])
    for e in (edges, edges[::-1].copy()):
        for right in (False, True):
            c.add('digitize', at, e, right)
    c.add('digitize', at, np.array([0., 2, 1]))
    c.add('digitize', 1.5, edges)
    c.add('lexsort', [np.array([1, 2, 1, 3]), np.array([2., 1, 2, 1])])
    c.add('lexsort', m)
    c.add('lexsort', [np.array([[3, 1], [2, 2]]), np.array([[1, 1], [NAN, 0]])], axis=0)
    for name in ('nancumsum', 'nancumprod', 'cummax', 'cummin'):
        f = {'cummax': np.maximum.accumulate, 'cummin': np.minimum.accumulate}.get(name)
        for axis in (0, 1):
            c.add(name, holes, axis, f=f)
        c.add(name, holes, f=(lambda a, f=f: f(a.ravel())) if f else None)
        c.add(name, mi, 1, f=f)
    for name in ('nanargmax', 'nanargmin'):
        c.add(name, holes)
        c.add(name, holes, 0)
        c.add(name, holes, 1)
        c.add(name, mi, 1)
    for axis in (None, 0, 1):
        c.add('nanmedian', holes, axis)
        for q in (25, (0, 30, 100)):
            c.add('nanpercentile', holes, q, axis, tol=1e-15)
    c.add('nanmedian', holes, 1, keepdims=True)
    for method in ('linear', 'lower', 'higher', 'nearest', 'midpoint'):
        c.add('nanquantile', holes, 0.3, axis=0, method=method, tol=1e-15)
    c.add('nanquantile', holes, 1.5)
    c.add('nanquantile', x3, (0.1, 0.5), axis=(0, 2), keepdims=True, tol=1e-15)
    for name in ('cumulative_sum', 'cumulative_prod'):
        c.add(name, v)
        c.add(name, mi, axis=1, include_initial=True)
        c.add(name, mi)
        c.add(name, ints, dtype='float32')
    x, y = np.array([0.1, 0.4, 0.4, 0.9, 1.0]), np.array([1., 2, 2.5, 3, 1])
    c.add('histogram2d', x, y)
    c.add('histogram2d', x, y, 3)
    c.add('histogram2d', x, y, (2, 4), ((0, 1), (0, 4)))
    c.add('histogram2d', x, y, [np.array([0., 0.5, 1]), 2], density=True, tol=1e-15)
    c.add('histogram2d', x, y, 2, weights=np.arange(5.))
    c.add('histogramdd', np.stack([x, y, x], 1), (2, 2, 3))
    c.add('histogram_bin_edges', x, 4, tol=1e-15)
    c.add('histogram_bin_edges', x, 4, (0., 2.))
    c.write('sets')


def elementwise():
    c = Cases()
    s = np.array([-2.5, -1, -0., 0, 0.25, 1, 3, np.inf, -np.inf, NAN])
    k = np.array([-7, -1, 0, 3, 8], 'int32')
    T = 1e-15
    c.add('divmod', s, 2.)
    c.add('divmod', k, 3)
    c.add('modf', s)
    c.add('modf', k)
    c.add('modf', f32)
    for name in ('logaddexp', 'logaddexp2'):
        c.add(name, s, 1., tol=T)
        c.add(name, np.array([1000., -1000, np.inf, -np.inf, 0]), np.array([1000., -1001, np.inf, -np.inf, -np.inf]), tol=1e-13)
        c.add(name, f32, f32[::-1].copy(), tol=1e-6)
    c.add('heaviside', s, 0.5)
    c.add('heaviside', k, 1)
    c.add('sinc', s[:7], tol=T)
    c.add('float_power', k, -1)
    c.add('float_power', np.abs(k), 0.5, tol=1e-15)
    for name in ('real', 'imag', 'conj', 'isreal', 'iscomplex', 'iscomplexobj', 'isrealobj', 'isposinf', 'isneginf', 'real_if_close'):
        c.add(name, s)
    c.add('angle', s, tol=T)
    c.add('angle', s, True, tol=T)
    for a, b in ((k, np.array([6, 2, 5, 0, 12], 'int32')), (np.array([2**40, 12], 'int64'), np.array([2**35, 18], 'int64')), (np.array([200, 6], 'uint8'), np.array([15, 4], 'uint8'))):
        c.add('gcd', a, b)
        c.add('lcm', a, b)
    c.add('gcd', s, 2)
    c.add('bitwise_count', k)
    c.add('bitwise_count', np.array([2**63 - 1, -1], 'int64'))
    for a in (s, f32):
        c.add('nextafter', a, np.array(0., a.dtype))
        c.add('nextafter', a, np.array(np.inf, a.dtype))
        c.add('spacing', a)
        c.add('frexp', a)
    c.add('nextafter', np.array([1e308 * 1.7976931348623157, 5e-324]), np.array([np.inf, 0.]))
    c.add('frexp', np.array([1e-310, 5e-324, 1e308, 1024.]))
    c.add('ldexp', s, 3)
    c.add('ldexp', np.array([1., 1.5, 1e-300]), np.array([1023, -1074, 2000]))
    c.write('elementwise')


def products():
    c = Cases()
    a, b = rng.random((3, 4)).round(2), rng.random((4, 5)).round(2)
    q, w = rng.random((2, 3, 4)).round(2), rng.random((2, 4, 3)).round(2)
    sq = rng.random((3, 3)).round(2)
    T = 1e-14
    for args in [('ij,jk->ik', a, b), ('ij,jk', a, b), ('ij->ji', a), ('ii', sq), ('ii->i', sq), ('ij->', a), ('ij->j', a), ('ji', a), ('i,j->ij', v, u), ('i,i', v, v), ('bij,bjk->bik', q, w), ('...ij,...jk->...ik', q, w), ('...ij,...jk', q, w),
                 ('ij,j', a, a[0]), ('ijk->kji', q), ('...j->j...', q), ('ij,jk,kl->il', a, b, rng.random((5, 2)).round(2)), ('ab,ab->ab', a, a), ('bij,jk->bik', q, b), ('ij,ij', a, a), ('iij->j', rng.random((3, 3, 2)).round(2)), ('i...->...', q), ('i,->i', v, 2.),
                 ('...,...', q, 2.), ('bij,bij->b', q, q), ('ij,kj->ik', mi, mi), ('ij,jk->i', a, b), ('i,i->i', f32, f32), ('ij , jk -> ik', a, b)]:
        c.add('einsum', *args, tol=T)
    for args in [('ij,jk', a), ('ij->ijk', a), ('ij->kk', a), ('ijk->i', a), ('ij,jk->ik', a, a), ('i!', v), ('ij->ii', sq)]:
        c.add('einsum', *args)
    p, z = np.array([1., -6, 11, -6]), np.array([2., 1])
    c.add('polyval', p, s := np.array([0., 1, 2.5]), tol=T)
    c.add('polyval', p, m, tol=T)
    for name in ('polyadd', 'polysub', 'polymul', 'polydiv'):
        c.add(name, p, z, tol=T)
        c.add(name, z, p, tol=T)
    c.add('polyder', p)
    c.add('polyder', p, 2)
    c.add('polyder', z, 3)
    c.add('polyint', p, tol=T)
    c.add('polyint', p, 2, [3., 4], tol=T)
    c.add('roots', p, tol=1e-12)
    c.add('roots', np.array([0., 0, 1, -3, 2, 0]), tol=1e-12)
    c.add('poly', np.array([1., 2, 3]), tol=1e-14)
    c.add('poly', np.array([[2., 1], [1, 2]]), tol=1e-13)
    x = np.arange(6.)
    y = np.array([1., 3, 2, 5, 7, 8])
    c.add('polyfit', x, y, 2, tol=1e-11)
    c.add('polyfit', x, np.stack([y, y * y], 1), 1, tol=1e-11)
    c.add('polyfit', x, y, 1, full=True, tol=1e-11)
    c.add('polyfit', x, y, 1, cov=True, tol=1e-11)
    c.add('polyfit', x, y, 1, w=np.arange(1., 7), cov='unscaled', tol=1e-11)
    P = 'polynomial.polynomial.'
    g = lambda name, *args, tol=T, **kw: c.add(P + name, *args, tol=tol, f=getattr(np.polynomial.polynomial, name), **kw)
    for name in ('polyadd', 'polysub', 'polymul', 'polydiv'):
        g(name, p, z)
    g('polyval', s, p)
    g('polymulx', p)
    g('polypow', z, 3)
    g('polyder', p, 2)
    g('polyint', p, 2, [1., 2])
    g('polyroots', np.array([-6., 11, -6, 1]), tol=1e-12)
    g('polyfromroots', np.array([1., 2, 3]))
    g('polyvander', s, 3)
    c.add(P + 'polyline', 1., 2., f=lambda a, b: np.polynomial.polynomial.polyline(a, b).astype(float))
    g('polytrim', np.array([1., 2, 1e-9, 0]), 1e-8)
    g('polyfit', x, y, 2, tol=1e-11)
    c.write('products')


calculus()
shapes()
sets()
elementwise()
products()
