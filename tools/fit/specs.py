"""What is fitted: for every polynomial its function, interval, number of coefficients (wide, narrow) and error weight."""
from mpmath import mp, mpf, exp, log, sin, cos, asin, atan, sinh, cosh, coth, erf, erfc, sqrt, pi

mp.prec = 420
LN2 = log(mpf(2))
SQRT2 = sqrt(mpf(2))
S_MAX = ((SQRT2 - 1) / (SQRT2 + 1)) ** 2
POW_S = (sqrt(mpf(1.5)) - 1) / (sqrt(mpf(1.5)) + 1)
ERFC_K = mpf(2.5)
one = lambda t: mpf(1)


def atanh_over(s):
    return (log((1 + s) / (1 - s)) / 2) / s


def of_square(g):
    """A function of z = r^2."""
    return lambda z: g(sqrt(abs(z)))


def erfc_core(t):
    x = ERFC_K * (1 + t) / (1 - t)
    return exp(x * x) * erfc(x) * (1 + 2 * x)


def erfc_t(x):
    return (mpf(x) - ERFC_K) / (mpf(x) + ERFC_K)


def exp2_coth(r):
    return r * coth(r * LN2 / 2) if r != 0 else 2 / LN2


# name: (meaning, function, from, to, wide, narrow, weight = factor from the polynomial's error to the relative error)
POLYNOMIALS = {
    "cothTail": ("(r coth r - 1) / r^2 in z = r^2, |r| <= ln(2)/4", of_square(lambda r: (r * coth(r) - 1) / r**2), mpf(0), (LN2 / 4 * mpf("1.001")) ** 2, 5, 3, lambda z: z),
    "exp2Coth": ("r coth(r ln(2)/2) in z = r^2, |r| <= 1/2; float32 results only: the longer where they are relative to r", of_square(exp2_coth), mpf(0), mpf(0.25) * mpf("1.001"), 4, 3, lambda z: 2 * sqrt(abs(z)) / (exp2_coth(sqrt(abs(z))) ** 2 - z)),
    "exp2Tail": ("(2^r - 1 - r ln 2) / r^2 for |r| <= 1/2", lambda r: (exp(r * LN2) - 1 - r * LN2) / r**2, mpf(-0.5), mpf(0.5), 10, 6, lambda r: r**2),
    "sinhTail": ("(sinh r - r) / r^3 in z = r^2, |r| <= ln(2)/2", of_square(lambda r: (sinh(r) - r) / r**3), mpf(0), (LN2 / 2 * mpf("1.001")) ** 2, 5, 3, lambda z: z),
    "coshTail": ("(cosh r - 1 - r^2/2) / r^4 in z = r^2, |r| <= ln(2)/2", of_square(lambda r: (cosh(r) - 1 - r**2 / 2) / r**4), mpf(0), (LN2 / 2 * mpf("1.001")) ** 2, 4, 2, lambda z: z**2),
    "logTail": ("(log((1+s)/(1-s)) / s - 2) / s^2 in z = s^2, |s| <= (sqrt 2 - 1)/(sqrt 2 + 1)", of_square(lambda s: (2 * atanh_over(s) - 2) / s**2), mpf(0), S_MAX * mpf("1.001"), 7, 4, lambda z: z / 2),
    "log2Tail": ("the same", of_square(lambda s: (2 * atanh_over(s) - 2) / s**2), mpf(0), S_MAX * mpf("1.001"), 5, 5, lambda z: z / 2),
    "powTail": ("(3 atanh(s)/s - 3 - s^2) / s^4 in z = s^2, |s| <= (sqrt 1.5 - 1)/(sqrt 1.5 + 1)", of_square(lambda s: (3 * atanh_over(s) - 3 - s**2) / s**4), mpf(0), POW_S**2 * mpf("1.001"), 6, 4, lambda z: z**2 / 3),
    "sinTail": ("(sin r - r) / r^3 in z = r^2, |r| <= pi/4", of_square(lambda r: (sin(r) - r) / r**3), mpf(0), (pi / 4) ** 2 * mpf("1.001"), 6, 4, lambda z: z),
    "cosTail": ("(cos r - 1 + r^2/2) / r^4 in z = r^2, |r| <= pi/4", of_square(lambda r: (cos(r) - 1 + r**2 / 2) / r**4), mpf(0), (pi / 4) ** 2 * mpf("1.001"), 6, 3, lambda z: z**2),
    "asinTail": ("(asin x - x) / x^3 in z = x^2, |x| <= 1/2", of_square(lambda x: (asin(x) - x) / x**3), mpf(0), mpf(0.25), 13, 7, lambda z: z),
    "atanTail": ("(atan x - x) / x^3 in z = x^2, |x| <= 9/16", of_square(lambda x: (atan(x) - x) / x**3), mpf(0), mpf(81) / 256, 13, 7, lambda z: z),
    "erfTail": ("erf(x)/x - 1 in z = x^2, |x| <= 27/32", of_square(lambda x: erf(x) / x - 1), mpf(0), mpf(27 * 27) / 1024, 11, 7, one),
    "logErfc": ("-log(erfc(1 + u)), 27/32 <= 1 + u <= 6", lambda u: -log(erfc(1 + u)), mpf(-5) / 32, mpf("4.95"), 19, 10, lambda u: erfc(1 + u)),
    "erfcCore": ("exp(x^2) erfc(x) (1 + 2x) in t = (x - 5/2)/(x + 5/2), 1/2 <= x <= 28", erfc_core, erfc_t(0.5), erfc_t(28), 22, 13, one),
    "cbrtStart": ("cbrt m for 1 <= m <= 2", lambda m: m ** (mpf(1) / 3), mpf(1), mpf(2), 6, 6, one),
}

# name: (meaning, value, bits of the parts; the last part is a full double)
CONSTANTS = {
    "ln2": ("ln 2", LN2, [42]),
    "ln2double": ("ln 2", LN2, [53]),
    "log2e": ("log2 e", 1 / LN2, [32]),
    "log10e": ("log10 e", 1 / log(mpf(10)), [32]),
    "log10of2": ("log10 2", LN2 / log(mpf(10)), [42]),
    "pow2over3ln2": ("2/(3 ln 2)", 2 / (3 * LN2), [21]),
    "log2of1p5": ("log2 1.5", log(mpf(1.5)) / LN2, [21]),
    "ln2short": ("ln 2", LN2, [21]),
    "piOver2": ("pi/2", pi / 2, [33, 33, 33]),
    "piOver4": ("pi/4", pi / 4, [53]),
    "twoOverPi": ("2/pi", 2 / pi, []),
    "cbrt2": ("cbrt 2", mpf(2) ** (mpf(1) / 3), []),
    "cbrt4": ("cbrt 4", mpf(4) ** (mpf(1) / 3), []),
}

# The first 1216 bits of 2/pi.
TWO_OVER_PI_WORDS = 19


def two_over_pi_words():
    """2/pi times 2^1216, rounded down, in 64-bit words, least significant first."""
    with mp.workprec(1400):
        whole = int(mp.floor(2 / pi * mpf(2) ** (64 * TWO_OVER_PI_WORDS)))
    return [(whole >> (64 * i)) & (2**64 - 1) for i in range(TWO_OVER_PI_WORDS)]
