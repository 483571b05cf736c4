import { availableParallelism, cpus, totalmem } from 'node:os'
import { cacheDirectory, engineLacks, kernelsLack, np, settings, shutdown, trustedDirectory } from '../tools-entry.js'
import { entriesOf } from './cache.js'
import { say, sayRows } from './say.js'

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`

function cacheRow(): string {
  const directory = cacheDirectory()
  if (directory === undefined) return 'off: kernels are compiled anew by every process'
  if (trustedDirectory() === undefined) return `${directory}, which is not to be trusted with code: not used`
  const entries = entriesOf()
  return `${directory}, ${entries.length} files, ${mebibytes(entries.reduce((sum, e) => sum + e.bytes, 0))}`
}

/** Computes one expression on each of two ways, and says whether they agree. */
async function check(): Promise<string> {
  const x = np.arange(100_000)
  const quick = x.mul(2).add(1).sum()
  await np.evaluateAsync([quick])
  const right = quick.item() === 100_000 * 100_000
  const { kernelsCompiled, cacheHitsDisk, cacheHitsMemory } = np.stats()
  const from =
    cacheHitsDisk > 0 ? 'read from disk' : kernelsCompiled > 0 ? 'compiled' : cacheHitsMemory > 0 ? 'in memory' : 'not to be had'
  return `${right ? 'right' : 'WRONG'}; its kernel was ${from}`
}

/** Says what this machine and this Node give; exits with 1 if arrays would be wrong, or run in JavaScript. */
export async function doctor(): Promise<void> {
  const lack = engineLacks() ?? kernelsLack()
  const outcome = await check()
  sayRows([
    ['node', `${process.versions.node}, V8 ${process.versions.v8}, ${process.platform} ${process.arch}`],
    [
      'processor',
      `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} threads, of which ${settings.threads} are used`,
    ],
    ['kernels', lack ?? 'WebAssembly with vectors of 16 bytes, on shared memory'],
    ['memory', `${mebibytes(totalmem())} in all, ${mebibytes(settings.maxMemory)} for arrays at most`],
    ['cache', cacheRow()],
    ['a sum', outcome],
  ])
  if (lack !== null) say('Loops run in JavaScript here: slower, to the same results.')
  await shutdown()
  if (lack !== null || outcome.startsWith('WRONG')) process.exitCode = 1
}
