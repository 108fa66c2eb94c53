import { lazyRequire } from '../../../../src/engine/kit.js'

/** The library, loaded with the first template that needs it. */
export const handlebars = lazyRequire<typeof import('handlebars')>('handlebars')
