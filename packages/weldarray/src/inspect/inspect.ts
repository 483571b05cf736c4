import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { resolve } from 'node:path'
import { ArgumentError, checkOptions } from '@weldarray/ir'
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

const nothing = { graphs: [], loops: [], calls: [] } as const

/** Throws `ArgumentError` for what is no array of this library. */
function checkArray(x: unknown, what: string): NdArray<AnyDType> {
  if (isNdArray(x)) return x
  throw new ArgumentError(`inspect: ${what} ${x === null ? 'null' : typeof x}, expected an array of this library`)
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

/** An array to be inspected, or a function that makes it. */
export type Inspected = NdArray<AnyDType> | (() => NdArray<AnyDType> | Promise<NdArray<AnyDType>>)

/**
 * Writes a page about how an array is computed: the recorded graph and what each pass made of it, the loops with their schedules, bytes
 * and times, the chunks of each thread on a timeline, the loops below this machine's roofline, and their code. A pending array is
 * computed, and watched; of one that has been, the page says as much as is known. Of a function that gives the array
 * (`() => np.linalg.inv(a).mul(2)`), all it does is watched:
 * evaluations within it, and functions that compute at once (factorizations, random numbers). The file needs nothing else and runs no scripts.
 *
 * Gives the path of the file. Rejects with `ArgumentError` for what is no array of this library, and as `evaluateAsync` and the function do.
 *
 * @param file where the page goes
 * @example
 * const path = await np.inspect(np.arange(1000).mul(2).sin(), 'sin.html', { roofline: false })
 * path.endsWith('sin.html') // true
 */
export async function inspect(x: Inspected, file = 'inspect.html', options: InspectOptions = {}): Promise<string> {
  if (typeof x !== 'function') checkArray(x, 'got')
  if (typeof file !== 'string')
    throw new ArgumentError(`inspect: the file is ${typeof file}, expected the path of a page to write`)
  checkOptions('inspect', options, ['title', 'roofline', 'wasm'])
  const inspection = await withUnitTimes(async (log): Promise<Inspection> => {
    const array = typeof x === 'function' ? checkArray(await x(), 'the function gave') : x
    const contents = contentsOf(array)
    if (contents === null)
      return { note: "The elements are a caller's typed array: nothing is computed.", ...nothing, before: log.slice() }
    await evaluateAsync([contents])
    return inspectionOf(contents, log)
  })
  const path = resolve(file)
  writeFileSync(path, await pageOf(inspection, options))
  return path
}
