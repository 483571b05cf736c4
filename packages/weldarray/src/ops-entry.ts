import { elementwise } from './ops/elementwise.js'
import { assign, assigns, random } from './ops/fill.js'
import { guarded } from './ops/guarded.js'
import * as reductions from './ops/reductions.js'
import { elementwiseRows } from './ops/table.js'
import type { Ops } from './ops/types.js'

/**
 * The functions of `ndarray-ops` 1.2.2: same names, arguments, results and errors. Destinations in library memory stay
 * pending; a caller's memory is written at once.
 */
const ops = {} as Record<string, unknown>
for (const [name, f] of Object.entries({ assign, assigns, random, ...reductions }))
  ops[name] = guarded(name, name === 'assigns' ? 1 : f.length, f as never)
for (const [name, row] of elementwiseRows) {
  const f = elementwise(name, row)
  ops[name] = guarded(name, row.form.startsWith('scalar') ? f.length - 1 : f.length, f as never)
}

export default ops as unknown as Ops
