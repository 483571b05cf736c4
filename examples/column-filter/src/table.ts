import {
  ArgumentError,
  arrayOf,
  broadcast,
  cast,
  constant,
  dtypeInfo,
  map,
  type NdArray,
  type Node,
  nodeOf,
  reduce,
} from 'weldarray/ir'

export type Comparison = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne'

type Column = Parameters<typeof nodeOf>[0]

const number = (value: number, like: Node): Node => constant(dtypeInfo[like.dtype].big ? BigInt(value) : value, like.dtype)

/** The rows of a table that fulfil some conditions. Nothing is computed, and no row is copied, until a value is looked at. */
export class Rows {
  constructor(
    private readonly columns: ReadonlyMap<string, Node>,
    /** Whether each row fulfils them; null before the first one. */
    private readonly mask: Node | null = null,
  ) {}

  private node(name: string): Node {
    const column = this.columns.get(name)
    if (column === undefined)
      throw new ArgumentError(`there is no column '${name}', expected one of ${[...this.columns.keys()].join(', ')}`)
    return column
  }

  /** Those of the rows whose column compares so with a number. */
  where(name: string, comparison: Comparison, value: number): Rows {
    const column = this.node(name)
    const holds = map(comparison, [column, number(value, column)])
    return new Rows(this.columns, this.mask === null ? holds : map('and', [this.mask, holds]))
  }

  private selected(name: string): Node {
    const column = this.node(name)
    return this.mask === null ? column : map('select', [this.mask, column, broadcast(number(0, column), column.shape)])
  }

  /** A column, with 0 in the rows that do not fulfil the conditions. */
  column(name: string): NdArray {
    return arrayOf(this.selected(name))
  }

  private total(name: string): Node {
    return reduce('sum', cast(this.selected(name), 'float64'))
  }

  private get rows(): Node {
    const [first] = this.columns.values()
    return this.mask === null ? constant(first!.shape[0]!, 'float64') : reduce('sum', cast(this.mask, 'float64'))
  }

  /** How many rows there are: a lazy 0-d array. */
  count(): NdArray {
    return arrayOf(this.rows)
  }

  /** The sum of a column over the rows, in float64: a lazy 0-d array. */
  sum(name: string): NdArray {
    return arrayOf(this.total(name))
  }

  /** The mean of a column over the rows, NaN without any: a lazy 0-d array. */
  mean(name: string): NdArray {
    return arrayOf(map('div', [this.total(name), this.rows]))
  }
}

/** A table of columns of one length: arrays, pending or not, `ndarray`s or typed arrays. */
export function table(columns: Readonly<Record<string, Column>>): Rows {
  const nodes = Object.entries(columns).map(([name, column]) => [name, nodeOf(column)] as const)
  const [first] = nodes
  if (first === undefined) throw new ArgumentError('table: got no columns, expected one or more')
  for (const [name, { shape }] of nodes)
    if (shape.length !== 1 || shape[0] !== first[1].shape[0])
      throw new ArgumentError(`table: column '${name}' has shape (${shape}), expected that of '${first[0]}', (${first[1].shape})`)
  return new Rows(new Map(nodes))
}
