import { join } from 'node:path'
import { distance, remove } from './compare.js'
import type { Store, StoredInput } from './inputs.js'
import type { RunningPeer } from './peers.js'
import { median } from './statistics.js'
import type { Inputs, Workload } from './workload.js'

/** What came out for one peer: milliseconds for a call, the median of samples and the least, or why there are none. */
export type Outcome = { readonly ms: number; readonly least: number } | { readonly missing: string }

export interface Measurement {
  readonly workload: string
  readonly size: number
  readonly outcomes: Readonly<Record<string, Outcome>>
}

/** How long to go on. */
export interface Effort {
  /** A sample repeats the call until it takes this long. */
  readonly sampleMs: number
  /** All peers together may take this long, within the limits on rounds. */
  readonly budgetMs: number
  readonly rounds: readonly [least: number, most: number]
  /** How long each peer runs before anything counts: engines compile while a program runs, some of them in the background. */
  readonly warmMs: number
}

export const thorough: Effort = { sampleMs: 10, budgetMs: 6000, rounds: [3, 25], warmMs: 100 }

/** What takes this long is not troubled by how it begins. */
const LONG_MS = 200

const why = (error: unknown): string => (error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error))

/** Readies a peer and notes where its results are; gives the reason when it has no part in this workload. */
async function ready(
  peer: RunningPeer,
  workload: Workload,
  inputs: Inputs<StoredInput>,
  store: Store,
): Promise<string[] | string> {
  const source = workload.implementations[peer.implementation as keyof typeof workload.implementations] as unknown
  const reply = await peer.ask({
    do: 'prepare',
    workload: workload.name,
    inputs,
    source: typeof source === 'string' ? source : null,
  })
  if (reply.is === 'missing') return reply.reason
  const checked = await peer.ask({ do: 'check', files: join(store.folder, `result-${peer.name.replaceAll(/\W/g, '')}`) })
  return checked.is === 'checked' ? checked.files : 'no results'
}

const once = async (peer: RunningPeer, calls: number, samples = 1): Promise<number> => {
  const reply = await peer.ask({ do: 'run', samples, calls })
  return reply.is === 'times' ? median(reply.ms) : Number.NaN
}

/** Calls that fill a sample, found while running in. A call that is much longer than a sample is not repeated for this. */
async function calibrate(peer: RunningPeer, { sampleMs, warmMs }: Effort): Promise<{ calls: number; ms: number }> {
  let ms = await once(peer, 1)
  const end = performance.now() + warmMs
  while (ms < 20 * sampleMs) {
    ms = await once(peer, Math.max(1, Math.min(1e5, Math.ceil(sampleMs / 2 / Math.max(ms, 1e-4)))))
    if (performance.now() >= end) break
  }
  const calls = Math.max(1, Math.min(1e6, Math.round(sampleMs / Math.max(ms, 1e-5))))
  return { calls, ms: Math.max(ms * calls, 1e-3) }
}

/** Times every peer on one workload and size: results compared first, then in turns, A B A B, medians. */
export async function measure(
  workload: Workload,
  size: number,
  peers: readonly RunningPeer[],
  store: Store,
  effort: Effort,
): Promise<Measurement> {
  const outcomes: Record<string, Outcome> = {}
  const inputs = store.put(workload.inputs(size))
  const going: { peer: RunningPeer; calls: number; ms: number; times: number[] }[] = []
  let expected: string[] | undefined
  for (const peer of peers) {
    if (!(peer.implementation in workload.implementations)) {
      outcomes[peer.name] = { missing: 'not expressible' }
      continue
    }
    try {
      const files = await ready(peer, workload, inputs, store)
      if (typeof files === 'string') {
        outcomes[peer.name] = { missing: files }
        continue
      }
      expected ??= files
      const off = distance(files, expected)
      if (files !== expected) remove(files)
      if (!(off <= (workload.tolerance ?? 1e-12))) throw new Error(`other results than ${peers[0]!.name}: ${off} of the largest`)
      going.push({ peer, ...(await calibrate(peer, effort)), times: [] })
    } catch (error) {
      outcomes[peer.name] = { missing: `failed: ${why(error)}` }
    }
  }
  remove(expected ?? [])
  const roundMs = going.reduce((sum, { ms }) => sum + ms, 0)
  const [least, most] = effort.rounds
  // What takes this long once is steady enough.
  const enough = roundMs > effort.budgetMs ? 1 : least
  const rounds = Math.min(most, Math.max(enough, Math.round(effort.budgetMs / roundMs)))
  for (let round = 0; round < rounds; round++)
    for (const one of going) {
      // Caches are cold after another's turn, and its threads may still be spinning (OpenMP's do): a sample that is thrown away goes before.
      if (one.ms < LONG_MS) await once(one.peer, one.calls)
      one.times.push(await once(one.peer, one.calls))
    }
  for (const { peer, times } of going) outcomes[peer.name] = { ms: median(times), least: Math.min(...times) }
  for (const peer of peers) await peer.ask({ do: 'drop' }).catch(() => {})
  return { workload: workload.name, size, outcomes }
}
