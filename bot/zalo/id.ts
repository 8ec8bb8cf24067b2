import { z } from 'zod'

/** An id of the network as text. It has up to 19 digits: one that comes as a number may have lost some on the way, but is better than nothing. */
export const Id = z.union([z.string().min(1), z.number().transform(String)])
