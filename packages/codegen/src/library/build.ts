import type { DType } from '@weldarray/ir'
import type { Scope } from '../wasm/scope.js'
import { appendKernel, countKernel } from './append.js'
import { applyKernel } from './apply.js'
import { bisectKernel } from './bisect.js'
import { packKernel, unpackKernel } from './bits.js'
import { contractKernel } from './contract.js'
import { copyKernel } from './copy.js'
import { dotsKernel } from './dots.js'
import { drawKernel } from './draw.js'
import { eliminateKernel } from './eliminate.js'
import type { LibraryKernel, LibraryName } from './kernel.js'
import { panelsKernel } from './panels.js'
import { peaksKernel } from './peaks.js'
import { pivotKernel } from './pivot.js'
import { radixKernel } from './radix.js'
import { segmentsKernel } from './segments.js'
import { slideKernel } from './slide.js'
import { spreadKernel } from './spread.js'
import { binSumsKernel, binsKernel } from './tally.js'
import { updateKernel } from './update.js'
import { Writer } from './writer.js'

type Emitter = (w: Writer, dtype: DType, variant: string) => void

const emitters = {
  copy: copyKernel,
  count: countKernel,
  append: appendKernel,
  bins: binsKernel,
  'bin sums': binSumsKernel,
  panels: panelsKernel,
  contract: contractKernel,
  apply: applyKernel,
  dots: dotsKernel,
  slide: slideKernel,
  eliminate: eliminateKernel,
  pivot: pivotKernel,
  radix: radixKernel,
  spread: spreadKernel,
  bisect: bisectKernel,
  peaks: peaksKernel,
  update: updateKernel,
  segments: segmentsKernel,
  pack: packKernel,
  unpack: unpackKernel,
  draw: drawKernel,
} satisfies Record<LibraryName, Emitter>

/** Writes the body of a kernel of the library into a function with the parameters of `run`. */
export function writeLibrary(e: Scope, { name, dtype, variant }: LibraryKernel): void {
  emitters[name](new Writer(e), dtype, variant)
}
