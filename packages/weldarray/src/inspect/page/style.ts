/** The page's only style sheet: it asks for nothing from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c2128; --soft: #57606a; --line: #d0d7de; --box: #f6f8fa }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --ink: #e6edf3; --soft: #9aa4af; --line: #30363d; --box: #1d232a } }
body { margin: 0 auto; max-width: 1240px; padding: 24px; background: var(--ground); color: var(--ink); font: 14px/1.5 system-ui, sans-serif }
h1 { font-size: 22px; margin: 0 } h2 { font-size: 17px; margin: 36px 0 8px; border-bottom: 1px solid var(--line) }
.about, .none, .note { color: var(--soft) } .note { border-left: 3px solid #f28e2b; padding-left: 10px }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 5px 10px; border-bottom: 1px solid var(--line); vertical-align: top }
th { color: var(--soft); font-weight: 600 } td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.mark { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 6px }
pre { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: 10px; overflow: auto; max-height: 480px; font-size: 12px; line-height: 1.4; margin: 0 }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px; margin-bottom: 18px } .pair h3 { grid-column: 1 / -1; margin: 8px 0 0; font-size: 14px }
.tabs > input { position: absolute; opacity: 0 } .tabs > label { display: inline-block; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; margin: 0 4px 8px 0; cursor: pointer }
.tabs > input:checked + label { background: #4e79a7; border-color: #4e79a7; color: #fff } .tabs > input:focus-visible + label { outline: 2px solid #f28e2b }
.tabs > section { display: none }
.drawing { overflow: auto; max-height: 640px; border: 1px solid var(--line); border-radius: 6px; margin: 6px 0 10px }
svg { max-width: none; font: 12px system-ui, sans-serif } svg text { fill: var(--ink); text-anchor: middle } svg .type, svg .name { fill: var(--soft) } svg .type { font-size: 10.5px } svg .name { text-anchor: end } svg .left { text-anchor: start }
svg.timeline, svg.roofline { max-width: 100%; height: auto }
.edge { fill: none; stroke: var(--soft); marker-end: url(#tip) } marker path { fill: var(--soft) } .tick { stroke: var(--line) } .roof { fill: none; stroke: var(--ink); stroke-width: 2 }
.node rect { fill: var(--box); stroke: #4e79a7 } .node.input rect { stroke: #59a14f } .node.const rect, .node.param rect { stroke: var(--soft) } .node.reduce rect { stroke: #e15759 } .node.view rect { stroke: #b07aa1 } .node.root rect { stroke-width: 3 }
`
