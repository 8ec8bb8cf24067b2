import { limitOfTitle, limitsInBrackets } from './dated-duties.ts'
import type { FoundTask } from './found-task.ts'
import { periodWording } from './sections.ts'

/** A task with the time limits that its title says itself: all where no cell gives a time, else those in brackets besides the cell's. */
export function withTimesOfTitle(task: FoundTask): FoundTask {
  const { title, section, deadline } = task
  if (deadline === null || deadline === (section && periodWording(section)))
    return { ...task, deadline: limitOfTitle(title) ?? deadline }
  const day = periodWording(deadline) && (limitOfTitle(title) ?? dayInBrackets(title, deadline))
  if (day && !deadline.includes(day)) return { ...task, deadline: `${deadline} (${day})` }
  const besides = limitsInBrackets(title).filter((limit) => !deadline.includes(limit))
  return { ...task, deadline: [deadline, ...besides].join('; ') }
}

/** "Họp Hội đồng xét (28/5)" of "Tháng 5/2026": a day of that month. */
function dayInBrackets(title: string, month: string): string | undefined {
  const [, day, inMonth] = /\(((?:ngày )?\d{1,2}\/(\d{1,2}))\)/u.exec(title) ?? []
  return inMonth && Number(/\d+/.exec(month)?.[0]) === Number(inMonth) ? day : undefined
}
