/*
 * What draws the inspector's page, in the published package. Binaryen is given to it, when code is to be shown.
 */
export { renderPage, wasmText } from '../../dist/inspect/page/index.js'
export { load } from './binaryen.js'
