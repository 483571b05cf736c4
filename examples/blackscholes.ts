// Call and put prices of ten million options by the Black-Scholes formula, both in one pass over the data.
import * as np from 'weldarray'
import { eagerBlackScholes } from './eager/blackscholes.js'
import { isMain } from './support/main.js'
import { compareTimes } from './support/timing.js'

export type Market<Column> = Record<'price' | 'strike' | 't' | 'rate' | 'vol', Column>

/** Distribution function of the standard normal distribution. */
const N = (x: np.NdArray): np.NdArray => np.erf(x.div(Math.SQRT2)).mul(0.5).add(0.5)

export function blackScholes({ price, strike, t, rate, vol }: Market<np.NdArray>): { call: np.NdArray; put: np.NdArray } {
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

export function randomMarket(n: number, seed = 1): Market<np.NdArray> {
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
  console.log(`  mean call ${Number(call.mean().item()).toFixed(4)}, mean put ${Number(put.mean().item()).toFixed(4)}`)
  call.dispose()
  put.dispose()

  const columns = Object.fromEntries(Object.entries(market).map(([name, x]) => [name, x.clone().data]))
  compareTimes(
    {
      weldarray: () => {
        const { call, put } = blackScholes(market)
        np.evaluate(call, put)
        call.dispose()
        put.dispose()
      },
      'ndarray-ops': eagerBlackScholes(columns as Market<Float64Array>),
    },
    3,
  )
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e7))
