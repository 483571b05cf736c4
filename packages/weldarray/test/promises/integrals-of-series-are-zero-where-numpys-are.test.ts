import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * The integral of a series is a constant (0) at `lbnd`, a value of its variable. Without `lbnd` it is so where the variable is mapped to
 * 0, which is the middle of a fit's domain: expected numbers are NumPy's.
 */

test('without a bound where the variable is mapped to 0, with one there', () => {
  const p = new np.polynomial.Polynomial([1, 2, 3], [0, 10])
  expect(p.integ().coef.tolist()).toEqual([0, 5, 5, 5])
  expect(p.integ({ lbnd: null }).coef.tolist()).toEqual([0, 5, 5, 5])
  expect(p.integ({ lbnd: 0 }).coef.tolist()).toEqual([5, 5, 5, 5])
  expect(p.integ(1, [2], 10).coef.tolist()).toEqual([-13, 5, 5, 5])
  expect(p.integ(2, { k: [1, 2] }).coef.tolist()).toEqual([2, 5, 12.5, 25 / 3, 6.25])
  const c = new np.polynomial.Chebyshev([1, 2, 3], [0, 4])
  expect(c.integ().coef.tolist()).toEqual([1, -1, 1, 1])
  expect(c.integ({ lbnd: 0 }).coef.tolist()).toEqual([-1, -1, 1, 1])
})

test('methods of series take names alone', () => {
  const { Polynomial, Chebyshev } = np.polynomial
  const p = new Polynomial([1, 2, 3])
  expect(p.deriv({ m: 2 }).coef.tolist()).toEqual([6])
  expect(p.cutdeg({ deg: 1 }).coef.tolist()).toEqual([1, 2])
  expect(p.truncate({ size: 1 }).coef.tolist()).toEqual([1])
  expect(p.trim({ tol: 3 }).coef.tolist()).toEqual([0])
  expect(p.pow({ n: 2 }).coef.tolist()).toEqual([1, 4, 10, 12, 9])
  expect(p.linspace({ n: 2, domain: [0, 1] }).map((x) => x.tolist())).toEqual([
    [0, 1],
    [1, 6],
  ])
  expect(p.linspace(2, { domain: [0, 1] })[1].tolist()).toEqual([1, 6])
  expect(Chebyshev.basis({ deg: 2 }).coef.tolist()).toEqual([0, 0, 1])
  const fitted = Polynomial.fit([0, 1, 2], [1, 3, 5], { deg: 1, domain: [-1, 1] })
  expect(fitted.coef.round(9).tolist()).toEqual([1, 2])
})
