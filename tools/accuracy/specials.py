#!/usr/bin/env python3
"""Writes packages/ir/test/fixtures/specials.json: NumPy's results on special arguments (Python's for erf and erfc)."""
import json
import math
import pathlib

import numpy as np

np.seterr(all="ignore")
TINY = [5e-324, 1e-310, 2.2250738585072014e-308]
HUGE = [1e300, 1.7976931348623157e308]
ONE = [0.0, 1.0, 0.5, 2.0, 1.5, 3.0, math.inf, 1e-20, 0.9999999999999999, 1.0000000000000002, 709.78271289338397,
       710.5, 745.2, 1074.0, 1075.0, 1023.0, 1024.0, 27.3, 6.0, 22.0, 2.0**53, 2.0**60, *TINY, *HUGE]
ARGUMENTS = [s * x for x in ONE for s in (1.0, -1.0)] + [math.nan]
TWO = [0.0, 1.0, 0.5, 2.0, 3.0, 2.5, math.inf, 2.0**53, 2.0**53 - 1, *TINY, *HUGE]
PAIRS = [s * x for x in TWO for s in (1.0, -1.0)] + [math.nan]
NAMES = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh",
         "atanh": "arctanh", "pow": "power"}
FUNCTIONS = "exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc cbrt".split()


def text(x):
    x = float(x)
    return repr(x).replace("inf", "Infinity").replace("nan", "NaN")


table = {"numpy": np.__version__, "arguments": [text(x) for x in ARGUMENTS], "pairs": [text(x) for x in PAIRS], "results": {}}
for name in FUNCTIONS:
    f = getattr(math, name) if name in ("erf", "erfc") else getattr(np, NAMES.get(name, name))
    table["results"][name] = [text(f(np.float64(x))) for x in ARGUMENTS]
for name in ("atan2", "pow", "hypot"):
    f = getattr(np, NAMES.get(name, name))
    # As arrays: for a single exponent 0.5 np.power takes another way, the square root.
    pairs = np.array([(x, y) for x in PAIRS for y in PAIRS])
    table["results"][name] = [text(r) for r in f(pairs[:, 0].copy(), pairs[:, 1].copy())]
target = pathlib.Path(__file__).parents[2] / "packages/ir/test/fixtures/specials.json"
target.write_text(json.dumps(table, separators=(",", ":")) + "\n")
