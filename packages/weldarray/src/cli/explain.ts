import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Pass } from '@weldarray/optimizer'
import { describePlan, inspectGraph, np, pageOf, parse, pipeline, shutdown, verify } from '../tools-entry.js'
import { memoriesFor, slotsOf } from './inputs.js'
import { say } from './say.js'

export interface ExplainOptions {
  readonly passes?: readonly string[]
  readonly without?: readonly string[]
  readonly input?: readonly string[]
  readonly seed: number
  readonly runs: number
  readonly print?: boolean
  readonly html?: string
}

const names = (): string => [...new Set(pipeline.map((pass) => pass.name))].join(', ')

/** The passes of these names. Throws `ValueError` for a name that none has. */
function passesOf(wanted: readonly string[]): Pass[] {
  return wanted.map((name) => {
    const pass = pipeline.find((p) => p.name === name)
    if (pass === undefined) throw new np.ValueError(`there is no pass '${name}'; there are ${names()}`)
    return pass
  })
}

function chosen({ passes, without }: ExplainOptions): readonly Pass[] {
  if (passes !== undefined) return passesOf(passes)
  const dropped = passesOf(without ?? [])
  return pipeline.filter((pass) => !dropped.includes(pass))
}

/** Prints a graph after each pass, its loops, and how long they took; writes the inspector's page if asked. */
export async function explain(file: string, options: ExplainOptions): Promise<void> {
  const { roots, interner } = parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  verify(roots)
  const memories = memoriesFor(slotsOf(roots), options.input ?? [], options.seed)
  const { inspection, plan, results, times, traces } = await inspectGraph(
    { roots, interner },
    memories,
    options.runs,
    chosen(options),
  )
  for (const { name, about, text } of inspection.graphs) say(`${name} (${about})\n${text}\n`)
  say(describePlan(plan, traces))
  if (times.length > 0) say(`\n${times.length} runs, milliseconds: ${times.map((ms) => ms.toFixed(3)).join(' ')}`)
  if (options.print)
    results.forEach((memory, i) => {
      say(`\nroot ${i}\n${String(np.reshape(np.asarray(memory.data.slice() as never), [...roots[i]!.shape]))}`)
    })
  if (options.html !== undefined) {
    writeFileSync(options.html, await pageOf(inspection, { title: file === '-' ? 'standard input' : basename(file) }))
    say(`\n${options.html} is the inspector's page`)
  }
  await shutdown()
}
