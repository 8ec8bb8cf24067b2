import type { Dice } from './dice.ts'

/** What kind of place a council is for, as it stands behind the names of its offices. */
export type Place = 'phường' | 'xã'

interface UnitKind {
  name: (place: Place) => string
  aliases: string[]
  /** The bodies that a row of several names holds. */
  bodies?: string[]
}

/** The offices that every council has, and those that some have as units of their own; the Front speaks for a missing one. */
export const UNIT_KINDS = {
  office: { name: (place) => `Văn phòng HĐND và UBND ${place}`, aliases: ['Văn phòng', 'VP UBND'] },
  economy: {
    name: (place) => (place === 'phường' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế'),
    aliases: ['Kinh tế'],
  },
  culture: { name: () => 'Phòng Văn hóa - Xã hội', aliases: ['VHXH', 'Văn hóa'] },
  service: { name: () => 'Trung tâm Phục vụ hành chính công', aliases: ['Một cửa'] },
  police: { name: (place) => `Công an ${place}`, aliases: ['Công an', 'CA'] },
  military: { name: (place) => `Ban Chỉ huy Quân sự ${place}`, aliases: ['Quân sự', 'BCHQS'] },
  front: { name: (place) => `Ủy ban MTTQ Việt Nam ${place}`, aliases: ['Mặt trận', 'MTTQ'] },
  health: { name: (place) => `Trạm Y tế ${place}`, aliases: ['Trạm y tế', 'Y tế'] },
  schools: { name: () => 'Khối trường học', aliases: ['Giáo dục', 'Các trường học'] },
  party: { name: () => 'Ban Xây dựng Đảng', aliases: ['XDĐ'] },
  women: { name: (place) => `Hội LHPN ${place}`, aliases: ['Phụ nữ'] },
  youth: { name: (place) => `Đoàn TNCS Hồ Chí Minh ${place}`, aliases: ['Đoàn thanh niên'] },
  farmers: { name: (place) => `Hội Nông dân ${place}`, aliases: ['Nông dân'] },
  veterans: { name: (place) => `Hội CCB ${place}`, aliases: ['Cựu chiến binh'] },
  associations: {
    name: () => 'Hội Chữ thập đỏ; Hội Khuyến học; Hội Người cao tuổi',
    aliases: ['Các hội đặc thù'],
    bodies: ['Hội Chữ thập đỏ', 'Hội Khuyến học', 'Hội Người cao tuổi'],
  },
} satisfies Record<string, UnitKind>

export type UnitKey = keyof typeof UNIT_KINDS

const KEYS = Object.keys(UNIT_KINDS) as UnitKey[]
const ALWAYS = 8

/** The units of a council, 8 to 15. */
export function drawUnits(dice: Dice): UnitKey[] {
  const further = KEYS.slice(ALWAYS)
  return [...KEYS.slice(0, ALWAYS), ...dice.some(further, dice.int(0, further.length))]
}

/** The name that stands in a plan for a unit. */
export function unitNamed(key: UnitKey, units: readonly UnitKey[], place: Place): string {
  return UNIT_KINDS[units.includes(key) ? key : 'front'].name(place)
}
