import { widthOf } from '../wasm/vector.js'
import { castScalar } from './cast-scalar.js'
import { castText } from './cast-text.js'
import { castVector } from './cast-vector.js'
import type { Emitter } from './types.js'

/** The operations whose operands have different types. */
export const structure = {
  cast: {
    scalar: (e, t, a) => castScalar(e, t, a!),
    vector: (v, t, a) => castVector(v, t, a!),
    js: (t, a) => castText(t, a!),
  },
  select: {
    scalar: (e, _, c, a, b) => e.m.select(c!(), a!(), b!()),
    vector: (v, { to }, c, a, b) => {
      const width = to === 'bool' ? v.commonWidth([c!, a!, b!]) : widthOf(to)
      const condition = v.regs(c!, width)
      const yes = v.regs(a!, width)
      const no = v.regs(b!, width)
      return { width, regs: condition.map((m, j) => v.e.m.v128.bitselect(yes[j]!(), no[j]!(), m())) }
    },
    js: (_, c, a, b) => `${c} ? ${a} : ${b}`,
  },
} satisfies Record<string, Emitter>
