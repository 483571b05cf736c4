import numpy as np
from cases import Cases, changed


def write():
    c = Cases()
    x = np.arange(24.).reshape(2, 3, 4)
    m = np.arange(12, dtype='int32').reshape(3, 4)
    v = np.arange(5.)
    i = np.array([2, 0, -1], 'int32')
    ij = np.array([[0, 1], [2, -1]], 'int64')
    get = lambda a, *index: a[index]
    S = slice
    for a, *index in [
        (v, i), (v, ij), (v, v > 1), (v, np.array([], 'int64')), (v, [0, 2]), (v, 5), (v, np.array([5])), (v, np.array([1.5])),
        (m, i), (m, i, S(1, 3)), (m, i, np.array([0, 4, 1])), (m, i, np.array([0, -5, 1])), (x, 0, S(None), np.array([4])), (m, S(None), i), (m, i, i), (m, ij, 1), (m, 1, ij), (m, m % 2 == 0), (m, np.array([True, False, True])),
        (m, np.array([True, False, True]), 2), (m, np.array([True, False, True]), S(None, None, 2)), (m, S(None), np.array([True, False, True, True])),
        (m, np.array([True, False])), (m, np.array([True, False, True]), np.array([0, 3])), (m, np.array([True, False, True]), np.array([0, 3, 1])),
        (m, None, i), (m, i, None), (m, ij, None, 1), (m, Ellipsis, i), (m, i, Ellipsis), (m, True), (m, False), (m, i, i, i),
        (x, i % 2), (x, S(None), i), (x, Ellipsis, i), (x, i % 2, S(None), i), (x, i % 2, i), (x, S(None), i, i), (x, 0, S(None), i), (x, S(None), 0, i),
        (x, ij % 2, ij), (x, ij % 2, S(None), ij), (x, x > 10), (x, x[:, :, 0] > 5), (x, S(None), x[0] > 5), (x, i % 2, None, i), (x, np.array([[0], [1]]), np.array([0, 2])),
        (x, np.array([True, False]), S(None), i), (x, S(None, None, -1), i, S(1, None)), (x, np.array(1), S(None), 2),
    ]:
        c.add('slice', a, *index, f=get)
    # Masks of no elements, for axes of any length.
    none = lambda *shape: np.zeros(shape, bool)
    for a, *index in [
        (v, none(0)), (m, none(0)), (m, none(0, 4)), (m, none(3, 0)), (m, none(0, 0)), (m, none(1, 0)), (m, none(0, 5)), (m, none(0, 0, 0)), (m[:0], none(0)),
        (m[:0], none(0, 4)), (m, none(0), 0), (m, none(0), np.array([1])), (m, none(0), np.array([0, 1])), (m, none(0), none(4)), (m, S(None), none(0)),
        (m, Ellipsis, none(0)), (m, None, none(0, 4)), (x, none(0, 3)), (x, S(None), none(0), S(None, None, -1)), (x, none(0), S(None), i), (v[:0], none(1)),
    ]:
        c.add('slice', a, *index, f=get)
    # Masks without axes: a new axis of one element or none, among other indices too.
    for a, *index in [
        (m, 0, True), (m, True, 0), (m, S(None), False), (m, True, True), (m, True, False), (m, Ellipsis, True), (m, None, True, S(None), 1), (m, True, i), (m, i, True),
        (m, i, True, i), (m, i, False, i), (m, i, np.array(True), S(None)), (m, S(None), True, i), (x, True, S(None), i), (x, i % 2, S(None), True, i), (x, 1, True, i),
        (x, True, x[0] > 5), (x, x > 5, True), (x, S(None), x[0] > 5, False), (x, 0, True, 0, 0), (x, 0, 0, 0, np.array(False)), (v[:0], True, i), (v[0], True, None), (v[0], True, False),
        (x, 0, 0, 0, 0, True), (m, ij, True),
    ]:
        c.add('slice', a, *index, f=get)
    c.write('indexing')

    c = Cases()
    ufunc = {'add': np.add, 'sub': np.subtract, 'mul': np.multiply, 'div': np.divide, 'min': np.minimum, 'max': np.maximum}

    def at(how):
        def run(a, index, value):
            a = a.copy()
            index = tuple(index)
            if how == 'set':
                a[index] = value
            else:
                ufunc[how].at(a, index, value)
            return a
        return run

    twice = np.array([1, 1, 0, 1], 'int64')
    for a, index, value in [
        (v, [i], 7.), (v, [twice], np.array([1., 2, 3, 4])), (v, [v > 2], -1.), (v, [v > 2], np.array([8., 9])), (v, [v > 2], np.array([8., 9, 10])), (v, [S(1, 3)], 5.),
        (v, [0], 100.), (v, [S(None, None, -1)], np.arange(5.)), (m, [i, i], 3), (m, [i], np.array([[1], [2], [3]], 'int32')), (m, [S(None), twice], 2),
        (m, [m % 3 == 0], 5), (m, [np.array([True, False, True])], np.array([1, 2, 3, 4], 'int32')), (m, [Ellipsis, 1], 9), (x, [i % 2, S(None), i], 2.),
        (np.array([250, 5, 7], 'uint8'), [np.array([0, 0, 2])], np.array([5, 6, 7], 'uint8')), (np.array([1, 2], 'int64'), [np.array([0, 0])], 3),
        (np.array([1., np.nan, 3]), [np.array([0, 1, 2])], np.array([np.nan, 1, 2])), (np.array([1, 2], 'float32'), [np.array([0, 0])], 0.75),
        (np.array([2**31 - 1, 70000], 'int32'), [np.array([0, 1])], np.array([3, 70000], 'int32')), (v, [np.array([9])], 1.),
        (v, [none(0)], 1.), (v, [none(0)], np.array([1.])), (v, [none(0)], np.zeros(0)), (v, [none(0)], np.ones(5)), (m, [none(0)], 1),
        (m, [none(0)], np.ones((3, 4), 'int32')), (m, [none(0, 4)], np.ones(4, 'int32')), (m, [none(0), 1], 5), (m, [none(2, 0)], 5), (m[:0], [none(0, 4)], 2),
        (m, [0, True], 5), (m, [S(None), False, i], 5), (m, [i, True, i], np.array([7, 8, 9], 'int32')), (m, [True, S(1)], np.array([[[1], [2], [3], [4]]], 'int32')), (x, [0, True, m[:, 0] > 3], 2.),
    ]:
        for how in ['set', 'add', 'sub', 'mul', 'div', 'min', 'max']:
            if how != 'div' or a.dtype.kind == 'f':  # NumPy truncates there; `a /= b` raises, and so do we.
                c.add('at.' + how, a, index, value, f=at(how))
    c.write('at')

    c = Cases()
    c.add('r_', '0:3', 7, np.array([1., 2]), f=lambda *a: np.r_[0:3., 7, [1., 2]])
    c.add('r_', '0:1:5j', f=lambda a: np.r_[0:1:5j])
    c.add('r_', '0,2', v, v, f=lambda *a: np.r_['0,2', v, v])
    c.add('r_', '-1,2', v, v, f=lambda *a: np.r_['-1,2', v, v])
    c.add('r_', '0,2,0', v, v, f=lambda *a: np.r_['0,2,0', v, v])
    c.add('r_', '0,3,1', v, v, f=lambda *a: np.r_['0,3,1', v, v])
    c.add('r_', '1', m, m, f=lambda *a: np.r_['1', m, m])
    c.add('c_', v, v, f=lambda *a: np.c_[v, v])
    c.add('c_', m, m, f=lambda *a: np.c_[m, m])
    c.add('c_', '0:5', v, f=lambda *a: np.c_[0:5., v])
    c.add('mgrid', '0:3', '1:2:4j', f=lambda *a: np.mgrid[0:3., 1:2:4j], tol=1e-15)
    c.add('mgrid', '0:5:2', f=lambda *a: np.mgrid[0:5.:2])
    c.add('ogrid', '0:3', '1:2:4j', f=lambda *a: np.ogrid[0:3., 1:2:4j], tol=1e-15)
    c.add('ix_', np.array([0, 2]), np.array([True, False, True]))
    c.add('ix_', m)
    for n in (1, 2, 3):
        for a in (3., v, m, x):
            c.add(f'atleast_{n}d', a)
    c.add('atleast_2d', v, m)
    k = np.array([0, 1, 2, 1])
    choices = [np.arange(4.), np.arange(4.) * 10, np.arange(4.) * 100]
    c.add('choose', k, choices)
    c.add('choose', k + 1, choices)
    c.add('choose', k + 1, choices, js=[k + 1, choices, {'mode': 'wrap'}], f=lambda *a: np.choose(*a, mode='wrap'))
    c.add('choose', k - 1, choices, js=[k - 1, choices, {'mode': 'clip'}], f=lambda *a: np.choose(*a, mode='clip'))
    c.add('choose', np.array([[0], [1]]), [v, -v])
    c.add('select', [v > 3, v > 1], [v, v * 10])
    c.add('select', [v > 3, v > 1], [v, v * 10], -1)
    c.add('select', [m > 3], [v[:4]], 5)
    c.add('piecewise', v, [v < 1, v > 3], [-1., 1.])
    c.add('piecewise', v, [v < 1, v > 3], [-1., 1., 7.])
    c.add('piecewise', v, [v < 1, v > 3], [-1.])
    c.add('take_along_axis', m, np.argsort(-m, 1), 1)
    c.add('take_along_axis', m, np.array([[0, 0, 2, 1]]), 0)
    c.add('take_along_axis', v, np.array([1, -1]), None)
    c.add('take_along_axis', v, np.array([[1, -1]]), 0)
    putmask, putalong = changed(np.putmask), changed(np.put_along_axis)
    c.add('putmask', v, v > 1, np.array([7., 8]), f=putmask)
    for a in (v, v[:1], m):
        for one in (np.array(7.), np.array([7.]), np.array([[7.]])):
            c.add('putmask', a, a > 1, one.astype(a.dtype), f=putmask)
    c.add('put_along_axis', m, np.array([[1], [0], [3]]), 99, 1, f=putalong)
    # partition orders what it does not place as it likes: only sorted input is alike.
    c.add('partition', v[::-1].copy(), 0)
    c.add('partition', v, 9)
    c.write('choosing')


write()
