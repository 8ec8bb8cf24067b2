import { z } from 'zod'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { settingMessage, settingValue } from './audit-setting.ts'
import { changeSetting, SETTING_CHANGES, type Changed } from './change-settings.ts'
import type { Command, CouncilContext } from './command.ts'
import { leadingWords } from './leading-words.ts'
import { previewReply } from './preview.ts'
import { settingsDays, settingsOverview } from './settings-overview.ts'

const PREVIEW = ['xem truoc', 'preview']
const DAYS = ['danh sach ngay', 'ngay', 'days']

/** All settings of the council, what is said in the next seven days, and for each setting the words that change it. */
export const settings: Command = {
  name: 'caidat',
  aliases: ['settings'],
  act: 'change-settings',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    if (!text) return [await settingsOverview(context)]
    const shown = leadingWords(text, [
      { names: PREVIEW, show: previewReply },
      { names: DAYS, show: settingsDays },
      ...SETTING_CHANGES,
    ])
    if (!shown) throw new UserError('settings-unknown', { text })
    const { entry, rest } = shown
    if ('show' in entry) return [await entry.show(context, rest)]
    return [await changedReply(context, await changeSetting(context, entry, rest))]
  },
}

/** What was changed, and below it what holds now; how to write changes is known by then. */
async function changedReply(context: CouncilContext, { setting, before, after }: Changed): Promise<Reply> {
  const values = {
    setting: settingMessage(setting),
    before: settingValue(setting, before),
    after: settingValue(setting, after),
  }
  const overview = await settingsOverview(context)
  const head = [{ key: 'settings-changed', values }, { key: 'card-gap' }, ...overview.head]
  return { ...overview, head, foot: [], replace: true }
}
