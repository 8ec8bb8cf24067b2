import type { Place } from './place.ts'
import type { Stage } from './stage.ts'

/** A picture of a chat as a person sees it, from the newest message that contains `from` down to the newest one. */
export interface Picture {
  /** Its file in docs/images, without the ending. */
  name: string
  place: Place
  from: string
}

/** Something that people do with the bot; `take` is called at the moments that the guide shows. */
export type Scene = (stage: Stage, take: (picture: Picture) => Promise<void>) => Promise<void>
