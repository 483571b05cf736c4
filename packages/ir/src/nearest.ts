/** Single insertions, deletions, replacements and exchanges of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, changed, exchanged))
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** ` did you mean 'word'?` for the word closest to a misspelt one, or nothing where none is close. */
export function didYouMean(got: string, words: Iterable<string>): string {
  // Longer names may have more wrong with them; what nobody would write by mistake is not measured.
  if (got.length > 40) return ''
  let best = Math.max(1, Math.floor(got.length / 3)) + 1
  let found: string | undefined
  for (const word of words) {
    const [a, b] = [got.toLowerCase(), word.toLowerCase()]
    const d = a.length > 2 && b.startsWith(a) ? 0.5 : distance(a, b)
    if (d < best) [best, found] = [d, word]
  }
  return found === undefined ? '' : ` did you mean '${found}'?`
}
