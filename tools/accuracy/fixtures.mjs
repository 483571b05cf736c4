// Writes packages/ir/test/fixtures/<function>.bin: the hard points of each function with correctly rounded references.
//   node tools/accuracy/fixtures.mjs [function ...]
// A point is hard when our error or the host's is among the largest, when the exact value is nearest to halfway between
// two doubles, or when it is one of the first of its kind (breakpoints, subnormal, huge, …): see points.mjs.
// A record: the arguments and the nearest double (8 bytes each, little-endian), then what is left, in 2^-15 units of
// its last place (16-bit integer).
import { mkdirSync, writeFileSync } from 'node:fs'
import { functions, pointsOf, ulps } from './points.mjs'
import { reference } from './reference.mjs'
import { scalarFunction } from './straight.mjs'

const TRIED = 200_000
const folder = new URL('../../packages/ir/test/fixtures/', import.meta.url)
mkdirSync(folder, { recursive: true })
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(functions)

for (const name of chosen) {
  const { arity, from } = functions[name]
  const args = pointsOf(name, TRIED, 20)
  const exact = reference(name, args)
  const f = scalarFunction(name, arity)
  const host = Math[name] ?? f
  const indices = Array.from({ length: TRIED }, (_, i) => i)
  const at = (g, i) => (arity === 1 ? g(args[i]) : g(args[2 * i], args[2 * i + 1]))
  const error = (g) => indices.map((i) => ulps(at(g, i), exact[2 * i], exact[2 * i + 1]))
  const finite = (e) => (Number.isFinite(e) ? e : 0)
  const top = (score, count) => [...indices].sort((a, b) => score[b] - score[a] || a - b).slice(0, count)
  const picked = new Set([
    ...indices.slice(0, 60 * from.length),
    ...top(error(f).map(finite), 700),
    ...top(error(host).map(finite), 300),
    ...top(
      indices.map((i) => 0.5 - Math.abs(Math.abs(exact[2 * i + 1]) - 0.5)),
      700,
    ),
  ])
  for (const i of indices) if (picked.size < 2048) picked.add(i)
  const size = 8 * arity + 10
  const out = new DataView(new ArrayBuffer(size * picked.size))
  ;[...picked]
    .sort((a, b) => a - b)
    .forEach((i, k) => {
      for (let j = 0; j < arity; j++) out.setFloat64(size * k + 8 * j, args[arity * i + j], true)
      out.setFloat64(size * k + 8 * arity, exact[2 * i], true)
      out.setInt16(size * k + 8 * arity + 8, Math.round(exact[2 * i + 1] * 2 ** 15), true)
    })
  writeFileSync(new URL(`${name}.bin`, folder), new Uint8Array(out.buffer))
  console.log(`${name}: ${picked.size} points`)
}
