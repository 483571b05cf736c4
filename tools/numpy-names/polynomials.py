"""Cases for the families of orthogonal polynomials: functions and classes."""
import warnings

import numpy as np
from cases import Cases
from numpy.polynomial import Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial, chebyshev, hermite, hermite_e, laguerre, legendre

warnings.simplefilter('ignore')

c = Cases()
T = 1e-9
a, b = np.array([1., 2, 3, -1]), np.array([4., 5, 2])
x = np.array([[0., 0.25], [-0.5, 0.9]])
t = np.array([0., 1, 2, 3, 4])
y = np.array([1., 2, 5, 11, 30])
MODULES = {'chebyshev': ('cheb', chebyshev), 'legendre': ('leg', legendre), 'laguerre': ('lag', laguerre), 'hermite': ('herm', hermite),
           'hermite_e': ('herme', hermite_e)}
for module, (p, space) in MODULES.items():
    def add(name, *args, **kw):
        c.add(f'polynomial.{module}.{name}', *args, tol=T, f=getattr(space, name), **kw)
    for one in (a, b, np.array([7.]), np.array([0.])):
        add(p + 'val', x, one)
        add(p + 'mulx', one)
        add(p + 'der', one)
        add(p + 'int', one)
        add(p + '2poly', one)
        add('poly2' + p, one)
    for name in ('add', 'sub', 'mul', 'div'):
        for args in ((a, b), (b, a), (a, np.array([2.])), (a, a)):
            add(p + name, *args)
    add(p + 'div', a, np.array([0.]))
    add(p + 'pow', b, 3)
    add(p + 'pow', b, -1)
    add(p + 'der', a, m=2, scl=3.)
    add(p + 'der', a, m=9)
    add(p + 'int', a, m=2, k=[1., 2.], lbnd=0.5, scl=2.)
    add(p + 'int', a, m=1, k=3.)
    add(p + 'roots', getattr(space, p + 'fromroots')([-0.5, 0.25, 1.5]))
    add(p + 'roots', np.array([1.]))
    add(p + 'fromroots', np.array([-0.5, 0.25, 1.5]))
    add(p + 'vander', t, 3)
    add(p + 'fit', t, y, 2)
    add(p + 'fit', t, y, 2, rcond=1e-12, w=np.array([1., 2, 1, 1, 2]))
    add(p + 'fit', t, y, 2, full=True)
    add(p + 'line', 2., 3.)
    add(p + 'line', 2., 0.)
    add(p + 'trim', np.array([1., 2, 0.01, 0]), 0.1)
    add(p + 'weight', np.array([0., 0.25, 0.5]))
    for deg in (1, 2, 5):
        add(p + 'gauss', deg)
    add(p + 'gauss', 0)
    for name in ('zero', 'one', 'x', 'domain'):
        c.add(f'polynomial.{module}.{p}{name}', f=lambda v=getattr(space, p + name): [float(e) for e in v])
for kind in (Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE):
    def add(method, *args, f, **kw):
        c.add(f'{kind.__name__}.{method}', *args, tol=1e-8, f=f, **kw)
    domain = [0., 2.]
    make = lambda coef: kind(coef, domain=domain)
    add('call', a, x, f=lambda k, v: make(k)(v))
    add('add', a, b, f=lambda k, l: (make(k) + make(l)).coef)
    add('sub', a, b, f=lambda k, l: (make(k) - make(l)).coef)
    add('mul', a, b, f=lambda k, l: (make(k) * make(l)).coef)
    add('divmod', a, b, f=lambda k, l: [r.coef for r in divmod(make(k), make(l))])
    add('pow', b, 2, f=lambda k, n: (make(k) ** n).coef)
    add('deriv', a, 2, f=lambda k, m: make(k).deriv(m).coef)
    add('integ', a, 2, [1., 2.], 0.5, f=lambda k, m, c, lbnd: make(k).integ(m, c, lbnd).coef)
    add('truncate', a, 2, f=lambda k, n: make(k).truncate(n).coef)
    add('cutdeg', a, 2, f=lambda k, n: make(k).cutdeg(n).coef)
    add('convert', a, f=lambda k: make(k).convert().coef)
    add('linspace', a, 4, f=lambda k, n: list(make(k).linspace(n)))
    add('fit', t, y, 2, f=lambda p, q, d: kind.fit(p, q, d).coef)
    add('fit', t, y, 2, f=lambda p, q, d, **kw: kind.fit(p, q, d, **kw).coef, domain=[0., 10.], window=[0., 1.], w=np.ones(5))
    add('fromroots', np.array([0.5, 1.5]), f=lambda r, domain: kind.fromroots(r, domain=domain).coef, domain=domain)
    add('identity', f=lambda domain: kind.identity(domain=domain).coef, domain=domain)
    add('basis', 3, f=lambda n: kind.basis(n).coef)
    real = kind.fromroots([0.5, 1.5], domain=domain).coef
    add('roots', real, f=lambda k: make(k).roots())
    add('mapparms', a, f=lambda k: [float(e) for e in make(k).mapparms()])
    add('degree', a, f=lambda k: make(k).degree())
    add('neg', a, f=lambda k: (-make(k)).coef)
    add('copy', a, f=lambda k: make(k).copy().coef)
    add('trim', np.array([1., 2, 0.01, 0]), 0.1, f=lambda k, tol: make(k).trim(tol).coef)
    for question in ('has_samecoef', 'has_samedomain', 'has_samewindow', 'has_sametype'):
        for l in (a, b):
            add(question, a, l, f=lambda k, l, question=question: getattr(make(k), question)(make(l)))
    for other in (Polynomial, Legendre):
        add('cast ' + other.__name__, a, f=lambda k: kind.cast(other(k)).coef)
from numpy.polynomial import polynomial
for name, args in (('polyvalfromroots', (x, a)), ('polycompanion', (a,)), ('polycompanion', (a[:1],)), ('polyint', (a, 2, [1., 2.], 0.5, 2.))):
    c.add('polynomial.polynomial.' + name, *args, tol=T, f=getattr(polynomial, name))
c.write('polynomials')
