import type { Node } from '@weldarray/ir'

export function expansion(op: string, arity: number, dtype?: 'float32' | 'float64'): { inputs: Node[]; nodes: Node[]; root: Node }
export function scalarFunction(op: string, arity?: number, dtype?: 'float32' | 'float64'): (...args: number[]) => number
