import { ArgumentError } from './errors.js'
import { didYouMean } from './nearest.js'

/** Throws `ArgumentError` unless the options are an object without other names than these: one that nobody reads was meant to say something. */
export function checkOptions(what: string, options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null)
    throw new ArgumentError(
      `${what}: got ${options === null ? 'null' : typeof options} as options, expected an object with ${names.join(', ')}`,
    )
  for (const name of Object.keys(options))
    if (!names.includes(name))
      throw new ArgumentError(
        `${what}: there is no option '${name}';${didYouMean(name, names) || ` the options are ${names.join(', ')}`}`,
      )
}
