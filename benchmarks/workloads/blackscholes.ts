import { erf } from '../../examples/support/erf.js'
import { allSizes, uniform, type Workload } from '../harness/workload.js'
import type { Eager, Nd } from '../peers/ndarray-ops.js'

/** N(x) in place. ndarray-ops has no error function: its user writes a loop. */
function normal({ ops }: Eager, x: Nd): void {
  ops.divseq(x, Math.SQRT2)
  const { data } = x
  for (let i = 0; i < data.length; i++) data[i] = erf(data[i]!)
  ops.mulseq(x, 0.5)
  ops.addseq(x, 0.5)
}

export const blackscholes: Workload = {
  name: 'blackscholes',
  what: 'call and put prices together',
  sizes: allSizes,
  inputs: (n) => ({
    price: uniform(n, 0, 100),
    strike: uniform(n, 0, 100),
    t: uniform(n, 1, 7),
    rate: uniform(n, 0.01, 1.01),
    vol: uniform(n, 0.01, 1.01),
  }),
  implementations: {
    weldarray:
      (np, { price, strike, t, rate, vol }) =>
      () => {
        const N = (x: typeof d1) => np.erf(x.div(Math.SQRT2)).mul(0.5).add(0.5)
        const vs = vol!.mul(np.sqrt(t!))
        const d1 = np
          .log(price!.div(strike!))
          .add(rate!.add(vol!.square().div(2)).mul(t!))
          .div(vs)
        const d2 = d1.sub(vs)
        const discounted = strike!.mul(np.exp(rate!.mul(t!).neg()))
        const [n1, n2] = [N(d1), N(d2)]
        const call = price!.mul(n1).sub(discounted.mul(n2))
        const put = discounted.mul(np.subtract(1, n2)).sub(price!.mul(np.subtract(1, n1)))
        return [call, put]
      },
    'ndarray-ops': (eager, { price, strike, t, rate, vol }) => {
      const { ops } = eager
      const make = () => eager.zeros(price!.shape)
      const [vs, n1, n2, discounted, x, call, put] = [make(), make(), make(), make(), make(), make(), make()]
      return () => {
        ops.sqrt(vs, t!)
        ops.muleq(vs, vol!)
        ops.mul(x, vol!, vol!)
        ops.divseq(x, 2)
        ops.addeq(x, rate!)
        ops.muleq(x, t!)
        ops.div(n1, price!, strike!)
        ops.logeq(n1)
        ops.addeq(n1, x)
        ops.diveq(n1, vs)
        ops.sub(n2, n1, vs)
        normal(eager, n1)
        normal(eager, n2)
        ops.mul(discounted, rate!, t!)
        ops.negeq(discounted)
        ops.expeq(discounted)
        ops.muleq(discounted, strike!)
        ops.mul(call, price!, n1)
        ops.mul(x, discounted, n2)
        ops.subeq(call, x)
        ops.negeq(n2)
        ops.addseq(n2, 1)
        ops.mul(put, discounted, n2)
        ops.negeq(n1)
        ops.addseq(n1, 1)
        ops.mul(x, price!, n1)
        ops.subeq(put, x)
        return [call, put]
      }
    },
    loop: ({ price, strike, t, rate, vol }) => {
      const n = price!.length
      const [call, put] = [new Float64Array(n), new Float64Array(n)]
      return () => {
        for (let i = 0; i < n; i++) {
          const [p, r, v, time] = [price![i]!, rate![i]!, vol![i]!, t![i]!]
          const vs = v * Math.sqrt(time)
          const d1 = (Math.log(p / strike![i]!) + (r + (v * v) / 2) * time) / vs
          const n1 = 0.5 + 0.5 * erf(d1 / Math.SQRT2)
          const n2 = 0.5 + 0.5 * erf((d1 - vs) / Math.SQRT2)
          const discounted = strike![i]! * Math.exp(-r * time)
          call[i] = p * n1 - discounted * n2
          put[i] = discounted * (1 - n2) - p * (1 - n1)
        }
        return [call, put]
      }
    },
    numpy: `
from scipy.special import erf

def N(x):
    return 0.5 + 0.5 * erf(x / np.sqrt(2))

def run():
    vs = vol * np.sqrt(t)
    d1 = (np.log(price / strike) + (rate + vol**2 / 2) * t) / vs
    n1, n2 = N(d1), N(d1 - vs)
    discounted = strike * np.exp(-rate * t)
    call = price * n1 - discounted * n2
    put = discounted * (1 - n2) - price * (1 - n1)
    return [call, put]
`,
  },
}
