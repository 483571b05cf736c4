// Call and put prices of ten million options by the Black-Scholes formula, both in one pass over the data.
import * as np from 'weldarray'
import { eagerBlackScholes } from './eager/blackscholes.js'
import { isMain } from './support/main.js'
import { compareTimes } from './support/timing.js'

export type Market<Column> = Record<'price' | 'strike' | 't' | 'rate' | 'vol', Column>

/** The same of each column. */
export const eachColumn = <A, B>({ price, strike, t, rate, vol }: Market<A>, f: (column: A) => B): Market<B> => ({
  price: f(price),
  strike: f(strike),
  t: f(t),
  rate: f(rate),
  vol: f(vol),
})

/** Distribution function of the standard normal distribution. */
const N = (x: np.NdArray<'float64'>) => np.erf(x.div(Math.SQRT2)).mul(0.5).add(0.5)

export function blackScholes({ price, strike, t, rate, vol }: Market<np.NdArray<'float64'>>): {
  call: np.NdArray<'float64'>
  put: np.NdArray<'float64'>
} {
  const vs = vol.mul(np.sqrt(t))
  const d1 = np
    .log(price.div(strike))
    .add(rate.add(vol.square().div(2)).mul(t))
    .div(vs)
  const d2 = d1.sub(vs)
  const discounted = strike.mul(np.exp(rate.mul(t).neg()))
  const call = price.mul(N(d1)).sub(discounted.mul(N(d2)))
  const put = discounted.mul(N(d2.neg())).sub(price.mul(N(d1.neg())))
  return { call, put }
}

export function randomMarket(n: number, seed = 1): Market<np.NdArray<'float64'>> {
  const rng = np.random.default_rng(seed)
  return {
    price: rng.random(n).mul(100),
    strike: rng.random(n).mul(100),
    t: rng.random(n).mul(6).add(1),
    rate: rng.random(n).add(0.01),
    vol: rng.random(n).add(0.01),
  }
}

function main(n: number): void {
  const market = randomMarket(n)
  np.evaluate(...Object.values(market))

  const { call, put } = blackScholes(market)
  np.evaluate(call, put)
  const at = (x: np.NdArray, i: number) => x.get(i).toFixed(4).padStart(8)
  console.log(`${n} options`)
  for (let i = 0; i < 3; i++)
    console.log(`  price ${at(market.price, i)}  strike ${at(market.strike, i)}  call ${at(call, i)}  put ${at(put, i)}`)
  console.log(`  mean call ${call.mean().item().toFixed(4)}, mean put ${put.mean().item().toFixed(4)}`)
  call.dispose()
  put.dispose()

  const columns = eachColumn(market, (x) => x.clone().data)
  compareTimes(
    {
      weldarray: () => {
        const { call, put } = blackScholes(market)
        np.evaluate(call, put)
        call.dispose()
        put.dispose()
      },
      'ndarray-ops': eagerBlackScholes(columns),
    },
    3,
  )
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e7))
