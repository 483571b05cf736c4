// The prices of ../blackscholes.ts with ndarray-ops: an operation at a time, into arrays made beforehand.
import ndarray from 'ndarray'
import ops from 'ndarray-ops'
import { eachColumn, type Market } from '../blackscholes.js'
import { erf } from '../support/erf.js'

/** N(x) in place. ndarray-ops has no error function: its user writes a loop. */
function normal(x: Nd): void {
  ops.divseq(x, Math.SQRT2)
  const { data } = x
  for (let i = 0; i < data.length; i++) data[i] = erf(data[i])
  ops.mulseq(x, 0.5)
  ops.addseq(x, 0.5)
}

export function eagerBlackScholes(market: Market<Float64Array>): () => { call: Float64Array; put: Float64Array } {
  const { price, strike, t, rate, vol } = eachColumn(market, (data) => ndarray(data))
  const make = () => ndarray(new Float64Array(price.size))
  const [vs, d1, d2, discounted, x, call, put] = [make(), make(), make(), make(), make(), make(), make()]

  return () => {
    ops.sqrt(vs, t)
    ops.muleq(vs, vol)

    ops.mul(x, vol, vol)
    ops.divseq(x, 2)
    ops.addeq(x, rate)
    ops.muleq(x, t)
    ops.div(d1, price, strike)
    ops.logeq(d1)
    ops.addeq(d1, x)
    ops.diveq(d1, vs)
    ops.sub(d2, d1, vs)

    ops.mul(discounted, rate, t)
    ops.negeq(discounted)
    ops.expeq(discounted)
    ops.muleq(discounted, strike)

    ops.neg(put, d2)
    normal(put)
    ops.muleq(put, discounted)
    ops.neg(x, d1)
    normal(x)
    ops.muleq(x, price)
    ops.subeq(put, x)

    normal(d1)
    normal(d2)
    ops.mul(call, price, d1)
    ops.muleq(d2, discounted)
    ops.subeq(call, d2)
    return { call: call.data, put: put.data }
  }
}

type Nd = ndarray.NdArray<Float64Array>
