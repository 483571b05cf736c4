import type { Outcome } from './measure.js'

/** Milliseconds with three digits, in the unit that suits. */
export function time(ms: number): string {
  const [value, unit] = ms >= 1000 ? [ms / 1000, 's'] : ms >= 1 ? [ms, 'ms'] : ms >= 1e-3 ? [ms * 1e3, 'µs'] : [ms * 1e6, 'ns']
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`
}

export const ratio = (x: number): string => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2))

export const timeOf = (outcome: Outcome | undefined): string =>
  outcome === undefined ? '' : 'ms' in outcome ? time(outcome.ms) : outcome.missing.startsWith('failed') ? 'failed' : 'missing'

/** A number of elements as a power of ten where it is one. */
export function count(n: number): string {
  const exponent = Math.log10(n)
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  return n >= 1000 && Number.isInteger(exponent) ? `10${[...String(exponent)].map((d) => digits[Number(d)]).join('')}` : String(n)
}

/** A table in Markdown; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
