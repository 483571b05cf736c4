import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { resolve } from 'node:path'
import { ArgumentError } from '@weldarray/ir'
import { evaluateAsync, type Inspection, inspectionOf, settings, withUnitTimes } from '@weldarray/runtime'
import { contentsOf, type NdArray } from '../array/ndarray.js'
import type { AnyDType } from '../array/types.js'
import { isNdArray } from '../array/wrap.js'
import { drawing } from './drawing.js'
import { measureRoof } from './roof.js'

export interface InspectOptions {
  /** The page's title. */
  title?: string | undefined
  /** Whether this machine is measured for the roofline, which takes about a second the first time; true if not said. */
  roofline?: boolean | undefined
  /** Whether the loops' WebAssembly is shown as text, which loads the code generator; true if not said. */
  wasm?: boolean | undefined
}

/** The page of an inspection. */
export async function pageOf(inspection: Inspection, options: InspectOptions = {}): Promise<string> {
  const { title = 'weldarray inspector', roofline = true, wasm = true } = options
  const { renderPage, wasmText } = await drawing(wasm)
  const ran = inspection.loops.some((loop) => loop.ran !== null)
  return renderPage({
    title,
    machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${settings.threads} of ${availableParallelism()} threads, Node ${process.versions.node}`,
    inspection,
    roof: roofline && ran ? await measureRoof() : null,
    wasm: await Promise.all(inspection.loops.map((loop) => (wasm ? wasmText(loop) : null))),
  })
}

/**
 * Writes a page about how an array is computed: the recorded graph and what each pass made of it, the loops with their schedules, bytes
 * and times, the chunks of each thread on a timeline, the loops below this machine's roofline, and their code. A pending array is
 * computed, and watched; of one that has been, the page says as much as is known. The file needs nothing else and runs no scripts.
 *
 * Gives the path of the file. Rejects with `ArgumentError` for what is no array of this library, and as `evaluateAsync` does.
 *
 * @param file where the page goes
 * @example
 * const path = await np.inspect(np.arange(1000).mul(2).sin(), 'sin.html', { roofline: false })
 * path.endsWith('sin.html') // true
 */
export async function inspect(x: NdArray<AnyDType>, file = 'inspect.html', options: InspectOptions = {}): Promise<string> {
  if (!isNdArray(x)) throw new ArgumentError(`inspect: got ${x === null ? 'null' : typeof x}, expected an array of this library`)
  if (typeof file !== 'string')
    throw new ArgumentError(`inspect: the file is ${typeof file}, expected the path of a page to write`)
  const contents = contentsOf(x)
  let inspection: Inspection = {
    note: "The elements are a caller's typed array: nothing is computed.",
    graphs: [],
    loops: [],
    calls: [],
  }
  if (contents !== null) {
    await withUnitTimes(() => evaluateAsync([contents]))
    inspection = inspectionOf(contents)
  }
  const path = resolve(file)
  writeFileSync(path, await pageOf(inspection, options))
  return path
}
