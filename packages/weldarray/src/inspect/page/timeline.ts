import { scaleLinear } from 'd3-scale'
import { duration, escape } from './html.js'

const WIDTH = 960
const LEFT = 110
const ROW = 30

/** When each thread worked on which chunk. */
type Units = readonly { readonly thread: number; readonly unit: number; readonly start: number; readonly end: number }[]

/** Something that was run: a loop, a call. */
export interface Run {
  readonly name: string
  readonly colour: string
  readonly start: number
  readonly ms: number
  readonly units: Units
}

interface Bar {
  /** What it is part of. */
  readonly run: Run
  readonly thread: number
  readonly unit: number
  readonly start: number
  readonly end: number
}

const nameOf = (thread: number): string => (thread === 0 ? 'calling thread' : `worker ${thread}`)

/** When which thread worked on which chunk: a row a thread, a bar a chunk, a colour a loop or a call. */
export function drawTimeline(runs: readonly Run[]): string {
  const bars: Bar[] = runs.flatMap((run) => {
    const { start, ms, units } = run
    // What is not cut is one bar of the calling thread.
    if (units.length === 0) return [{ run, thread: 0, unit: 0, start, end: start + ms }]
    return units.map((u) => ({ run, ...u }))
  })
  if (bars.length === 0) return '<p class="none">No times were noted.</p>'
  const first = Math.min(...bars.map((b) => b.start))
  const last = Math.max(...bars.map((b) => b.end))
  const x = scaleLinear([0, last - first], [LEFT, WIDTH - 20])
  const threads = [...new Set(bars.map((b) => b.thread))].sort((a, b) => a - b)
  const bottom = threads.length * ROW + 8
  const ticks = x
    .ticks(8)
    .map(
      (t) =>
        `<line class="tick" x1="${x(t).toFixed(1)}" x2="${x(t).toFixed(1)}" y1="4" y2="${bottom}"/><text x="${x(t).toFixed(1)}" y="${bottom + 14}">${escape(duration(t))}</text>`,
    )
  const rows = threads.map((thread, row) => {
    const own = bars.filter((b) => b.thread === thread)
    const drawn = own.map((b) => {
      const from = x(b.start - first)
      const width = Math.max(0.5, x(b.end - first) - from - 0.4)
      return (
        `<rect class="chunk" data-step="${escape(b.run.name)}" data-unit="${b.unit}" x="${from.toFixed(2)}" y="${row * ROW + 8}" width="${width.toFixed(2)}" height="${ROW - 10}" fill="${b.run.colour}">` +
        `<title>${escape(b.run.name)}, chunk ${b.unit + 1}: ${duration(b.end - b.start)}</title></rect>`
      )
    })
    return `<g class="thread"><text class="name" x="${LEFT - 8}" y="${row * ROW + 22}">${nameOf(thread)}</text>${drawn.join('')}</g>`
  })
  return `<svg class="timeline" viewBox="0 0 ${WIDTH} ${bottom + 22}" width="${WIDTH}" height="${bottom + 22}" role="img">${ticks.join('')}${rows.join('')}</svg>`
}
