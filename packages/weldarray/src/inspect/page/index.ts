import type { InspectedCall, InspectedGraph, InspectedLoop, Inspection, StepTrace } from '@weldarray/runtime'
import { drawGraph } from './graph.js'
import { colourOf, duration, escape, scaled } from './html.js'
import { drawRoofline, pointsOf, type Roof } from './roofline.js'
import { style } from './style.js'
import { drawTimeline, type Run } from './timeline.js'

export type { Roof } from './roofline.js'
export { wasmText } from './wasm-text.js'

/** All that a page shows. */
export interface Page {
  readonly title: string
  /** What it was run on, for the line below the title. */
  readonly machine: string
  readonly inspection: Inspection
  readonly roof: Roof | null
  /** Of each loop, its WebAssembly as text; null where there is none. */
  readonly wasm: readonly (string | null)[]
}

function graphs(list: readonly InspectedGraph[]): string {
  const tabs = list.map(
    (graph, i) =>
      `<input type="radio" name="graph" id="graph-${i}"${i === 0 ? ' checked' : ''}><label for="graph-${i}">${escape(graph.name)}</label>`,
  )
  const sections = list.map(
    (graph, i) =>
      `<section id="graph-of-${i}"><p class="about">${escape(graph.about)}</p>` +
      (graph.nodes.length > 0
        ? `<div class="drawing">${drawGraph(graph)}</div>`
        : '<p class="none">Too many nodes to be drawn; this is the text.</p>') +
      `<details${graph.nodes.length === 0 ? ' open' : ''}><summary>text</summary><pre>${escape(graph.text)}</pre></details></section>`,
  )
  const shown = list.map((_, i) => `#graph-${i}:checked ~ #graph-of-${i} { display: block }`).join(' ')
  return `<style>${shown}</style><div class="tabs">${tabs.join('')}${sections.join('')}</div>`
}

function row(loop: InspectedLoop, i: number, part: number | undefined): string {
  const { ran } = loop
  const ms = ran === null ? 0 : ran.ms - ran.compileMs
  return (
    `<tr><td><span class="mark" style="background:${colourOf(i)}"></span>${i + 1}</td>` +
    `<td>${escape(loop.fused.join(' ') || 'copy')}<br><span class="about">${escape(loop.kind)}, ${escape(loop.lengths.join(' × '))}</span></td>` +
    `<td>${loop.lanes} elements a step, ${escape(loop.cut)}, ${loop.threads === 1 ? 'the calling thread' : `up to ${loop.threads} threads`}</td>` +
    cell(scaled(loop.bytesIn, 'B')) +
    cell(scaled(loop.bytesOut, 'B')) +
    `<td>${escape(ran?.tier ?? 'not known')}</td>` +
    cell(ran === null ? '' : duration(ms)) +
    cell(ms > 0 ? scaled((1000 * (loop.bytesIn + loop.bytesOut)) / ms, 'B/s') : '') +
    cell(part === undefined ? '' : `${(100 * part).toFixed(0)} %`) +
    '</tr>'
  )
}

function table({ loops }: Inspection, roof: Roof | null): string {
  const parts = new Map(roof === null ? [] : pointsOf(loops, roof).map((p) => [p.loop, p.part]))
  const heads = ['loop', 'operations', 'schedule', 'bytes in', 'bytes out', 'ran in', 'time', 'bytes moved', 'of the roof']
  return (
    `<table id="loops"><thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead>` +
    `<tbody>${loops.map((loop, i) => row(loop, i, parts.get(i))).join('')}</tbody></table>`
  )
}

const cell = (text: string): string => `<td class="number">${escape(text)}</td>`

function callRow({ op, operands, ran }: InspectedCall, i: number, colour: number): string {
  const ms = ran?.ms ?? 0
  return (
    `<tr><td><span class="mark" style="background:${colourOf(colour)}"></span>${i + 1}</td>` +
    `<td>${escape(op)}<br><span class="about">${escape(operands.join(', '))}</span></td>` +
    (ran === null ? cell('') + cell('') : cell(scaled(ran.bytesIn, 'B')) + cell(scaled(ran.bytesOut, 'B'))) +
    `<td>${escape(ran?.tier ?? 'not known')}</td>` +
    cell(ran === null ? '' : duration(ms)) +
    '</tr>'
  )
}

