import { count, ratio } from '../harness/format.js'
import type { Measurement } from '../harness/measure.js'
import { barSizes } from './bars.js'
import { ratioTo } from './main-report.js'

const colors: Readonly<Record<string, string>> = { 'ndarray-ops': '#4c78a8', 'JS loop': '#9ecae9', NumPy: '#f58518' }
const bar = 11
const left = 150
const width = 640
const decades = 2

/** Where a ratio lies on a logarithmic axis from 1/10 on. */
const position = (x: number): number =>
  left + ((width - left - 60) * (Math.log10(Math.min(Math.max(x, 0.1), 10 ** decades)) + 1)) / (decades + 1)

const text = (x: number, y: number, content: string, more = ''): string => `<text x="${x}" y="${y}"${more}>${content}</text>`

function group(m: Measurement, top: number): string[] {
  const bars = Object.entries(colors).flatMap(([peer, color], i) => {
    const r = ratioTo(peer, m)
    if (r === undefined) return []
    const [a, b] = [position(1), position(r)]
    const y = top + i * bar
    return [
      `<rect x="${Math.min(a, b).toFixed(1)}" y="${y}" width="${Math.abs(b - a).toFixed(1)}" height="${bar - 2}" fill="${color}"/>`,
      text(Math.max(a, b) + 4, y + bar - 3, ratio(r)),
    ]
  })
  return [text(left - 8, top + 2 * bar - 3, `${m.workload} ${count(m.size)}`, ' text-anchor="end"'), ...bars]
}

/** Their time divided by ours at the sizes that bars are set for; to the right of the line weldarray is faster. */
export function ratioChart(measurements: readonly Measurement[]): string {
  const shown = measurements.filter((m) => barSizes.includes(m.size))
  const step = 3 * bar + 9
  const height = 40 + shown.length * step
  const axis = [0.1, 1, 10, 100].flatMap((x) => [
    `<line x1="${position(x)}" x2="${position(x)}" y1="34" y2="${height}" stroke="${x === 1 ? '#333' : '#ddd'}"/>`,
    text(position(x), 30, String(x), ' text-anchor="middle"'),
  ])
  const legend = Object.entries(colors).flatMap(([peer, color], i) => [
    `<rect x="${left + 110 * i}" y="4" width="10" height="10" fill="${color}"/>`,
    text(left + 14 + 110 * i, 13, peer),
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="10">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...axis,
    ...legend,
    ...shown.flatMap((m, i) => group(m, 40 + i * step)),
    '</svg>',
  ].join('\n')
}
