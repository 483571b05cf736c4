#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander'
import { np } from '../tools-entry.js'
import { bench } from './bench.js'
import { clearCache, listCache, pathOfCache } from './cache.js'
import { doctor } from './doctor.js'
import { explain } from './explain.js'
import { startRepl } from './repl.js'

/** Put in by the build of the package. */
declare const WELDARRAY_VERSION: string | undefined
const version = typeof WELDARRAY_VERSION === 'string' ? WELDARRAY_VERSION : 'of the source tree'

/** Their times are a list, which is printed. */
const MOST_RUNS = 10_000

function count(text: string): number {
  const n = Number(text)
  if (text.trim() === '' || !Number.isSafeInteger(n) || n < 0) throw new InvalidArgumentError('expected a whole number from 0 up')
  return n
}

function runs(text: string): number {
  const n = count(text)
  if (n > MOST_RUNS) throw new InvalidArgumentError(`expected at most ${MOST_RUNS}`)
  return n
}

const list = (text: string): string[] => text.split(',').filter((part) => part !== '')

const program = new Command('weldarray')
  .description('Lazy arrays: a session, a look into the compiler, the cache of kernels, and what this machine gives.')
  .version(version)
  .showHelpAfterError()

program
  .command('repl', { isDefault: true })
  .description('a session of Node with np loaded; .help lists what it knows beside JavaScript')
  // What is no command is an argument of the session, of which there are none.
  .allowExcessArguments()
  .action((_options: object, { args }: Command) =>
    args.length === 0 ? startRepl() : program.error(`error: unknown command '${args[0]}'`),
  )

program
  .command('explain')
  .description('print a graph of the text form after each pass, its loops, and how they ran')
  .argument('<file>', 'a graph as docs/ir.md describes it; - is the standard input')
  .option('--passes <names>', 'these passes in this order, and no others (an empty list is none)', list)
  .option('--without <names>', 'the usual passes without these', list)
  .option('--input <slot=file.npy...>', 'what an input holds; the others are random')
  .option('--seed <n>', 'of the random inputs', count, 0)
  .option('--runs <n>', 'how often it is run; 0 is not at all', runs, 5)
  .option('--print', 'print the results')
  .option('--html <file>', 'write the inspector’s page')
  .action(explain)

program.command('bench').description('a minute’s measure of this machine: what a loop, a replay and a sum cost').action(bench)

const cache = program.command('cache').description('compiled kernels on disk')
cache.command('path').description('where they are').action(pathOfCache)
cache.command('ls').description('list them, those used last first').action(listCache)
cache.command('clear').description('delete them; programs compile them again').action(clearCache)

program.command('doctor').description('what this machine and this Node give: threads, vectors, memory, cache').action(doctor)

/** What went wrong outside is said in a line. */
function fail({ message }: Error): void {
  process.stderr.write(`weldarray: ${message}\n`)
  process.exitCode = 1
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads the output may have read enough.
  if (error.code !== 'EPIPE') fail(error)
  process.exit()
})

program.parseAsync().catch((error: unknown) => {
  // What a user got wrong is said in a line; a stack is for bugs.
  if (!(error instanceof np.WeldError) && !('code' in (error as object))) throw error
  fail(error as Error)
})
