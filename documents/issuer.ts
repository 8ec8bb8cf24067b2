import { fold, foldInPlace } from '#domain/fold.ts'
import { collapse, trimTail } from './markup.ts'

const ORGANISATION =
  'ubnd|uy ban|hdnd|hoi dong|dang uy|dang bo|ban|so|phong|truong|cong ty|tong cong ty|tap doan|benh vien|trung tam|cong doan|lien doan|' +
  'hoi|lien minh|lien hiep|huyen doan|tinh doan|thanh doan|quan doan|thi doan|chi doan|chi bo|chi hoi|mat tran|thu vien|buu dien|tram|trung doan|lu doan|hiep hoi|phan xuong|bo|cuc|tong cuc|chi cuc|vien|hoc vien|doan|xi nghiep|nha may|hop tac xa|ngan hang|toa an|kho bac|chi nhanh|van phong|quan khu|su doan|vung|dai|bao(?! cao)|thanh uy|tinh uy|huyen uy|quan uy|thi uy|kiem toan|bao hiem|dien luc|khoi|cum|cong an'
const STARTS_ORGANISATION = new RegExp(String.raw`^(?:${ORGANISATION})\b`)
const LEVEL = 'xa|phuong|thi tran|quan|huyen|thi xa|thanh pho|tinh|dac khu'
const STARTS_LEVEL = new RegExp(String.raw`^(?:${LEVEL})\b`)
const NAMES_LEVEL = new RegExp(String.raw`\b(?:${LEVEL})\b`)
const ENDS_WITH_LEVEL = new RegExp(String.raw`\b(?:${LEVEL})$`)
/** Bodies that are named only together with the organisation above them. */
const BODY_OF_ANOTHER =
  /^(?:hoi dong thi dua|ban chap hanh|ban thuong vu|ban chi dao|ban to chuc|ban tuyen giao|ban dan van|ban noi chinh|uy ban kiem tra|van phong)\b(?!.* (?:tinh uy|thanh uy|huyen uy|quan uy|ubnd|hdnd))/
const MOTTO = /cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc|dang cong san viet nam/

/**
 * Who issues the plan: the letterhead above the number, else the head of an appendix ("Kèm theo Kế hoạch … của UBND phường X"), else
 * the sentence that says who makes the plan, which also counts where it only completes the letterhead; a bare "Ủy ban nhân dân xã" is completed by the place of the date line.
 */
export function readIssuer(
  letterhead: readonly string[],
  preamble: string,
  appendixHead: string,
  place: string | undefined,
): string | null {
  const bodies = bodiesOf(letterhead)
  const headed = bodies.at(-1)
  const said = fromSentence(preamble)
  const saidInFull = headed && said && fold(said).startsWith(fold(headed)) ? said : undefined
  const found = saidInFull ?? withItsOwner(bodies) ?? fromAppendixHead(appendixHead) ?? said ?? inCapitals(letterhead)
  if (!found) return null
  return place && ENDS_WITH_LEVEL.test(fold(found)) ? `${found} ${place}` : found
}

const GROUP_OF_UNITS = new RegExp(
  String.raw`^(?:doi voi )?(?:cac )?(?:${ORGANISATION}|don vi|co quan|cong chuc|to dan pho|khu pho|thon|xa|phuong)\b(?!,? chong)`,
)

/** Whether a text starts with the name of an organisation, or of a kind of them ("Các phòng, ban"). */
export const isOrganisation = (text: string): boolean => GROUP_OF_UNITS.test(fold(text))

/** The organisations of a letterhead, the one that issues last. */
function bodiesOf(lines: readonly string[]): string[] {
  const bodies: string[] = []
  for (const line of lines.flatMap(withoutMotto)) {
    const folded = fold(line)
    if (
      line.length > 90 ||
      /\d{3}|[.;]$/.test(line) ||
      /^so\s*[:.]?\s*[\dlo./…-]|\b(?:ngay|thang)\s*[\dlo|./…_]/.test(folded)
    )
      continue
    const continuesLast = STARTS_LEVEL.test(folded) || !STARTS_ORGANISATION.test(folded)
    if (continuesLast && bodies.length) bodies.push(`${bodies.pop()!} ${line}`)
    else if (STARTS_ORGANISATION.test(folded)) bodies.push(line)
  }
  return bodies
}

/** A body of a kind that is not known, as letterheads write it. */
const inCapitals = (lines: readonly string[]) =>
  lines
    .flatMap(withoutMotto)
    .filter((line) => line === line.toUpperCase() && /^[\p{L} ,.–-]{8,90}$/u.test(line) && line.includes(' '))
    .at(-1)

function withItsOwner(bodies: readonly string[]): string | undefined {
  const last = bodies.at(-1)
  const above = bodies.at(-2)
  // The owner may also stand below: "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "TẬP ĐOÀN …".
  if (last && above && BODY_OF_ANOTHER.test(fold(above)) && !NAMES_LEVEL.test(fold(above))) return `${above} ${last}`
  const isPart = last && BODY_OF_ANOTHER.test(fold(last)) && !NAMES_LEVEL.test(fold(last))
  return isPart && above ? `${last} ${above}` : last
}

function withoutMotto(line: string): string[] {
  const at = foldInPlace(line).search(MOTTO)
  const kept = trimTail(collapse(at < 0 ? line : line.slice(0, at)), '.:;,-–—_*')
  return kept.length > 2 ? [kept] : []
}

function fromAppendixHead(head: string): string | undefined {
  const found = /kèm theo.{0,160}?\bcủa\s+([^)]{3,120})\)/isu.exec(head)
  return found && STARTS_ORGANISATION.test(fold(found[1]!)) ? collapse(found[1]!) : undefined
}

function fromSentence(preamble: string): string | undefined {
  const verb = /\s(?:ban hành|xây dựng|lập|đề ra|triển khai)\s+(?:và\s+\S+\s+\S+\s+)?(?:Kế hoạch|Chương trình)/iu
  for (const clause of preamble.split(/[;.]\s|;/)) {
    const at = clause.search(verb)
    if (at < 0) continue
    const subject = clause.slice(Math.max(0, at - 160), at)
    const named = subject
      .split(/,\s+/)
      .reverse()
      .find((part) => STARTS_ORGANISATION.test(fold(part)))
    if (named) return collapse(named)
  }
  return undefined
}
