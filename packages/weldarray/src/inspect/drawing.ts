/**
 * What draws pages, loaded when somebody draws. In the published package another module takes the place of this one
 * (build/published/drawing.js), which also makes the code generator ready if code is to be shown.
 */
export const drawing = (_withCode: boolean): Promise<typeof import('./page/index.js')> => import('./page/index.js')
