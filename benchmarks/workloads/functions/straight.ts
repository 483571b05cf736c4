// Functions of numbers without loops: as one of arrays, as operations on arrays, called for each element, and by Numba.
import { erf } from '../../../examples/support/erf.js'
import { uniform, type Workload } from '../../harness/workload.js'
import { blackscholes as expression } from '../blackscholes.js'
import { haversine as distances } from '../haversine.js'

const sizes = [1e5, 1e6]

/** Prices of an option, by whoever's error function: JavaScript has none. */
const pricesBy =
  (normalError: (x: number) => number) => (price: number, strike: number, t: number, rate: number, vol: number) => {
    const vs = vol * Math.sqrt(t)
    const d1 = (Math.log(price / strike) + (rate + (vol * vol) / 2) * t) / vs
    const n1 = normalError(d1 / Math.SQRT2) * 0.5 + 0.5
    const n2 = normalError((d1 - vs) / Math.SQRT2) * 0.5 + 0.5
    const discounted = strike * Math.exp(-(rate * t))
    return [price * n1 - discounted * n2, discounted * (1 - n2) - price * (1 - n1)]
  }

export const blackscholes: Workload = {
  name: 'vectorized blackscholes',
  what: 'blackscholes, call and put',
  sizes,
  inputs: expression.inputs,
  implementations: {
    weldarray: (np, { price, strike, t, rate, vol }) => {
      const prices = np.vectorize(pricesBy(erf), { where: { normalError: np.erf } })
      return () => prices(price!, strike!, t!, rate!, vol!)
    },
    operations: expression.implementations.weldarray!,
    mapped: ({ price, strike, t, rate, vol }) => {
      const prices = pricesBy(erf)
      return () => price!.map((p, i) => prices(p, strike![i]!, t![i]!, rate![i]!, vol![i]!))
    },
    loop: expression.implementations.loop!,
    numba: `
from math import erf, exp, log, sqrt

@guvectorize(["(float64,float64,float64,float64,float64,float64[:],float64[:])"], "(),(),(),(),()->(),()", target="parallel")
def prices(price, strike, t, rate, vol, call, put):
    vs = vol * sqrt(t)
    d1 = (log(price / strike) + (rate + vol * vol / 2) * t) / vs
    n1 = erf(d1 / sqrt(2)) * 0.5 + 0.5
    n2 = erf((d1 - vs) / sqrt(2)) * 0.5 + 0.5
    discounted = strike * exp(-(rate * t))
    call[0] = price * n1 - discounted * n2
    put[0] = discounted * (1 - n2) - price * (1 - n1)

def run():
    return prices(price, strike, t, rate, vol)
`,
  },
}

const toRadians = Math.PI / 180
const parkLatitude = 40.671 * toRadians
const parkLongitude = -73.985 * toRadians

const miles = (latitude: number, longitude: number): number => {
  const lat = latitude * toRadians
  const north = Math.sin((lat - parkLatitude) / 2)
  const east = Math.sin((longitude * toRadians - parkLongitude) / 2)
  return Math.asin(Math.sqrt(north * north + Math.cos(lat) * Math.cos(parkLatitude) * (east * east))) * (2 * 3959)
}

export const haversine: Workload = {
  name: 'vectorized haversine',
  what: 'haversine',
  sizes,
  inputs: distances.inputs,
  implementations: {
    weldarray: (np, { latitude, longitude }) => {
      const f = np.vectorize(miles, { where: { toRadians, parkLatitude, parkLongitude } })
      return () => [f(latitude!, longitude!)]
    },
    operations: distances.implementations.weldarray!,
    mapped:
      ({ latitude, longitude }) =>
      () =>
        latitude!.map((x, i) => miles(x, longitude![i]!)),
    loop: distances.implementations.loop!,
    numba: `
from math import asin, cos, pi, sin, sqrt

toRadians = pi / 180
parkLatitude, parkLongitude = 40.671 * toRadians, -73.985 * toRadians

@vectorize
def miles(latitude, longitude):
    lat = latitude * toRadians
    north = sin((lat - parkLatitude) / 2)
    east = sin((longitude * toRadians - parkLongitude) / 2)
    return asin(sqrt(north * north + cos(lat) * cos(parkLatitude) * (east * east))) * (2 * 3959)

def run():
    return [miles(latitude, longitude)]
`,
  },
}

const bend = (x: number): number => {
  if (x < -2) return -2 * x - 2.5
  if (x < 0) return 0.5 * x * x - 0.5
  if (x < 1) return x * x * (3 - 2 * x) - 0.5
  return Math.sqrt(x) - 0.5
}

export const piecewise: Workload = {
  name: 'vectorized piecewise',
  what: 'a line, a parabola, a cubic and a root, by intervals',
  sizes,
  inputs: (n) => ({ x: uniform(n, -4, 4) }),
  implementations: {
    weldarray: (np, { x }) => {
      const f = np.vectorize(bend)
      return () => [f(x!)]
    },
    operations: (np, inputs) => () => {
      const x = inputs.x!
      const line = x.mul(-2).sub(2.5)
      const parabola = x.mul(0.5).mul(x).sub(0.5)
      const cubic = x
        .mul(x)
        .mul(np.subtract(3, x.mul(2)))
        .sub(0.5)
      return [np.where(x.lt(-2), line, np.where(x.lt(0), parabola, np.where(x.lt(1), cubic, x.sqrt().sub(0.5))))]
    },
    mapped:
      ({ x }) =>
      () =>
        x!.map((v) => bend(v)),
    loop: ({ x }) => {
      const out = new Float64Array(x!.length)
      return () => {
        for (let i = 0; i < out.length; i++) out[i] = bend(x![i]!)
        return [out]
      }
    },
    numba: `
from math import sqrt

@vectorize
def bend(x):
    if x < -2:
        return -2 * x - 2.5
    if x < 0:
        return 0.5 * x * x - 0.5
    if x < 1:
        return x * x * (3 - 2 * x) - 0.5
    return sqrt(x) - 0.5

def run():
    return [bend(x)]
`,
  },
}
