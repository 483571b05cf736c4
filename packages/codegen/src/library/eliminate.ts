import type { DType } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/** Rows of the largest matrices; larger ones are factored in blocks by others. */
export const LITTLE_ROWS = 128
/** Right sides of at most so many columns. */
export const LITTLE_COLUMNS = 128

const BYTES = 8
const even = (n: number): number => n + (n & 1)

/** Scratch memory: a matrix and its right sides side by side, each row of either a whole number of vectors. */
export const eliminateScratch = (n: number, columns: number): number => n * (even(n) + even(columns)) * BYTES

/**
 * Gauss' elimination with the largest pivot of each column, of a stack of little matrices of doubles; what is taken from rows of a matrix is taken from its
 * right sides at once. Rows are matrices. Arguments: matrices, right sides (0: the identity), to, rows, columns of the right sides, a
 * byte for each matrix that tells whether a pivot was 0. The variant `pivots` has no right sides: it writes the sign of the exchanges, and the pivots.
 */
export function eliminateKernel(w: Writer, _: DType, variant: string): void {
  const isSolving = variant !== 'pivots'
  const [matrix, matrix1] = w.ranges()
  const [from, right, to, n, columns, singular] = w.args()
  const [at, source, end, k, i, j, row, top, stop] = w.vars('i32')
  const [best, x, sign, size] = w.vars('f64')
  const v = w.var('v128')
  const width = w.keep(n.add(n.and(1)).mul(BYTES))
  const pitch = w.keep(width.add(columns.add(columns.and(1)).mul(BYTES)))
  const whole = w.keep(pitch.mul(n))
  const last = w.keep(w.scratch.add(whole))
  const rowBytes = w.keep(n.mul(BYTES))

  /** Rows of neighbours into the scratch memory, from `at` on. */
  const copyRows = (length: Ex): void => {
    i.set(0)
    w.upTo(i, n, 1, () => {
      row.set(at)
      end.set(row.add(length))
      w.upTo(row, end, BYTES, () => {
        w.store('float64', row, w.load('float64', source))
        source.bump(BYTES)
      })
      at.bump(pitch)
    })
  }

  /** Row `to` less `x` times row `by`, from these addresses on to the end of row `by`. */
  const subtract = (to: Var, by: Var, end: Ex): void => {
    v.set(w.splat('f64x2', x))
    w.upTo(by, end, 16, () => {
      w.storeVector(to, w.vec('f64x2', 'sub', w.loadVector(to), w.vec('f64x2', 'mul', v, w.loadVector(by))))
      to.bump(16)
    })
  }

  const exchange = (): void => {
    sign.set(w.num(0, 'f64').sub(sign))
    at.set(row)
    source.set(top)
    w.upTo(at, stop, 16, () => {
      v.set(w.loadVector(at))
      w.storeVector(at, w.loadVector(source))
      w.storeVector(source, v)
      source.bump(16)
    })
  }

  /** The column of the matrix that row `row` begins with here: `j` bytes from the beginning of rows. */
  const eliminate = (): void => {
    const pivot = w.var('i32')
    row.set(w.scratch)
    j.set(0)
    w.upTo(row, last, pitch, () => {
      stop.set(row.add(pitch))
      best.set(w.load('float64', row.add(j)).op('abs'))
      pivot.set(row)
      i.set(stop)
      w.upTo(i, last, pitch, () => {
        size.set(w.load('float64', i.add(j)).op('abs'))
        w.if(size.gt(best), () => {
          best.set(size)
          pivot.set(i)
        })
      })
      w.if(pivot.ne(row), () => {
        top.set(pivot)
        exchange()
      })
      best.set(w.load('float64', row.add(j)))
      w.if(
        best.eq(0),
        () => w.store('uint8', singular.add(matrix), 1),
        () => {
          i.set(stop)
          w.upTo(i, last, pitch, () => {
            x.set(w.load('float64', i.add(j)).op('div', best))
            w.if(x.ne(0), () => {
              // Columns before are no longer read: a whole vector is taken.
              k.set(j.and(-16))
              at.set(i.add(k))
              source.set(row.add(k))
              subtract(at, source, stop)
            })
          })
        },
      )
      j.bump(BYTES)
    })
  }

  /** The unknowns in place of the right sides, from the last row on. */
  const substitute = (): void => {
    row.set(last)
    w.while(
      () => row.gtU(w.scratch),
      () => {
        row.set(row.sub(pitch))
        j.set(j.sub(BYTES))
        k.set(j)
        i.set(row.add(pitch))
        w.upTo(i, last, pitch, () => {
          k.bump(BYTES)
          x.set(w.load('float64', row.add(k)))
          w.if(x.ne(0), () => {
            at.set(row.add(width))
            source.set(i.add(width))
            subtract(at, source, i.add(pitch))
          })
        })
        v.set(w.splat('f64x2', w.load('float64', row.add(j))))
        at.set(row.add(width))
        end.set(row.add(pitch))
        w.upTo(at, end, 16, () => w.storeVector(at, w.vec('f64x2', 'div', w.loadVector(at), v)))
      },
    )
  }

  w.upTo(matrix, matrix1, 1, () => {
    w.store('uint8', singular.add(matrix), 0)
    w.fillBytes(w.scratch, 0, whole)
    sign.set(1)
    at.set(w.scratch)
    source.set(from.add(matrix.mul(n).mul(rowBytes)))
    copyRows(rowBytes)
    if (isSolving) {
      const across = w.keep(columns.mul(BYTES))
      at.set(w.scratch.add(width))
      w.if(
        right,
        () => {
          source.set(right.add(matrix.mul(n).mul(across)))
          copyRows(across)
        },
        () => w.upTo(at, last, pitch.add(BYTES), () => w.store('float64', at, 1)),
      )
      eliminate()
      substitute()
      source.set(w.scratch.add(width))
      at.set(to.add(matrix.mul(n).mul(across)))
      w.upTo(source, last, pitch.sub(across), () => {
        end.set(source.add(across))
        w.while(
          () => source.ltU(end),
          () => {
            w.store('float64', at, w.load('float64', source))
            at.bump(BYTES)
            source.bump(BYTES)
          },
        )
      })
    } else {
      eliminate()
      at.set(to.add(matrix.mul(n.add(1)).mul(BYTES)))
      w.store('float64', at, sign)
      row.set(w.scratch)
      w.upTo(row, last, pitch.add(BYTES), () => {
        at.bump(BYTES)
        w.store('float64', at, w.load('float64', row))
      })
    }
  })
}
