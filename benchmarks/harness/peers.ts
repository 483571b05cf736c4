import { type Command, PeerProcess } from './process.js'
import type { Reply, Request } from './protocol.js'
import type { Inside } from './serve.js'
import type { Implementations } from './workload.js'

/** A competitor: how to start it, and whose implementations it runs. */
export interface Peer {
  readonly name: string
  readonly implementation: keyof Implementations
  readonly command: Command
  /** What a JavaScript peer does in its process. */
  readonly inside?: () => Promise<Inside>
}

/** A peer in this repository's JavaScript: the same program started again, with `--peer NAME`. */
export function jsPeer(
  name: string,
  implementation: keyof Implementations,
  inside: () => Promise<Inside>,
  env: Readonly<Record<string, string>> = {},
): Peer {
  return { name, implementation, inside, command: { file: process.execPath, args: [process.argv[1]!, '--peer', name], env } }
}

/** A peer whose process is up. */
export interface RunningPeer {
  readonly name: string
  readonly implementation: string
  readonly version: string
  ask(request: Request): Promise<Reply>
  stop(): void
}

/** Starts a peer; one that cannot be started answers that it is missing. */
export async function start(peer: Peer): Promise<RunningPeer> {
  const { name, implementation } = peer
  const child = new PeerProcess(peer.command)
  try {
    const hello = await child.ask({ do: 'hello' })
    if (hello.is !== 'hello') throw new Error(hello.is === 'missing' ? hello.reason : 'no answer')
    return { name, implementation, version: hello.version, ask: (r) => child.ask(r), stop: () => child.stop() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { name, implementation, version: 'missing', ask: async () => ({ is: 'missing', reason }), stop: () => child.stop() }
  }
}
