/** Text as HTML shows it: nothing that comes from a program is markup. */
export const escape = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!)

const UNITS = ['', 'k', 'M', 'G', 'T']

/** A number with three digits and a prefix: 1234567 → 1.23 M. */
export function scaled(n: number, unit: string): string {
  let step = 0
  let x = n
  for (; Math.abs(x) >= 1000 && step < UNITS.length - 1; step++) x /= 1000
  return `${x >= 100 || Number.isInteger(x) ? Math.round(x) : x.toPrecision(3)} ${UNITS[step]}${unit}`
}

export const duration = (ms: number): string => (ms >= 1 ? `${ms.toPrecision(3)} ms` : `${(ms * 1000).toPrecision(3)} µs`)

/** Colours of loops, told apart on light and on dark ground. */
const COLOURS = ['#4e79a7', '#f28e2b', '#59a14f', '#e15759', '#b07aa1', '#76b7b2', '#edc948', '#ff9da7', '#9c755f']
export const colourOf = (i: number): string => COLOURS[i % COLOURS.length]!