function callTable({ loops, calls }: Inspection): string {
  const heads = ['call', 'of', 'bytes in', 'bytes out', 'ran in', 'time']
  return (
    `<table id="calls"><thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead>` +
    `<tbody>${calls.map((call, i) => callRow(call, i, loops.length + i)).join('')}</tbody></table>`
  )
}

/** Of more steps the last ones are shown. */
const MOST_BEFORE = 400

const namesOf = (step: StepTrace): string => (step.kind === 'loop' ? step.fused.join(' ') || 'copy' : step.op)
const lengthsOf = (step: StepTrace): string => (step.kind === 'loop' ? step.lengths.join(' × ') : step.operands.join(', '))

const beforeRow = (step: StepTrace, i: number, colour: number): string =>
  `<tr><td><span class="mark" style="background:${colourOf(colour)}"></span>${i + 1}</td>` +
  `<td>${escape(namesOf(step))}<br><span class="about">${escape(`${step.kind}, ${lengthsOf(step)}`)}</span></td>` +
  cell(scaled(step.bytesIn, 'B')) +
  cell(scaled(step.bytesOut, 'B')) +
  `<td>${escape(step.tier)}</td>${cell(duration(step.ms))}</tr>`

function beforeTable({ loops, calls, before }: Inspection): string {
  const heads = ['step', 'of', 'bytes in', 'bytes out', 'ran in', 'time']
  const first = Math.max(0, before.length - MOST_BEFORE)
  const rows = before.slice(first).map((step, i) => beforeRow(step, first + i, loops.length + calls.length + first + i))
  return (
    (first > 0 ? `<p class="note">The last ${MOST_BEFORE} of ${before.length} steps.</p>` : '') +
    `<table id="before"><thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  )
}

/** All that ran, as the timeline shows it. */
function runsOf({ loops, calls, before }: Inspection): Run[] {
  const own = [...loops, ...calls].flatMap(({ ran, units }, i): Run[] => {
    const name = i < loops.length ? `loop ${i + 1}` : `call ${i - loops.length + 1}`
    return ran === null ? [] : [{ name, colour: colourOf(i), start: ran.start, ms: ran.ms, units }]
  })
  const earlier = before.map((step, i): Run => {
    const { start, ms, units } = step
    return { name: `step ${i + 1}`, colour: colourOf(loops.length + calls.length + i), start, ms, units: units ?? [] }
  })
  return [...earlier.slice(-MOST_BEFORE), ...own]
}

const code = ({ loops }: Inspection, wasm: readonly (string | null)[]): string =>
  loops
    .map(
      (loop, i) =>
        `<div class="pair"><h3><span class="mark" style="background:${colourOf(i)}"></span>loop ${i + 1}</h3>` +
        `<pre class="kernel">${escape(loop.text)}</pre><pre class="wasm">${escape(wasm[i] ?? 'not shown')}</pre></div>`,
    )
    .join('')

/** One HTML page that needs nothing from elsewhere, and runs no scripts. */
export function renderPage({ title, machine, inspection, roof, wasm }: Page): string {
  const { note, loops, calls, before } = inspection
  const runs = runsOf(inspection)
  const part = (heading: string, about: string, body: string): string =>
    `<h2>${heading}</h2>${about === '' ? '' : `<p class="about">${about}</p>`}${body}`
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escape(title)}</h1><p class="about">${escape(machine)}</p>`,
    note === null ? '' : `<p class="note">${escape(note)}</p>`,
    inspection.graphs.length === 0
      ? ''
      : part('Graph', 'As it was recorded, and after each pass that changed it.', graphs(inspection.graphs)),
    loops.length === 0 ? '' : part('Loops', '', table(inspection, roof)),
    calls.length === 0
      ? ''
      : part('Calls', 'What the library does between loops, with kernels of its own.', callTable(inspection)),
    before.length === 0
      ? ''
      : part('Before', 'What was done before: other evaluations, and functions that compute at once.', beforeTable(inspection)),
    loops.length + calls.length + before.length === 0
      ? ''
      : part('Timeline', 'A row a thread, a bar a chunk.', drawTimeline(runs)),
    loops.length === 0
      ? ''
      : part(
          'Roofline',
          'What this machine’s loops reach at most, measured on float64 that no cache holds, and where these are. What stays in a cache may be above.',
          drawRoofline(loops, roof),
        ) +
        part('Code', 'The kernel, which names no memory and no length, and the WebAssembly made of it.', code(inspection, wasm)),
    '</body></html>\n',
  ].join('\n')
}
