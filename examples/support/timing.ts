/** Times programs in turns, A B A B, so that they share whatever else the machine is doing; prints the medians. */
export function compareTimes(programs: Record<string, () => void>, rounds = 5): void {
  const names = Object.keys(programs)
  const times = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const start = performance.now()
      programs[name]!()
      // The first round warms up: it compiles.
      if (round > 0) times.get(name)!.push(performance.now() - start)
    }
  const ours = median(times.get(names[0]!)!)
  for (const name of names) {
    const ms = median(times.get(name)!)
    const ratio = name === names[0] ? '' : `   ${(ms / ours).toFixed(1)} times as long`
    console.log(`  ${name.padEnd(12)} ${ms.toFixed(2).padStart(9)} ms${ratio}`)
  }
}

function median(xs: number[]): number {
  const sorted = xs.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
