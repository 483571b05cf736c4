"""Writes numpy-names-integers.json: integers of 64 bits where doubles cannot hold them, alone, with one another, and with other dtypes.

`python3 tools/numpy-names/integers.py` (NumPy 2.4) writes it.
"""
import warnings

import numpy as np

from cases import Cases

warnings.simplefilter('ignore')
np.seterr(all='ignore')

S = np.array([0, 1, -1, 3, 2**53 - 1, 2**53, 2**53 + 1, -2**53 - 1, -2**53, 2**62 + 1, 2**63 - 1, -2**63, -2**63 + 1, 2**63 - 512], 'int64')
U = np.array([0, 1, 2, 3, 2**53 - 1, 2**53, 2**53 + 1, 2**53 + 3, 2**62 + 1, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1, 2**64 - 1024], 'uint64')
D = np.array([0, 1.5, -1, 2.**53, 2.**53 + 2, -2.**53, 2.**62, 2.**63, -2.**63, 2.**64, np.nan, np.inf, 2.**63 - 1024, 0.5], 'float64')
NARROW = [np.array([0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1], dtype) for dtype in ('bool', 'int8', 'uint32', 'float32')]
# Whole numbers by themselves: JavaScript's numbers where they are exact, bigints beyond.
NUMBERS = [-1, 2**53 + 1, -2**53 - 1, 2**63 - 1, 2**63, -2**63, 2**64 - 1, 2**64]
FEW = [0, 2, 6, 7, 10, 11]

ARITHMETIC = ['add', 'subtract', 'multiply', 'floor_divide', 'remainder', 'divide', 'minimum', 'maximum', 'fmin', 'fmax', 'fmod']
COMPARISON = ['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal']
BITS = ['bitwise_and', 'bitwise_or', 'bitwise_xor', 'left_shift', 'right_shift']
ONE = ['negative', 'absolute', 'sign', 'square', 'invert', 'sqrt', 'floor', 'rint', 'isfinite', 'signbit', 'logical_not', 'positive', 'reciprocal',
       'bitwise_count', 'trunc', 'fabs', 'conjugate']

c = Cases()
T = 1e-15


def two(name, x, y):
    if name in BITS and ('f' in (x.dtype.kind, y.dtype.kind)):
        return
    c.add(name, x, y, tol=T if name in ('remainder', 'fmod', 'floor_divide', 'divide') and 'f' in np.result_type(x, y).kind else 0)


for name in ARITHMETIC + COMPARISON + BITS:
    for x, y in ((S, S[::-1].copy()), (U, U[::-1].copy()), (S, U), (U, S), (S, D), (D, U), (U, D[::-1].copy()), (S, np.roll(S, 3)), (U, np.roll(U, 5))):
        two(name, x, y)
    for narrow in NARROW:
        two(name, S, narrow)
        two(name, narrow, U)
    for n in NUMBERS if name not in ('left_shift', 'right_shift') else [1, 63]:
        for x in (S[FEW], U[FEW]):
            c.add(name, x, n)
            if name in ('subtract', 'floor_divide', 'remainder', 'divide', 'less', 'greater_equal'):
                c.add(name, n, x)
for name in ONE:
    # 1 / 0 is 0 here for integers of every width; in NumPy that is the machine's choice.
    for x in (S[1:], U) if name == 'reciprocal' else (S, U):
        c.add(name, x, tol=T if name == 'sqrt' else 0)
for base in (S, U):
    for e in (0, 1, 2, 3, 63, 64):
        c.add('power', base, np.full(base.shape, e, base.dtype))
    c.add('power', base, 2)
    c.add('power', base, 0.5, tol=T)

for x in (S, U):
    for name in ('sum', 'prod', 'min', 'max', 'mean', 'argmin', 'argmax', 'cumsum', 'cumprod', 'sort', 'argsort', 'unique', 'nonzero', 'count_nonzero',
                 'median', 'var', 'ptp', 'nansum', 'nanmax', 'flip', 'any', 'all', 'ediff1d', 'diff'):
        kw = {'kind': 'stable'} if name == 'argsort' else {}
        c.add(name, x, tol=1e-14 if name in ('mean', 'median', 'var') else 0, **kw)
    for dtype in ('bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64'):
        c.add('astype', x, dtype, f=lambda a, d: a.astype(d))
        c.add('sum', x, dtype=dtype, tol=1e-6 if dtype == 'float32' else 1e-14)
    for name in ('sum', 'prod', 'max', 'cumsum'):
        c.add(name, x.reshape(2, 7), axis=0)
        c.add(name, x.reshape(2, 7), axis=1)
    c.add('where', x > 3, x, x[::-1].copy())
    c.add('where', x > 3, x, 2**53 + 1)
    c.add('clip', x, 1, 2**53 + 1)
    c.add('clip', x, 1, 2**62)
    c.add('searchsorted', np.sort(x), x)
    c.add('searchsorted', np.sort(x), x, 'right')
    c.add('isin', x, x[4:8])
    c.add('intersect1d', x, x[4:8])
    c.add('array_equal', x, x.astype('float64'))
    c.add('concatenate', [x, x[::-1]])
    c.add('concatenate', [x, D])
    c.add('full', [2], int(x[-1]), dtype=x.dtype.name)
    c.add('full_like', x[:2], int(x[6]))
    c.add('take', x, np.array([6, 7, 10]))
    c.add('repeat', x[5:8], 2)
    c.add('dot', x, x)
    c.add('matmul', x.reshape(2, 7), x.reshape(7, 2))
    c.add('outer', x[4:7], x[4:7])
    c.add('gcd', x[4:10], np.array(6, x.dtype))
    c.add('tile', x[5:8], 2)
    c.add('bitwise_and.reduce', x)
    c.add('add.reduce', x)
    c.add('maximum.accumulate', x)
    c.add('multiply.outer', x[4:7], x[9:12])
    c.add('array_str', x[5:8])
    c.add('array_repr', x[5:8], f=lambda a: repr(a))
c.add('concatenate', [S, U])
c.add('where', S > 0, S, U)
c.add('searchsorted', np.sort(S), U)
c.add('array_equal', S[4:7], U[4:7])
c.add('isin', U, S[4:8])
# What doubles beyond the range become is the machine's choice.
for dtype, values in (('int64', [0, -1.5, 2.**53 + 2, 2.**62, -2.**63, 2.**63 - 1024]), ('uint64', [0, 1.5, 2.**53 + 2, 2.**62, 2.**63, 2.**64 - 2048])):
    c.add('astype', np.array(values), dtype, f=lambda a, d: a.astype(d))
c.add('astype', np.array([0.5, 2.**40, -3], 'float32'), 'int64', f=lambda a, d: a.astype(d))
c.add('astype', S, 'uint64', f=lambda a, d: a.astype(d))
c.write('integers')
