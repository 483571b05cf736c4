import { type REPLServer, start } from 'node:repl'
import { contentsOf, inspectionOf, ndarray, np, shutdown } from '../tools-entry.js'

/** What the session does with an expression of the user's. */
type Show = (value: InstanceType<typeof np.ndarray>) => string

const graphs = (value: InstanceType<typeof np.ndarray>) => {
  const contents = contentsOf(value)
  return contents === null ? null : inspectionOf(contents)
}

const NOTHING = "The elements are a caller's typed array: nothing is pending."

const commands: Record<string, { readonly help: string; readonly show: Show }> = {
  explain: { help: 'how an array is computed: .explain x.mul(2)', show: (x) => x.explain() },
  ir: { help: 'the graph of an array, as it was recorded', show: (x) => graphs(x)?.graphs[0]?.text ?? NOTHING },
  passes: {
    help: 'the graph of an array after each pass',
    show: (x) =>
      graphs(x)
        ?.graphs.map(({ name, about, text }) => `${name} (${about})\n${text}`)
        .join('\n\n') ?? NOTHING,
  },
  kernel: {
    help: 'the kernels of an array’s loops',
    show: (x) =>
      graphs(x)
        ?.loops.map((l) => l.text)
        .join('\n\n') ?? NOTHING,
  },
}

/** Evaluates what the user has typed as Node does, `await` included. */
const valueOfText = (session: REPLServer, text: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    session.eval(text, session.context, 'repl', (error, result) => (error === null ? resolve(result) : reject(error)))
  })

function define(session: REPLServer, name: string, help: string, show: (text: string) => Promise<string>): void {
  session.defineCommand(name, {
    help,
    action(text) {
      session.clearBufferedCommand()
      void show(text)
        .catch((error: unknown) => `${error instanceof Error ? error.message : error}`)
        .then((shown) => {
          session.output.write(`${shown}\n`)
          session.displayPrompt()
        })
    },
  })
}

/** A session of Node: `np` and `ndarray` are there, arrays print themselves, and a few commands look into the compiler. */
export function startRepl(): void {
  const session = start({ prompt: '» ', useGlobal: false })
  const fill = (): void => {
    Object.assign(session.context, { np, ndarray })
  }
  fill()
  session.on('reset', fill)
  session.on('exit', () => void shutdown())
  for (const [name, { help, show }] of Object.entries(commands))
    define(session, name, help, async (text) => {
      const value = await valueOfText(session, text)
      return value instanceof np.ndarray ? show(value) : `expected an array, as in .${name} np.ones(3).add(1)`
    })
  define(session, 'time', 'how long an expression takes, evaluated: .time x.sum()', async (text) => {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const from = performance.now()
      const value = await valueOfText(session, text)
      if (value instanceof np.ndarray) await value.evaluateAsync()
      times.push(performance.now() - from)
    }
    return `${times.map((ms) => ms.toFixed(3)).join(' ')} ms`
  })
}
