"""Writes tools/numpy-names/surface.json: NumPy's public names, by module. `tools/numpy-surface.mjs` says which of them are here."""
import json
import os
import warnings

import numpy as np
from numpy.lib import stride_tricks
from numpy.polynomial import Polynomial, polynomial

warnings.simplefilter('ignore')


def names(module, keep=lambda name, value: True):
    return [n for n in sorted(dir(module), key=str.lower) if not n.startswith('_') and keep(n, getattr(module, n))]


is_module = lambda value: type(value).__name__ == 'module'
surface = {
    'numpy': names(np),
    'ndarray': names(np.ndarray),
    'linalg': names(np.linalg, lambda n, v: not is_module(v)),
    'random': names(np.random, lambda n, v: not is_module(v)),
    'random.Generator': names(np.random.Generator),
    'lib.stride_tricks': sorted(n for n in stride_tricks.__all__) if hasattr(stride_tricks, '__all__') else names(stride_tricks, lambda n, v: not is_module(v)),
    'polynomial': [n for n in names(np.polynomial)],
    'polynomial.polynomial': list(polynomial.__all__),
    'polynomial.Polynomial': names(Polynomial),
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'surface.json'), 'w') as file:
    json.dump({'version': np.__version__, 'names': surface}, file, indent=1)
    file.write('\n')
