import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'
import type { Reply, Request } from './protocol.js'

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The driver's end of a peer in a process of its own. */
export class PeerProcess {
  private readonly child: ChildProcess
  private readonly lines: AsyncIterator<string>
  private readonly reader: Interface
  private failure: Error | undefined

  constructor(command: Command) {
    this.child = spawn(command.file, command.args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...command.env },
    })
    this.child.on('error', (error) => {
      this.failure = error
      this.reader.close()
    })
    this.child.stdin!.on('error', () => {})
    this.reader = createInterface({ input: this.child.stdout! })
    this.lines = this.reader[Symbol.asyncIterator]()
  }

  /** Throws when the peer cannot be started or has died. */
  async ask(request: Request): Promise<Reply> {
    this.child.stdin!.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await this.lines.next()
    if (done) throw this.failure ?? new Error('the process ended')
    const reply: Reply = JSON.parse(value)
    if (reply.is === 'error') throw new Error(reply.message)
    return reply
  }

  stop(): void {
    this.child.stdin!.end()
  }
}
