"""Minimax polynomials by the Remez exchange, in multiple precision."""
from mpmath import mp, mpf, matrix, lu_solve, cos, pi


def remez(f, a, b, n, weight, rounds=12):
    """Coefficients c0..c(n-1) minimising max |weight(t) (f(t) - sum c_i t^i)| on [a, b], and that maximum."""
    a, b = mpf(a), mpf(b)
    mid, half = (a + b) / 2, (b - a) / 2
    grid = [mid - half * cos(pi * i / (24 * (n + 1))) for i in range(24 * (n + 1) + 1)]
    grid = [t if abs(t) > half / 10**6 else half / 10**6 for t in grid]  # functions and weights may vanish at 0
    fw = [(t, f(t), weight(t)) for t in grid]
    points = [24 * i for i in range(n + 1)]
    best = None
    for _ in range(rounds):
        rows = matrix(n + 1, n + 1)
        right = matrix(n + 1, 1)
        for row, p in enumerate(points):
            t, value, w = fw[p]
            s = (t - mid) / half
            for i in range(n):
                rows[row, i] = w * s**i
            rows[row, n] = (-1) ** row
            right[row] = w * value
        solution = lu_solve(rows, right)
        scaled = [solution[i] for i in range(n)]
        error = []
        for t, value, w in fw:
            s = (t - mid) / half
            error.append(w * (value - mp.polyval(scaled[::-1], s)))
        worst = max(abs(e) for e in error)
        if best is None or worst < best[0]:
            best = (worst, scaled)
        # the extremum of each run of equal sign
        extrema = []
        for i, e in enumerate(error):
            if extrema and (error[extrema[-1]] > 0) == (e > 0):
                if abs(e) > abs(error[extrema[-1]]):
                    extrema[-1] = i
            else:
                extrema.append(i)
        while len(extrema) > n + 1:
            extrema.pop(0 if abs(error[extrema[0]]) < abs(error[extrema[-1]]) else -1)
        if len(extrema) < n + 1 or extrema == points or worst < abs(solution[n]) * mpf("1.0005"):
            break
        points = extrema
    worst, scaled = best
    # from powers of (t - mid)/half to powers of t
    coefficients = [mpf(0)] * n
    for c in reversed(scaled):
        shifted = [mpf(0)] * n
        for i in range(n):
            shifted[i] -= coefficients[i] * mid / half
            if i + 1 < n:
                shifted[i + 1] += coefficients[i] / half
        shifted[0] += c
        coefficients = shifted
    return coefficients, worst


def fit(f, a, b, n, weight):
    """
    Like remez, with coefficients that are doubles. On intervals from 0 the low ones are rounded first and the rest
    fitted again (with 0 inside, what is left vanishes there and has no unique best fit).
    """
    fixed = []
    for i in range(min(n, 3) if a == 0 else 1):
        def rest(t, fixed=tuple(fixed), i=i):
            return (f(t) - sum(c * t**j for j, c in enumerate(fixed))) / t**i
        c, _ = remez(rest, a, b, n - i, lambda t, i=i: weight(t) * t**i)
        fixed.append(mpf(float(c[0])))
        tail = c
    coefficients = fixed + [mpf(float(c)) for c in tail[1:]]
    worst = mpf(0)
    for k in range(1001):
        t = a + (mpf(b) - a) * (k + mpf("0.5")) / 1001 if k < 1000 else b
        if t == 0:
            continue
        worst = max(worst, abs(weight(t) * (f(t) - mp.polyval(coefficients[::-1], t))))
    return [float(c) for c in coefficients], worst
