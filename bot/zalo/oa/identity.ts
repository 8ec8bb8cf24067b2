/** The platform's name, also in the database. */
export const PLATFORM = 'zalo-oa' as const
/** Where its routes are on the web server. */
export const OA_PATH = '/zalo/oa'
