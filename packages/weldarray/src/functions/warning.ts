import type { AnyFunction } from './compile.js'
import { position, type Refusal } from './refusal.js'
import { lead, sourceOf } from './source.js'

/** Says once, with the place in the source, why a function is not compiled. Returns what was said. */
export function warned(what: string, fn: AnyFunction, error: Refusal): string {
  let why = error.reason
  if (error.at !== undefined) {
    const source = sourceOf(fn)
    why = `${position(error.text ?? source.text, error.at, lead(source))}: ${why}`
  }
  const name = fn.name === '' ? 'a function' : `'${fn.name}'`
  process.emitWarning(`${what}: ${name} is called element by element, which is slow: ${why}`, 'WeldarrayWarning')
  return why
}
