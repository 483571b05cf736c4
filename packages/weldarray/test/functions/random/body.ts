import type { Names } from './names.js'
import { NONE, Statements } from './statements.js'
import { Tape } from './tape.js'
import { type Text, text } from './texts.js'

export interface Body extends Text {
  /** How many arguments it takes. */
  readonly count: number
}

/** A function of numbers, made by a tape of choices. */
export function bodyOf(choices: readonly number[], single: boolean, elementary: boolean): Body {
  const tape = new Tape(choices)
  const made = new Statements(tape, single, elementary)
  const params = ['x', 'y', 'z'].slice(0, 1 + tape.below(3))
  made.results = tape.chance(4) ? 2 : 1
  const names: Names = { ...NONE, numbers: params }
  const list = params.join(', ')
  if (tape.chance(3) && made.results === 1) return { ...text`(${list}) => ${made.value(names, 5)}`, count: params.length }
  const { text: body, names: known, ends } = made.block(names, 6)
  const end = ends ? text`` : made.returned(known)
  const head = tape.pick([`(${list}) =>`, `function (${list})`, `function named(${list})`])
  return { ...text`${head} { let fuel = 0; ${body} ${end} }`, count: params.length }
}
