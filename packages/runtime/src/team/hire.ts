import { settings } from '../config/config.js'
import { Crew } from './crew.js'

/** After workers were lost, new ones are started only after this long, doubled each time. */
const RECOVER_MS = 50
const MOST_RECOVER_MS = 60_000

let crew: Crew | undefined
let losses = 0
let notBefore = 0

function lose(): void {
  notBefore = performance.now() + Math.min(MOST_RECOVER_MS, RECOVER_MS * 2 ** losses++)
}

/** The crew, started if there is none; `undefined` if there is to be none, or if threads are not to be had. */
export function currentCrew(): Crew | undefined {
  const size = settings.threads - 1
  crew?.look()
  if (crew?.broken) {
    void dismissCrew()
    lose()
  } else if (crew && crew.size !== size) void dismissCrew()
  if (size === 0 || crew || performance.now() < notBefore) return crew
  try {
    crew = new Crew(size)
  } catch {
    lose()
  }
  return crew
}

/** Ends the crew's threads. */
export async function dismissCrew(): Promise<void> {
  const ending = crew
  crew = undefined
  await ending?.end()
}
