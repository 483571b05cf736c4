import type { InspectedLoop } from '@weldarray/runtime'
import { scaleLog } from 'd3-scale'
import { colourOf, escape, scaled } from './html.js'

/** What this machine's loops reach at most: measured, not looked up. */
export interface Roof {
  readonly bytesPerSecond: number
  /** Operations on float64. Smaller elements may be quicker. */
  readonly operationsPerSecond: number
}

const WIDTH = 640
const HEIGHT = 320
const LEFT = 70
const BOTTOM = 44

/** A loop on the roofline: operations a byte, and operations a second. */
export interface Point {
  readonly loop: number
  readonly intensity: number
  readonly speed: number
  /** The part of what the machine allows at this intensity. */
  readonly part: number
}

/** The most operations a second that a loop of so many a byte can do. */
const roofAt = ({ bytesPerSecond, operationsPerSecond }: Roof, intensity: number): number =>
  Math.min(bytesPerSecond * intensity, operationsPerSecond)

export function pointsOf(loops: readonly InspectedLoop[], roof: Roof): Point[] {
  return loops.flatMap((loop, i) => {
    const operations = loop.operations * loop.elements
    const bytes = loop.bytesIn + loop.bytesOut
    const ms = loop.ran === null ? 0 : loop.ran.ms - loop.ran.compileMs
    if (operations === 0 || bytes === 0 || ms <= 0) return []
    const intensity = operations / bytes
    const speed = (1000 * operations) / ms
    return [{ loop: i, intensity, speed, part: speed / roofAt(roof, intensity) }]
  })
}

/** Where each loop is below what memory and arithmetic allow. */
export function drawRoofline(loops: readonly InspectedLoop[], roof: Roof | null): string {
  if (roof === null) return '<p class="none">The machine was not measured.</p>'
  const points = pointsOf(loops, roof)
  const ridge = roof.operationsPerSecond / roof.bytesPerSecond
  const all = [...points.map((p) => p.intensity), ridge]
  const speeds = [...points.map((p) => p.speed), roof.operationsPerSecond]
  const x = scaleLog([Math.min(...all) / 4, Math.max(...all) * 4], [LEFT, WIDTH - 16])
  const y = scaleLog([Math.min(...speeds) / 4, Math.max(...speeds) * 2.5], [HEIGHT - BOTTOM, 12])
  const [least, most] = x.domain() as [number, number]
  const at = (i: number, s: number): string => `${x(i).toFixed(1)},${y(s).toFixed(1)}`
  const low = Math.max(least, y.domain()[0]! / roof.bytesPerSecond)
  const line = `${at(low, low * roof.bytesPerSecond)} ${at(ridge, roof.operationsPerSecond)} ${at(most, roof.operationsPerSecond)}`
  const isPower = (n: number): boolean => Math.abs(Math.log10(n) - Math.round(Math.log10(n))) < 1e-9
  const xTicks = x.ticks().filter(isPower)
  const yTicks = y.ticks().filter(isPower)
  return (
    `<svg class="roofline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">` +
    xTicks
      .map(
        (t) =>
          `<line class="tick" x1="${x(t)}" x2="${x(t)}" y1="12" y2="${HEIGHT - BOTTOM}"/><text x="${x(t)}" y="${HEIGHT - BOTTOM + 16}">${t}</text>`,
      )
      .join('') +
    yTicks
      .map(
        (t) =>
          `<line class="tick" x1="${LEFT}" x2="${WIDTH - 16}" y1="${y(t)}" y2="${y(t)}"/><text class="name" x="${LEFT - 6}" y="${y(t) + 4}">${escape(scaled(t, 'op/s'))}</text>`,
      )
      .join('') +
    `<text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 8}">operations a byte</text>` +
    `<polyline class="roof" points="${line}"/>` +
    `<text x="${x(ridge) + 6}" y="${y(roof.operationsPerSecond) - 6}" class="left">${escape(scaled(roof.bytesPerSecond, 'B/s'))}, ${escape(scaled(roof.operationsPerSecond, 'op/s'))}</text>` +
    points
      .map(
        (p) =>
          `<g class="point"><circle cx="${x(p.intensity).toFixed(1)}" cy="${y(p.speed).toFixed(1)}" r="6" fill="${colourOf(p.loop)}"/>` +
          `<title>loop ${p.loop + 1}: ${escape(scaled(p.speed, 'op/s'))}, ${(100 * p.part).toFixed(0)} % of what is possible</title>` +
          `<text x="${(x(p.intensity) + 10).toFixed(1)}" y="${(y(p.speed) + 4).toFixed(1)}" class="left">loop ${p.loop + 1}</text></g>`,
      )
      .join('') +
    '</svg>'
  )
}
