import type { Picture } from './scene.ts'
import { announce, auditLog, mendAnnouncement, template } from './scenes/announce.ts'
import { ask } from './scenes/ask.ts'
import { invite, join, units } from './scenes/join.ts'
import { firstPlan, newVersion } from './scenes/plan.ts'
import { remind, settings, spring } from './scenes/remind.ts'
import { closeRound, openRound, overQuota } from './scenes/round.ts'
import { Stage } from './stage.ts'

/**
 * Plays the year that the guide tells, each act on the whole bot, and calls `take` at the moments that it shows. What the bot said is in the stage's
 * `said`; the stage is the caller's to close.
 */
export async function playYear(take: (stage: Stage, picture: Picture) => Promise<void>): Promise<Stage> {
  const stage = await Stage.open('2025-01-20T09:00:05+07:00')
  const shoot = (picture: Picture) => take(stage, picture)
  const play = async (...scenes: (typeof join)[]) => {
    for (const scene of scenes) await scene(stage, shoot)
  }
  try {
    await play(join, firstPlan, invite, units)
    await stage.moveTo('2025-02-20T08:00:05+07:00')
    await play(ask, spring)
    await stage.moveTo('2025-03-06T08:00:05+07:00')
    await stage.moveTo('2025-03-07T08:00:05+07:00')
    await play(remind, settings)
    await stage.moveTo('2025-03-10T09:00:05+07:00')
    await play(newVersion)
    await stage.moveTo('2025-11-20T09:00:05+07:00')
    await play(openRound, overQuota, announce, mendAnnouncement, template, closeRound, auditLog)
  } catch (error) {
    await stage.close()
    throw error
  }
  return stage
}
