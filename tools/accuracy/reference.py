#!/usr/bin/python3
"""Correctly rounded references: reference.py FUNCTION ARGUMENTS RESULTS.

ARGUMENTS is a file of little-endian doubles (pairs for functions of two arguments), RESULTS receives for each
point the nearest double and how much is left, in units of that double's last place. Computed by MPFR with 160 bits (Debian: python3-gmpy2).
"""
import array
import math
import sys

import gmpy2
from gmpy2 import mpfr

TWO = {"atan2": gmpy2.atan2, "pow": lambda x, y: x**y, "hypot": gmpy2.hypot}
gmpy2.set_context(gmpy2.context(precision=160, emax=1 << 40, emin=-(1 << 40)))


def main(name, source, target):
    values = array.array("d")
    with open(source, "rb") as file:
        values.frombytes(file.read())
    out = array.array("d")
    put = out.append
    arity = 2 if name in TWO else 1
    f = TWO[name] if arity == 2 else getattr(gmpy2, name)
    for i in range(0, len(values), arity):
        r = f(mpfr(values[i])) if arity == 1 else f(mpfr(values[i]), mpfr(values[i + 1]))
        high = float(r)
        put(high)
        put(float((r - high) / math.ulp(high)) if high - high == 0 else 0.0)
    with open(target, "wb") as file:
        out.tofile(file)


main(*sys.argv[1:])
