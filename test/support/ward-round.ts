import type { Limits, Round } from '#domain/rounds/round.ts'
import { aRound, limit, type Happening } from './round.ts'

const PATRIOTIC = 'Phong trào thi đua yêu nước'
const SECURITY = 'Phong trào “Toàn dân giữ gìn an ninh, trật tự nơi cư trú”'
const CULTURE = 'Phong trào “Toàn dân chung tay xây dựng nếp sống văn minh”'
const BLOOD = 'Phong trào “Hiến máu cứu người”'
export const MOVEMENTS = { PATRIOTIC, SECURITY, CULTURE, BLOOD }

const UNIT_TABLE: Record<string, Limits> = {
  'Văn phòng HĐND và UBND phường': { individual: limit(9) },
  'Ủy ban MTTQ; Hội Nông dân; Hội Người cao tuổi; Đoàn phường': { collective: limit(3, 4), individual: limit(3, 4) },
  'Công an phường': { collective: limit(4), individual: limit(6) },
  'Ban Chỉ huy quân sự': { collective: limit(1), individual: limit(2) },
  'Trạm Y tế': { collective: limit(1), individual: limit(1) },
  'Ban Dân số': { individual: limit(2) },
  'Ban quản lý chợ An Lạc': { individual: limit(3) },
  'Trường Tiểu học An Lạc': { collective: limit(1), individual: limit(4) },
  'Trường Mầm non Hoa Sen': { collective: limit(1), individual: limit(3) },
  'Tổ quản lý di tích đình làng An Lạc và các cơ sở tín ngưỡng trên địa bàn': { collective: limit(1) },
  'Các câu lạc bộ': { collective: limit(2) },
}

const SAID: Happening[] = [
  { unit: 'Văn phòng HĐND và UBND phường', said: { individual: 9 } },
  {
    unit: 'Ủy ban MTTQ; Hội Nông dân; Hội Người cao tuổi; Đoàn phường',
    said: { collective: 2, individual: 3 },
    personName: '=HYPERLINK("http://example.org","Bấm")',
  },
  { unit: 'Công an phường', said: { collective: 4, individual: 5 } },
  { unit: 'Công an phường', said: { individual: 6 } },
  { unit: 'Ban Chỉ huy quân sự', said: { collective: 1, individual: 2 }, behalf: true, personName: 'Lê Thị Thư' },
  { unit: 'Trạm Y tế', said: { collective: 1, individual: 3 }, request: true, reason: '+2 người trực dịch cả năm' },
  { unit: 'Ban Dân số', said: { individual: 4 }, request: true, reason: '@mới nhận thêm hai tổ' },
  { unit: 'Ban Dân số', said: { individual: 3 }, act: 'reduced', personName: 'Lê Thị Thư' },
  { unit: 'Ban quản lý chợ An Lạc', said: { individual: 0 } },
  { unit: 'Trường Tiểu học An Lạc', said: { collective: 2, individual: 4 }, request: true, reason: '-2 điểm trường' },
  { unit: 'Trường Tiểu học An Lạc', said: { collective: 2, individual: 4 }, act: 'accepted', personName: 'Lê Thị Thư' },
  { unit: 'Trường Mầm non Hoa Sen', said: { collective: 1 } },
  { unit: 'Công an phường', movement: SECURITY, said: { collective: 8, individual: 15 } },
  { unit: 'Các câu lạc bộ', movement: SECURITY, said: { collective: 3, individual: 4 } },
  { unit: 'Trạm Y tế', movement: CULTURE, said: { collective: 1, individual: 0 } },
  { unit: 'Trạm Y tế', movement: BLOOD, said: { collective: 1, individual: 2, family: 1 } },
  { unit: 'Các câu lạc bộ', movement: BLOOD, said: { collective: 0, individual: 1, family: 2 } },
]

/** The round of an invented ward: eleven units, four movements, with requests waiting, accepted and reduced, and units that say nothing. */
export const wardRound = (): Round =>
  aRound({
    units: Object.keys(UNIT_TABLE),
    movements: [
      { name: PATRIOTIC, units: UNIT_TABLE },
      {
        name: SECURITY,
        total: { collective: limit(10), individual: limit(20) },
        wording: '10 tập thể, 20 cá nhân',
      },
      { name: CULTURE, basis: 'by-proposal' },
      {
        name: BLOOD,
        total: { collective: limit(6), individual: limit(8), family: limit(4) },
        wording: '06 tập thể; 08 cá nhân; 04 gia đình',
      },
    ],
    happened: SAID,
  })
