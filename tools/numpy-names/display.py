import numpy as np
from cases import Cases


def write():
    c = Cases()
    rng = np.random.default_rng(3)
    arrays = [
        np.array([1., 2, 3]), np.array([0.1, 1 / 3, 100]), np.array([1e300, 1]), np.array([1.5, np.nan, 1e-10, 0.1], 'float32'),
        np.array([-0., np.inf, -np.inf]), np.array([1, -20], 'int32'), np.eye(2), np.array([[True, False]]), np.array(5.), np.array(True), np.array(7, 'int8'),
        np.array([]), np.zeros((0, 3)), np.zeros((2, 0), 'int32'), np.arange(1001, dtype='uint8'), np.zeros((3, 400), 'float32'), np.arange(60.), np.arange(60, dtype='uint8'),
        rng.random((3, 4)), rng.random((2, 3, 4)) * 100, rng.standard_normal(5) * 1e-6, np.array([1e8, 1.]), np.array([99999999., 1.]), np.array([0.0001, 0.1]),
        np.array([0.00009, 0.1]), np.array([1e6], 'float32'), np.array([123456.7, 0.25], 'float32'), np.array([1e16, 1]), np.array([1e-5, 1e5, np.nan]), np.array([1000., 0.5]),
        np.array([1001., 1.]), np.array([1e-310, 2e-310]), np.array([0.1, 0.2], 'float32'), np.array([[1.5, np.nan], [np.inf, 2]]), np.array([-1.5, 2]), np.array([np.nan, 1.]), np.array([np.inf]),
        np.arange(12, dtype='int16').reshape(3, 4), np.arange(24.).reshape(2, 3, 4), np.arange(1008).reshape(7, 12, 12).astype('int16'), np.linspace(0, 1, 11), np.array([0.30000000000000004]),
        np.array([12345678.9, 0.1234567891234]), np.zeros((1, 1, 1)), np.ones((3, 30)), np.array([[1e10, 1], [2, 3]]), np.array([1e100]), np.array([0.5, 1.5, 2.5]),
    ]
    for a in arrays:
        for f in ('array_repr', 'array_str'):
            c.add(f, a)
    for a in [np.array([0.5, 1.5, 2.5, -0.123456789]), np.array([1e-9, 1.]), rng.random((2, 3)), np.array([1, -2, 300], 'int32'), np.array([np.nan, -np.inf, 3.25]), np.array([1e10, -2.5e-7]), np.array([0.1, 0.25], 'float32')]:
        for kw in [dict(precision=0), dict(precision=3), dict(suppress_small=True), dict(floatmode='fixed'), dict(floatmode='unique'), dict(floatmode='maxprec_equal'), dict(floatmode='fixed', precision=2),
                   dict(sign='+'), dict(sign=' '), dict(max_line_width=20), dict(threshold=2, edgeitems=1), dict(prefix='array('), dict(separator=',')]:
            c.add('array2string', a, **kw)
        c.add('array_repr', a, 40, 3, True)
    for x in [0., 1., 0.1, 1 / 3, 1e-7, 123456789.125, 2.5, -0.5, 1e22, 12.]:
        for kw in [{}, dict(precision=2), dict(precision=2, unique=False), dict(trim='-'), dict(trim='0'), dict(precision=3, trim='k', unique=False), dict(sign=True), dict(pad_left=6), dict(precision=0)]:
            if x < 1e20:
                c.add('format_float_positional', x, **kw)
            c.add('format_float_scientific', x, **kw)
        c.add('format_float_scientific', x, exp_digits=3)
    for args in [(5,), (-5,), (5, 8), (-5, 8), (0,), (-1, 1), (-8, 4), (255, 4)]:
        c.add('binary_repr', *args)
    for args in [(5,), (-255, 16), (0, 2, 3), (35, 36), (7, 3, 2), (0,)]:
        c.add('base_repr', *args)
    c.write('display')


write()
