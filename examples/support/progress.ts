import { SingleBar } from 'cli-progress'

/** Shows on a terminal how far work is, which gets a function that is told, from 0 to 1; nothing where standard output is none. */
export async function withProgress<T>(title: string, work: (told: (done: number) => void) => Promise<T>): Promise<T> {
  const { stdout } = process
  if (!stdout.isTTY) return work(() => {})
  const bar = new SingleBar({
    stream: stdout,
    format: `  ${title} {bar} {percentage} %, {duration_formatted}`,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(1, 0)
  try {
    return await work((done) => bar.update(done))
  } finally {
    bar.stop()
  }
}
