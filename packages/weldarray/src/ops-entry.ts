import { elementwise } from './ops/elementwise.js'
import { assign, assigns, random } from './ops/fill.js'
import * as reductions from './ops/reductions.js'
import { elementwiseRows } from './ops/table.js'
import type { Ops } from './ops/types.js'

/**
 * The functions of `ndarray-ops` 1.2.2: same names, arguments, results and errors. Destinations in library memory stay
 * pending; a caller's memory is written at once.
 */
const ops = { assign, assigns, random, ...reductions } as unknown as Ops
for (const [name, row] of elementwiseRows) Object.assign(ops, { [name]: elementwise(name, row) })

export default ops
