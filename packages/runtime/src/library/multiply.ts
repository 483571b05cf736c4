import { contractScratch, TILE_ROWS, tileColumns } from '@weldarray/codegen'
import { type DType, INNER_BLOCK } from '@weldarray/ir'
import { products } from './costs.js'
import { available, bytesOf, kernelFor, pieceOf, type Task } from './run.js'

/*
 * Products of matrices that lie in the heap: panels of the right ones first, then tiles of the results from them.
 */

const PANELS = kernelFor('panels')
const contracting = {
  plain: kernelFor('contract'),
  minus: kernelFor('contract', 'minus'),
  direct: kernelFor('contract', 'direct'),
}

/** A stack of matrices: where they begin, and bytes between neighbours. */
export interface Matrices {
  readonly addresses: readonly number[]
  readonly rowStride: number
  readonly columnStride: number
}

export interface Product {
  readonly dtype: DType
  readonly rows: number
  readonly inner: number
  readonly columns: number
  readonly left: Matrices
  readonly right: Matrices
  /** The results: bytes from row to row, and from one matrix to the next. */
  readonly to: { readonly address: number; readonly pitch: number; readonly size: number }
  /** From this the products are taken away; it may not overlap the results. */
  readonly base?: { readonly address: number; readonly pitch: number } | undefined
}

export const canMultiply = (dtype: DType, minus: boolean): boolean =>
  available(PANELS(dtype)) &&
  (minus ? available(contracting.minus(dtype)) : available(contracting.plain(dtype)) && available(contracting.direct(dtype)))

/** Computes a stack of products on all threads. No length is 0. */
export const multiply = (task: Task, product: Product): void => task.part(() => inStrips(task, product))

function inStrips(task: Task, { dtype, rows, inner, columns, left, right, to, base }: Product): void {
  const count = left.addresses.length
  const bytes = bytesOf(dtype)
  const width = tileColumns(dtype)
  const tables = task.words(2 * count)
  const { data: words, at } = tables
  const panelBytes = inner * width * bytes
  const blockBytes = Math.min(inner, INNER_BLOCK) * width * bytes
  const panelsAtOnce = Math.max(1, Math.floor(Math.min(products.panelBytes / panelBytes, products.blockBytes / blockBytes)))
  // A strip of columns of each matrix of a group.
  const stripPanels = Math.min(Math.ceil(columns / width), panelsAtOnce)
  const group = Math.min(count, Math.max(1, Math.floor(panelsAtOnce / stripPanels)))
  // As wide as a panel, and without gaps: it is one. Of several, blocks of one matrix are.
  const isDense = columns === width && right.columnStride === bytes && right.rowStride === width * bytes
  const isPanel =
    isDense &&
    (count === 1 || inner <= INNER_BLOCK) &&
    right.addresses.every((at, k) => at === right.addresses[0]! + k * panelBytes)
  const size = isPanel ? 0 : group * stripPanels * panelBytes
  const large = size > products.littleBytes ? task.scratch(dtype, size / bytes) : null
  const panels = isPanel ? 0 : (large ?? task.words(size >> 2)).address
  const tiles = Math.ceil(rows / TILE_ROWS)
  const least = inner > INNER_BLOCK ? Math.min(products.leastTiles, Math.ceil(tiles / products.fewestPieces)) : 1
  for (let first = 0; first < count; first += group) {
    const some = Math.min(group, count - first)
    for (let column = 0; column < columns; column += stripPanels * width) {
      const strip = Math.min(columns - column, stripPanels * width)
      const own = Math.ceil(strip / width)
      for (let i = 0; i < some; i++) {
        words[at + i] = left.addresses[first + i]!
        words[at + count + i] = right.addresses[first + i]! + column * right.columnStride
      }
      const table = tables.address
      const made = isPanel ? right.addresses[first]! : panels
      const place = first * to.size + column * bytes
      if (!isPanel)
        task.launch({
          kernel: PANELS(dtype),
          args: [table + 4 * count, made, inner, strip, right.rowStride, right.columnStride, own, some * own],
          rows: some * own,
          rowStep: pieceOf(Math.max(1, Math.floor(products.piece / 4 / (inner * width)))),
        })
      const sizes = [rows, inner, strip, left.rowStride, left.columnStride, to.pitch, to.size, tiles, own, some * own]
      const args = [table, made, to.address + place, ...sizes]
      if (base !== undefined) args.push(base.address + place, base.pitch)
      task.launch({
        kernel: contracting[base !== undefined ? 'minus' : own <= products.fewPanels ? 'direct' : 'plain'](dtype),
        args,
        rows: some * tiles,
        rowStep: pieceOf(Math.max(least, Math.floor(products.piece / (inner * strip * TILE_ROWS)))),
        cols: own,
        colStep: own,
        scratch: contractScratch(dtype),
      })
    }
  }
  if (large !== null) task.release(large)
}
