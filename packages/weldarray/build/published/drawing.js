/*
 * The inspector's drawing in the published package: takes the place of packages/weldarray/src/inspect/drawing.ts.
 */

let ready

export async function drawing(withCode) {
  const inspector = require('./inspector.cjs')
  if (withCode) await (ready ??= inspector.load(require('./binaryen.cjs')))
  return inspector
}
