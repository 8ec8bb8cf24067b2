import { z } from 'zod'
import { Id } from '../id.ts'

const optionalId = Id.optional().catch(undefined)
const party = z.looseObject({ id: Id }).optional().catch(undefined)
const text = z.string().optional().catch(undefined)

const Attachment = z.looseObject({
  payload: z
    .looseObject({ url: text, name: text, type: text, size: z.coerce.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
export type Attachment = z.infer<typeof Attachment>

/** An event of the webhook. Only what is read is looked at, and what is missing is found out where it is needed. */
export const Event = z.looseObject({
  event_name: z.string().min(1),
  app_id: optionalId,
  oa_id: optionalId,
  timestamp: optionalId,
  sender: party,
  recipient: party,
  follower: party,
  group_id: optionalId,
  message: z
    .looseObject({ text, msg_id: optionalId, attachments: z.array(Attachment).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
export type Event = z.infer<typeof Event>
