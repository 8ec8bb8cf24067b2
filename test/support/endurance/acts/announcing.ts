import type { Party } from '../cast.ts'
import type { Chance } from '../chance.ts'
import { expectSaid, withChoice, type Dialogue } from '../dialogue.ts'

const DAY = 86_400_000
const TO_GROUPS = 'Tất cả nhóm'

export const wordsOf = ({ code }: Party, nth: number) => `Thông báo ${code} số ${nth}: họp giao ban`

/** An announcement to the groups and the heads, often with a receipt, now and then repeated every week or put off. */
export function* announcing(party: Party, chance: Chance, nth: number): Dialogue {
  const { secretary, on } = party
  const press = (answer: Parameters<typeof withChoice>[0], label: string) => ({
    by: secretary,
    press: withChoice(answer, label),
    label,
  })
  let answer = yield press(
    yield { by: secretary, in: { private: on }, text: `/thongbao ${wordsOf(party, nth)}` },
    'Xem trước',
  )
  answer = yield press(answer, 'Người nhận')
  answer = yield press(answer, TO_GROUPS)
  answer = yield press(answer, 'Trưởng tất cả')
  answer = yield press(answer, 'Xong')
  if (chance.happens(0.5, 'receipt', party.number, nth)) answer = yield press(answer, 'Xác nhận đã nhận')
  if (chance.happens(0.1, 'weekly', party.number, nth)) {
    answer = yield press(answer, 'Lặp lại')
    answer = yield press(answer, 'hằng tuần')
  }
  yield press(answer, 'Gửi ngay')
}

/** Whoever was told confirms it. */
export function* receipt(party: Party, nth: number): Dialogue {
  const words = wordsOf(party, nth)
  for (const { head } of party.seats) {
    const shown = head && party.on.shownIn(head.accounts[party.on.name]!).findLast(({ text }) => text.includes(words))
    if (head && shown?.choices.some((one) => one.includes('Đã nhận')))
      yield { by: head, press: shown, label: 'Đã nhận', silent: true }
  }
}

/** The words are put right wherever they stand; or all of it is taken back. */
export function* amending(party: Party, nth: number, withdraw: boolean): Dialogue {
  const { secretary, on } = party
  const list = yield { by: secretary, in: { private: on }, text: '/thongbao' }
  const words = wordsOf(party, nth).slice(0, 14)
  const shown = yield { by: secretary, press: withChoice(list, words), label: words }
  if (!withdraw) {
    yield { by: secretary, press: withChoice(shown, 'Sửa nội dung'), label: 'Sửa nội dung' }
    expectSaid(yield { by: secretary, in: { private: on }, text: `${wordsOf(party, nth)} (đã đổi giờ)` }, 'sửa')
    return
  }
  const sure = yield { by: secretary, press: withChoice(shown, 'Thu hồi'), label: 'Thu hồi' }
  yield { by: secretary, press: withChoice(sure, 'Thu hồi ở mọi nơi'), label: 'Thu hồi ở mọi nơi' }
}

export const LATER = { receipt: 0.1 * DAY, amending: 0.2 * DAY }
