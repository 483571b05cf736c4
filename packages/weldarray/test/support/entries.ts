/** Where what a test's programs run is: what is published after a build (`npm test`), else what tsc wrote. */
const folder = process.env.WELDARRAY_TEST_PUBLISHED === '1' ? 'lib' : 'dist'

const at = (file: string): URL => new URL(`../../${folder}/${file}`, import.meta.url)

export const entry = at(folder === 'lib' ? 'index.mjs' : 'index.js')
export const command = at(folder === 'lib' ? 'cli.cjs' : 'cli/main.js')
