import { fold, foldInPlace } from '#domain/fold.ts'
import { collapse, trimTail } from './markup.ts'

const ORGANISATION =
  'ubnd|uy ban|hdnd|hoi dong|dang uy|dang bo|ban|so|phong|truong|cong ty|tong cong ty|tap doan|benh vien|trung tam|cong doan|lien doan|' +
  'hoi|bo|cuc|tong cuc|chi cuc|vien|hoc vien|doan|xi nghiep|nha may|hop tac xa|ngan hang|toa an|kho bac|chi nhanh|van phong|quan khu|su doan|vung|dai|bao|thanh uy|tinh uy|huyen uy|quan uy|thi uy|kiem toan|bao hiem|dien luc|khoi|cum|cong an'
const STARTS_ORGANISATION = new RegExp(String.raw`^(?:${ORGANISATION})\b`)
const LEVEL = 'xa|phuong|thi tran|quan|huyen|thi xa|thanh pho|tinh|dac khu'
const STARTS_LEVEL = new RegExp(String.raw`^(?:${LEVEL})\b`)
const ENDS_WITH_LEVEL = new RegExp(String.raw`\b(?:${LEVEL})$`)
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
  const headed = fromLetterhead(letterhead)
  const said = fromSentence(preamble)
  const saidInFull = headed && said && fold(said).startsWith(fold(headed)) ? said : undefined
  const found = saidInFull ?? headed ?? fromAppendixHead(appendixHead) ?? said
  if (!found) return null
  return place && ENDS_WITH_LEVEL.test(fold(found)) ? `${found} ${place}` : found
}

function fromLetterhead(lines: readonly string[]): string | undefined {
  const bodies: string[] = []
  for (const line of lines.flatMap(withoutMotto)) {
    const folded = fold(line)
    if (line.length > 90 || /\d{3}|[.;]$/.test(line) || /^so\b|\b(?:ngay|thang)\b/.test(folded)) continue
    const continuesLast = STARTS_LEVEL.test(folded) || !STARTS_ORGANISATION.test(folded)
    if (continuesLast && bodies.length) bodies.push(`${bodies.pop()!} ${line}`)
    else if (STARTS_ORGANISATION.test(folded)) bodies.push(line)
  }
  return bodies.at(-1)
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
