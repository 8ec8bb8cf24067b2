declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** Ids of rows. They are plain strings at run time and cannot be mixed up at compile time. */
export type CouncilId = Id<'council'>
export type ChatId = Id<'chat'>
export type PersonId = Id<'person'>
export type UnitId = Id<'unit'>
export type TaskId = Id<'task'>
export type PromptId = Id<'prompt'>
export type RoundId = Id<'round'>
export type MovementId = Id<'movement'>
export type AnnouncementId = Id<'announcement'>
