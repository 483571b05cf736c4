#!/usr/bin/env python3
"""
NumPy's results: numpy_results.py FUNCTION ARGUMENTS RESULTS, files of little-endian doubles as in reference.py.
With DTYPE=float32 in the environment they are computed in float32.
"""
import os
import sys

import numpy as np

NAMES = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh",
         "atanh": "arctanh", "pow": "power"}
name, source, target = sys.argv[1:]
f = getattr(np, NAMES.get(name, name), None)
if f is None:
    sys.exit(0)
np.seterr(all="ignore")
args = np.fromfile(source).astype(os.environ.get("DTYPE", "float64"))
result = f(args) if f.nin == 1 else f(args[0::2].copy(), args[1::2].copy())
result.astype(np.float64).tofile(target)
