import type { InspectedLoop } from '@weldarray/runtime'

/** What the code generator makes of a loop's kernel, as text. */
export async function wasmText({ kernel }: InspectedLoop): Promise<string> {
  const { inspect } = await import('@weldarray/codegen/compile')
  return inspect(kernel).text
}
