/** Node's own code that reads the properties of whatever it is given, compares or prints them, and keeps nothing of them. */
const ONLOOKERS = /node:internal\/(?:util\/comparisons|util\/inspect|console\/)/

/**
 * Whether a property is read by `assert.deepStrictEqual`, `console.table` or their like: these need to see an array's data, and do not need
 * it to be theirs. There is nothing to tell them by but where they are; what cannot be told counts as a caller who keeps the data.
 */
export function isOnlooker(getter: (() => unknown) | undefined): boolean {
  const { stackTraceLimit } = Error
  const place: { stack?: unknown } = {}
  // Where a program has frozen `Error`, there is no stack, and nobody is an onlooker.
  Reflect.set(Error, 'stackTraceLimit', 1)
  Error.captureStackTrace?.(place, getter)
  Reflect.set(Error, 'stackTraceLimit', stackTraceLimit)
  return typeof place.stack === 'string' && ONLOOKERS.test(place.stack)
}
