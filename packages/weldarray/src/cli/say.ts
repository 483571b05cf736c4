/** A line on standard output. */
export const say = (text = ''): void => {
  process.stdout.write(`${text}\n`)
}

/** Rows in columns as wide as need be. */
export function sayRows(rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, k) => Math.max(most[k] ?? 0, cell.length)), [])
  for (const row of rows) say(row.map((cell, k) => (k === row.length - 1 ? cell : cell.padEnd(widths[k]! + 2))).join(''))
}
