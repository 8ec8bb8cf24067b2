import type { Scene } from '../scene.ts'
import type { Stage } from '../stage.ts'

/** The secretariat joins with the operator's code and links the group. */
export const join: Scene = async (stage) => {
  await stage.say('lan', 'quý này có gì đến hạn?')
  await stage.say('lan', `/start ${await stage.createCouncil()}`)
  await stage.say('lan in group', '/viec')
  await stage.say('lan in group', '/lienket')
  await stage.say('lan', '/start')
}

/** The secretariat invites others, who join. */
export const invite: Scene = async (stage) => {
  await joinAs(stage, 'son', 'thư ký')
  await joinAs(stage, 'hai', 'trưởng Công an phường')
  await joinAs(stage, 'phuc', 'phó Công an phường')
  await joinAs(stage, 'mai', 'trưởng Y tế phường')
  await joinAs(stage, 'dung', 'trưởng Khối giáo dục')
  await joinAs(stage, 'tam', 'thành viên')
  await stage.say('yen in group', 'Tôi là Yến, bộ phận Văn hóa - Xã hội.')
  await stage.say('lan', '/donvi thêm Bộ phận Văn hóa - Xã hội')
  await stage.say('lan in group', '/moi trưởng Văn hóa - Xã hội', 'Tôi là Yến')
  await stage.say('yen', '/start')
  await stage.say('khach', '/start 0000000000000000000000000')
}

async function joinAs(stage: Stage, person: string, role: string) {
  await stage.say('lan', `/moi ${role}`)
  const { text } = await stage.find('lan', 'Mã cho')
  await stage.say(person, /\/start \S+/.exec(text)![0])
}

/** The list of units and people is kept. */
export const units: Scene = async (stage) => {
  await stage.say('lan', '/donvi')
  await stage.say('lan', '/donvi tên khác Công an phường: CAP; CA phường')
  await stage.say('lan', '/donvi đổi tên Tổ quản lý chợ: Ban quản lý chợ')
  await stage.say('lan', '/donvi đổi tên Ban quản lý chợ: Tổ quản lý chợ')
  await stage.say('lan', '/donvi điện thoại Công an phường: 0900000001')
  await stage.say('lan', '/donvi vắng Công an phường')
  await stage.say('lan', '/donvi có mặt Công an phường')
  await stage.say('lan', '/donvi thôi phó Công an phường')
  await stage.press('lan', 'Không')
}
