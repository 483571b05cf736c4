/** The elements an access goes to, each counted once, along axes of these lengths: strides of 0 stay where they are. */
export function elementsTouched(lengths: readonly number[], strides: readonly number[]): number {
  let n = 1
  for (let k = 0; k < lengths.length; k++) if (strides[k] !== 0) n *= lengths[k]!
  return n
}
