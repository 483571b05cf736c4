import { stopCompiler } from './compiler/compiler.js'
import { team } from './team/team.js'

/** Ends all worker threads. Arrays stay valid, and the next evaluation that needs threads starts them again. */
export async function shutdown(): Promise<void> {
  await Promise.all([stopCompiler(), team.shutdown()])
}
