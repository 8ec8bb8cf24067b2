import { z } from 'zod'
import { UserError } from '#domain/user-error.ts'
import { changeSetting, SETTING_CHANGES } from './change-settings.ts'
import type { Command } from './command.ts'
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
    await changeSetting(context, entry, rest)
    const overview = await settingsOverview(context)
    return [{ ...overview, head: [{ key: 'settings-saved' }, ...overview.head], replace: true }]
  },
}
