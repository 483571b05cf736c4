import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import * as np from 'weldarray'

/** Saves red, green and blue, 0 to 255, as `examples/out/<name>`. */
export function savePicture(channels: readonly np.NdArray[], name: string): string {
  const [height, width] = channels[0].shape
  const bytes = np.stack(channels, 2).astype('uint8')
  const out = fileURLToPath(new URL('../out', import.meta.url))
  mkdirSync(out, { recursive: true })
  const png = Object.assign(new PNG({ width, height }), { data: Buffer.from(bytes.clone().data) })
  writeFileSync(`${out}/${name}`, PNG.sync.write(png, { inputColorType: 2, inputHasAlpha: false, colorType: 2 }))
  return `examples/out/${name}`
}

/** The plane around a point: real parts of the columns, imaginary parts of the rows. */
export function plane(
  width: number,
  height: number,
  center: readonly [number, number],
  across: number,
): [re: np.NdArray<'float64'>, im: np.NdArray<'float64'>] {
  const tall = (across * height) / width
  const re = np.linspace(center[0] - across / 2, center[0] + across / 2, width)
  const im = np.linspace(center[1] + tall / 2, center[1] - tall / 2, height).reshape(height, 1)
  return [re, im]
}
