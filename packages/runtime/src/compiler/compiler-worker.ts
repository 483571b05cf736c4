/**
 * The compiler thread. Binaryen is large, slow to load and cannot be loaded synchronously, so it lives here: the
 * thread that computes can wait for it, and never pays for it while kernels come from the cache.
 */
import { serve } from './serve.js'

serve(() => import('@weldarray/codegen/compile'))
