import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** Everything about the machine that timings depend on. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory}, ${process.platform} ${process.arch}, Node ${process.versions.node}`
}

export interface Load {
  /** Processors busy with other things, as a running average over a minute. */
  readonly average: number
  readonly note: string
}

/** What else the machine is doing. */
export function load(): Load {
  const average = loadavg()[0]!
  const quiet = average < 0.3
  return {
    average,
    note: quiet
      ? `load ${average.toFixed(2)} before the run`
      : `**load ${average.toFixed(2)} before the run: other programs were running, the times are only indicative**`,
  }
}

/** The commit that is measured. */
export function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}
