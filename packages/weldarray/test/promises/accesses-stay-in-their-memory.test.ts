import { VerifyError } from '@weldarray/ir'
import { afterEach, expect, it, vi } from 'vitest'
import * as np from 'weldarray'
import { forgetPlans } from '../../../runtime/dist/evaluate/plans.js'
import { Loop } from '../../../runtime/dist/execute/loop.js'
import { forceTier } from '../../../runtime/dist/execute/tier.js'

afterEach(() => {
  vi.restoreAllMocks()
  forceTier('auto')
})

interface Inside {
  readonly offsets: number[]
  readonly strides: number[][]
  reach(access: number): void
}

/** As if a pass had moved the first access of every loop. */
function misled(change: (loop: Inside) => void): void {
  const { fit } = Loop.prototype
  vi.spyOn(Loop.prototype, 'fit').mockImplementation(function (this: Loop, values) {
    fit.call(this, values)
    const inside = this as unknown as Inside
    change(inside)
    inside.reach(0)
  })
}

const wrong: [string, (loop: Inside) => void][] = [
  ['begins beyond the end', (loop) => (loop.offsets[0] = 1e6)],
  ['begins before the beginning', (loop) => (loop.offsets[0] = -1)],
  ['goes too far', (loop) => (loop.strides[0] = loop.strides[0]!.map(() => 2))],
]

it.each(wrong.flatMap(([how, change]) => (['wasm', 'js', 'auto'] as const).map((tier) => [how, tier, change] as const)))(
  'a loop with an access that %s is refused before it runs, whatever made its plan (%s)',
  (_, tier, change) => {
    forceTier(tier)
    const x = np.arange(5000).evaluate()
    forgetPlans()
    misled(change)
    expect(() => x.mul(3).sub(2).evaluate()).toThrow(VerifyError)
    vi.restoreAllMocks()
    forgetPlans()
    expect(x.mul(3).sub(2).get(4999)).toBe(14_995)
  },
)
