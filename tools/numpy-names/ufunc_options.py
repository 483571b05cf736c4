"""Writes numpy-names-ufunc-options.json: every elementwise function with each of the options that all of them have.

`python3 tools/numpy-names/ufunc_options.py` (NumPy 2.4) writes it.
"""
import warnings

import numpy as np

from cases import Cases

warnings.simplefilter('ignore')
np.seterr(all='ignore')

SHARE, ONES = np.array([-0.75, 0.5, 0.25]), np.array([1.5, 2, 7])
BITS = np.array([1, 2, 7], 'int32')
WHERE = np.array([True, False, True])
# Functions of other shapes, of texts, dates and complex numbers, and of two results.
LEFT = {'matmul', 'vecdot', 'matvec', 'vecmat', 'isnat', 'divmod', 'frexp', 'modf'}

c = Cases()
for name in dir(np):
    f = getattr(np, name)
    if not isinstance(f, np.ufunc) or name in LEFT or (f.__name__ != name and getattr(np, f.__name__, None) is f):
        continue
    floats = any('d' in t.split('->')[0] for t in f.types)
    x = (ONES if name in ('arccosh', 'acosh') else SHARE) if floats else BITS
    given = [x] if f.nin == 1 else [x, BITS if name == 'ldexp' else x[::-1].copy()]
    want = np.asarray(f(*given))
    zeros = lambda dtype=want.dtype: np.zeros(3, dtype)
    other = 'float64' if want.dtype == bool or not floats else 'int32'
    add = lambda **kw: c.add(name, *given, tol=1e-6, **kw)
    add(out=zeros())
    add(where=WHERE, out=zeros())
    add(out=zeros(other))
    add(out=zeros(other), casting='unsafe')
    add(out=zeros(), casting='no')
    narrow = want.astype('float32' if want.dtype.kind == 'f' else 'int8')
    if want.dtype != bool:
        add(dtype=narrow.dtype.name)
        add(dtype=narrow.dtype.name, casting='unsafe')
        add(dtype=narrow.dtype.name, casting='safe')
        add(dtype='bool')
    add(dtype='no such')
    add(casting='sometimes')
c.write('ufunc-options')
