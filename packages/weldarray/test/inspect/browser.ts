import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A browser that can be asked what it shows, or undefined if there is none on this machine. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {}
    }
  return undefined
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

/** A headless browser with one page, spoken to over a pipe in its debugging protocol. */
export class Browser {
  readonly #process: ChildProcess
  readonly #profile = mkdtempSync(join(tmpdir(), 'weldarray-browser-'))
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #events: Message[] = []
  #last = 0
  #session = ''

  private constructor(path: string) {
    this.#process = spawn(
      path,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--remote-debugging-pipe',
        `--user-data-dir=${this.#profile}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    )
    let rest = ''
    ;(this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\0')
      rest = parts.pop()!
      for (const part of parts) this.#take(JSON.parse(part) as Message)
    })
  }

  static async open(path: string, url: string): Promise<Browser> {
    const browser = new Browser(path)
    const { targetInfos } = (await browser.send('Target.getTargets')) as { targetInfos: { type: string; targetId: string }[] }
    const { targetId } = targetInfos.find((t) => t.type === 'page')!
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    browser.#session = sessionId as string
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await browser.send(`${domain}.enable`)
    const loaded = browser.#event('Page.loadEventFired')
    await browser.send('Page.navigate', { url })
    await loaded
    return browser
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.#last
    const session = this.#session === '' ? {} : { sessionId: this.#session }
    ;(this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result!)))
    })
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true })
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }

  /** What the page has asked for, and what it has complained of. */
  get requests(): string[] {
    return this.#of('Network.requestWillBeSent').map((p) => (p.request as { url: string }).url)
  }

  get complaints(): string[] {
    return this.#of('Log.entryAdded').map((p) => (p.entry as { text: string }).text)
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill()
    await ended
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  #of(method: string): Record<string, unknown>[] {
    return this.#events.filter((e) => e.method === method).map((e) => e.params!)
  }

  async #event(method: string): Promise<void> {
    while (!this.#events.some((e) => e.method === method)) await new Promise((go) => setTimeout(go, 20))
  }

  #take(message: Message): void {
    if (message.id === undefined) this.#events.push(message)
    else {
      this.#waiting.get(message.id)?.(message)
      this.#waiting.delete(message.id)
    }
  }
}
