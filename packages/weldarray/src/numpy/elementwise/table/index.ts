import type { Row } from '../ufunc.js'
import { arithmetic } from './arithmetic.js'
import { elementary } from './elementary.js'
import { logic } from './logic.js'

/** Every elementwise function of the NumPy surface, defined once: free functions and methods are made from these rows. */
export const table = { ...arithmetic, ...elementary, ...logic } satisfies Record<string, Row>

export type UfuncName = keyof typeof table

/** The rows by method name, with the NumPy name that errors tell. */
export const methodRows: ReadonlyMap<string, readonly [UfuncName, Row]> = new Map(
  Object.entries(table).flatMap(([name, row]) => {
    const method = (row as Row).method
    return method === undefined ? [] : [[method, [name as UfuncName, row] as const] as const]
  }),
)
