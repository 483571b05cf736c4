import dagre from '@dagrejs/dagre'
import type { InspectedGraph, InspectedNode } from '@weldarray/runtime'
import { escape } from './html.js'

const HEIGHT = 36
const CHARACTER = 7.2

const widthOf = ({ label, type }: InspectedNode): number => 20 + CHARACTER * Math.max(label.length, type.length * 0.85)

const points = (line: readonly { x: number; y: number }[]): string =>
  line.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ')

/** A graph as a drawing, operands above what is computed from them. */
export function drawGraph({ nodes }: InspectedGraph): string {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 34, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  nodes.forEach((node, i) => {
    graph.setNode(String(i), { width: widthOf(node), height: HEIGHT })
  })
  nodes.forEach(({ args }, i) => {
    args.forEach((arg, k) => {
      graph.setEdge(String(arg), String(i), {}, String(k))
    })
  })
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const edges = graph
    .edges()
    .map((e: { v: string; w: string; name?: string }) => `<polyline class="edge" points="${points(graph.edge(e).points)}"/>`)
  const boxes = nodes.map((node, i) => {
    const { x, y } = graph.node(String(i)) as { x: number; y: number }
    const w = widthOf(node)
    return (
      `<g class="node ${node.kind}${node.isRoot ? ' root' : ''}" transform="translate(${(x - w / 2).toFixed(1)},${(y - HEIGHT / 2).toFixed(1)})">` +
      `<title>%${i} = ${escape(node.label)} : ${escape(node.type)}</title>` +
      `<rect width="${w.toFixed(1)}" height="${HEIGHT}" rx="6"/>` +
      `<text x="${(w / 2).toFixed(1)}" y="15">${escape(node.label)}</text>` +
      `<text class="type" x="${(w / 2).toFixed(1)}" y="29">${escape(node.type)}</text></g>`
    )
  })
  return (
    `<svg class="graph" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}" role="img">` +
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>` +
    `${edges.join('')}${boxes.join('')}</svg>`
  )
}
