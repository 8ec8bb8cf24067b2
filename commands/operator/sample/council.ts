export interface SampleCouncil {
  name: string
  /** The name of the plan's file in this folder. */
  planFile: string
  group: { externalId: string; title: string }
  units: { name: string; aliases: string[]; bodies: string[] }[]
  /** `externalId` is the person's address in the playground; `unit` one of `units`. */
  people: {
    externalId: string
    name: string
    role: 'secretariat' | 'head' | 'deputy' | 'member' | 'stranger'
    unit?: string
    groups: boolean
  }[]
}

/**
 * The council that the playground starts with. The ward, its people and its figures are invented; `plan.txt` beside this file is its plan.
 * Unit names are those of the plan's quota appendix; `bodies` are the bodies that a row of several names.
 */
export const SAMPLE_COUNCIL: SampleCouncil = {
  name: 'Hội đồng Thi đua - Khen thưởng phường Hòa Bình Trung',
  planFile: 'plan.txt',
  group: { externalId: 'group-council', title: 'Hội đồng TĐKT phường Hòa Bình Trung' },
  units: [
    { name: 'Văn phòng HĐND và UBND phường', aliases: ['Văn phòng', 'Văn phòng UBND', 'VP UBND'], bodies: [] },
    {
      name: 'UB. MTTQ; Hội CCB; Hội LHPN; Đoàn TN phường',
      aliases: ['Mặt trận', 'Khối đoàn thể', 'MTTQ'],
      bodies: ['UB. MTTQ', 'Hội CCB', 'Hội LHPN', 'Đoàn TN phường'],
    },
    {
      name: 'Các hội xã hội',
      aliases: ['Hội xã hội'],
      bodies: [
        'Hội Chữ thập đỏ',
        'Hội Khuyến học',
        'Hội Người cao tuổi',
        'Hội Cựu thanh niên xung phong',
        'Hội Làm vườn',
      ],
    },
    { name: 'Công an phường', aliases: ['Công an', 'CA phường', 'CAP'], bodies: [] },
    { name: 'Ban Chỉ huy Quân sự phường', aliases: ['Quân sự phường', 'Quân sự', 'BCHQS'], bodies: [] },
    { name: 'Trạm Y tế phường', aliases: ['Y tế phường', 'Trạm y tế', 'Y tế'], bodies: [] },
    { name: 'Khối giáo dục', aliases: ['Giáo dục', 'Các trường học'], bodies: [] },
    { name: 'Các tổ dân phố', aliases: ['Tổ dân phố', 'TDP'], bodies: [] },
    { name: 'Tổ quản lý chợ', aliases: ['Quản lý chợ', 'Chợ'], bodies: [] },
    {
      name: 'Bộ phận Văn hóa - Xã hội',
      aliases: ['Công chức Văn hóa - Xã hội', 'Văn hóa - Xã hội', 'VHXH'],
      bodies: [],
    },
  ],
  people: [
    { externalId: 'lan', name: 'Phạm Thị Lan', role: 'secretariat', groups: true },
    { externalId: 'son', name: 'Vũ Hồng Sơn', role: 'secretariat', groups: true },
    { externalId: 'hai', name: 'Trần Quang Hải', role: 'head', unit: 'Công an phường', groups: true },
    { externalId: 'mai', name: 'Lê Tuyết Mai', role: 'head', unit: 'Trạm Y tế phường', groups: true },
    { externalId: 'dung', name: 'Ngô Tiến Dũng', role: 'head', unit: 'Khối giáo dục', groups: true },
    { externalId: 'yen', name: 'Đinh Hải Yến', role: 'head', unit: 'Bộ phận Văn hóa - Xã hội', groups: true },
    { externalId: 'phuc', name: 'Hoàng Gia Phúc', role: 'deputy', unit: 'Công an phường', groups: true },
    { externalId: 'tam', name: 'Bùi Minh Tâm', role: 'member', groups: true },
    { externalId: 'ngoc', name: 'Nguyễn Bích Ngọc', role: 'member', unit: 'Các tổ dân phố', groups: true },
    { externalId: 'khach', name: 'Cao Văn Khách', role: 'stranger', groups: false },
  ],
}
