import { type REPLServer, start } from 'node:repl'
import { contentsOf, inspectionOf, ndarray, np, shutdown } from '../tools-entry.js'
import { InOrder } from './in-order.js'

/** What the session does with an expression of the user's. */
type Show = (value: InstanceType<typeof np.ndarray>) => string

type Inspection = ReturnType<typeof inspectionOf>

/** What is known of how an array is computed, as text; where that is nothing, why. */
const inspected =
  (text: (inspection: Inspection) => string): Show =>
  (value) => {
    const contents = contentsOf(value)
    if (contents === null) return "The elements are a caller's typed array: nothing is pending."
    const inspection = inspectionOf(contents)
    return text(inspection) || inspection.note || 'Nothing is left to compute.'
  }

const commands: Record<string, { readonly help: string; readonly show: Show }> = {
  explain: { help: 'how an array is computed: .explain x.mul(2)', show: (x) => x.explain() },
  ir: { help: 'the graph of an array, as it was recorded', show: inspected((i) => i.graphs[0]?.text ?? '') },
  passes: {
    help: 'the graph of an array after each pass',
    show: inspected((i) => i.graphs.map(({ name, about, text }) => `${name} (${about})\n${text}`).join('\n\n')),
  },
  kernel: { help: 'the kernels of an array’s loops', show: inspected((i) => i.loops.map((l) => l.text).join('\n\n')) },
}

/** What went wrong with what was typed; the session keeps the error of an expression that is not whole, and may go on, within another. */
function messageOf(error: unknown): string {
  const { err = error } = error as { err?: unknown }
  return err instanceof Error ? err.message : String(err)
}

function define(session: REPLServer, order: InOrder, name: string, help: string, show: (text: string) => Promise<string>): void {
  session.defineCommand(name, {
    help,
    action(text) {
      session.clearBufferedCommand()
      order.begin()
      void show(text)
        .catch(messageOf)
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
  const order = new InOrder(session)
  session.on('exit', () => order.afterwards(() => void shutdown()))
  for (const [name, { help, show }] of Object.entries(commands))
    define(session, order, name, help, async (text) => {
      const value = await order.evaluate(text)
      return value instanceof np.ndarray ? show(value) : `expected an array, as in .${name} np.ones(3).add(1)`
    })
  define(session, order, 'time', 'how long an expression takes, evaluated: .time x.sum()', async (text) => {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const from = performance.now()
      const value = await order.evaluate(text)
      if (value instanceof np.ndarray) await value.evaluateAsync()
      times.push(performance.now() - from)
    }
    return `${times.map((ms) => ms.toFixed(3)).join(' ')} ms`
  })
}
