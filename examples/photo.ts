// A photograph becomes gray, is blurred a little, and gets more contrast.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import * as np from 'weldarray'
import { eagerPhoto } from './eager/photo.js'
import { isMain } from './support/main.js'
import { compareTimes } from './support/timing.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The photograph, height × width × 4 bytes: red, green, blue, opacity. */
export function readPhoto(): np.NdArray<'uint8'> {
  const { width, height, data } = PNG.sync.read(readFileSync(here('data/alps.png')))
  return np.array(new Uint8Array(data)).reshape(height, width, 4)
}

/** How bright each pixel looks, 0 to 255. */
export function grayscale(photo: np.NdArray<'uint8'>): np.NdArray<'float64'> {
  const channel = (i: number) => photo.slice(':', ':', i)
  return channel(0).mul(0.299).add(channel(1).mul(0.587)).add(channel(2).mul(0.114))
}

/** Each pixel becomes the mean of the 3 × 3 pixels around it: nine views of the picture, added. The edge falls away. */
export function blur(x: np.NdArray<'float64'>): np.NdArray<'float64'> {
  const [height, width] = x.shape
  const views = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => x.slice(`${i}:${height - 2 + i}, ${j}:${width - 2 + j}`)))
  return views.reduce((sum, view) => sum.add(view)).div(9)
}

/** Spreads the pixels around medium gray: one standard deviation is 64 steps of 255. */
export function contrast(x: np.NdArray<'float64'>): np.NdArray<'float64'> {
  const normalized = x.sub(x.mean()).div(x.std())
  return np.clip(normalized.mul(64).add(128), 0, 255)
}

export const develop = (photo: np.NdArray<'uint8'>): np.NdArray<'uint8'> =>
  np.rint(contrast(blur(grayscale(photo)))).astype('uint8')

function save(picture: np.NdArray<'uint8'>, name: string): string {
  const [height, width] = picture.shape
  mkdirSync(here('out'), { recursive: true })
  const png = Object.assign(new PNG({ width, height }), { data: Buffer.from(picture.data) })
  writeFileSync(here(`out/${name}`), PNG.sync.write(png, { inputColorType: 0, colorType: 0, inputHasAlpha: false }))
  return `examples/out/${name}`
}

function main(): void {
  const photo = readPhoto()
  const pixels = photo.clone().data
  const describe = (x: np.NdArray) => {
    const [min, max, mean, std] = [x.min(), x.max(), x.mean(), x.std()]
    np.evaluate(min, max, mean, std)
    return [min, max, mean, std].map((v) => Number(v.item()).toFixed(1)).join(', ')
  }

  const gray = grayscale(photo)
  const result = develop(photo)
  console.log(`data/alps.png, ${photo.shape[1]} × ${photo.shape[0]} pixels; least, greatest, mean, standard deviation:`)
  console.log(`  gray      ${describe(gray)}`)
  console.log(`  blurred   ${describe(blur(gray))}`)
  console.log(`  contrast  ${describe(result)}`)
  console.log(`  saved as ${save(result, 'alps.png')}`)

  compareTimes(
    {
      weldarray: () => develop(photo).evaluate().dispose(),
      'ndarray-ops': eagerPhoto(pixels, photo.shape),
    },
    21,
  )
}

if (isMain(import.meta.url)) main()
