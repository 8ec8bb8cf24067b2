# Every sentence the bot says, in English. The same keys stand in vi.ftl. <b> bold, <i> italic, <c> to copy.

## General

text = { $text }
listed = { $first }, { $rest }
failure = Something unexpected went wrong; nothing was changed. Code: { $id }. Please try again or tell the operator.
page-of = Page { $page }/{ $pages }
page-next = Next page ›
page-previous = ‹ Previous page
not-allowed = This has not been assigned to you. If needed, please contact the council's secretariat.
not-linked-person = You have not joined a council here yet. Please ask the council's secretariat for a code, then send: <c>/start code</c>
not-linked-group = This group is not linked to a council. The secretariat can link it by typing /link in the group.
only-in-group = This is done in the council's group. Please type the command there.
only-in-private = This is done in a private message to the bot only. Please type the command there.
private-first = Please send the bot a private message first, then try again.
answered-in-private = Answered in a private message.
not-understood = The question was not understood. You can ask: <i>what is due this quarter?</i> See also: /help
unknown-command = There is no command { $command }. Commands: /help
welcome = You are welcome.
hint-number = Reply with a number:
hint-number-reply = Reply to this message with a number, or mention the bot with it:
number-none = No choice is waiting for a number from you. Please ask again, for example: <i>what is due this quarter?</i>
number-range =
    { $count ->
        [1] There is only choice 1 here.
       *[other] Choose from 1 to { $count }.
    }
text-too-long = The message is too long. Please keep it to a few lines.
flood-person = You have sent many requests within one minute, so the last one was not dealt with. Please send it again in { $wait }; until then the bot does not answer.
flood-chat = Many requests came in here within one minute, so the last one was not dealt with. Please send it again in { $wait }; until then the bot does not answer here.
choose-council = You are in several councils. Please choose the one you are asking about:
council-chosen = From now on answers are about <b>{ $council }</b>. To change: /council
council-only-one = You are in one council: <b>{ $council }</b>.
choose-council-first = You are in several councils. Please choose one, then send the file again:
file-in-group = Please send plan files in a private message to the bot.
file-by-link = File { $name }: { $link } (works until { $until })
file-not-carried = The file { $name } cannot be sent here. Please ask the bot on Telegram if you use it there, or ask the operator to set PUBLIC_URL so that files come as a link.
file-not-taken = This file was not accepted: only the council's secretariat sends plan files.
unsupported-kind = The bot cannot read this kind of message yet. Please write it, or send a file.
unsupported-here = The bot does not receive this kind of message here, such as a file. Please write it, or send the file where else the bot is.

## Roles

role-member = member
role-head = head of { $unit }
role-deputy = deputy head of { $unit }
role-secretariat = secretariat

## Starting and linking

greet-stranger = Good day. This is the assistant of the emulation and commendation council: it reminds of the plan's deadlines and answers what is due.
greet-linked = Good day, { $name }. You are { $roles } of <b>{ $council }</b>. You can ask: <i>what is due this quarter?</i>
greet-group = Good day. The council's secretariat can type /link to link this group; after that you can ask: <i>what is due this quarter?</i>
greet-group-linked = This group is linked to <b>{ $council }</b>. You can ask: <i>what is due this quarter?</i>
joined = { $name } is now { $role } of <b>{ $council }</b>.
joined-link-group = Next: add the bot to the council’s group and type /link there.
joined-send-plan = Next: send the plan’s file (.docx, .xlsx, .pdf, .txt, .md) to the bot in a private message.
joined-already = { $name } is already { $role } of <b>{ $council }</b>.
joined-other-bot = Reminders and announcements of this council come from { $bot }. Please open { $bot } and send any message there; until then they still come here.
joined-other-bot-code = Reminders and announcements of this council come from { $bot }. To get them there, please type <c>/account code</c> here for a linking code and send it to { $bot }; until then they still come here.
joined-other-bot-link = Open { $bot }: { $link }
code-invalid = The code is wrong, used or expired. Please ask the council's secretariat for a new one.
codes-locked = Wrong codes were sent several times, so no code is accepted from you for now. Please try again in { $wait }.
code-in-group = Please send the code in a private message to the bot. Codes sent in a group are not accepted.
group-linked = This group is now linked to <b>{ $council }</b>. Everybody here can ask: <i>what is due this quarter?</i>
group-linked-already = This group is already linked to <b>{ $council }</b>.
group-other-bot = <b>{ $council }</b> uses { $bot }. Please type /link in a group that has { $bot }. To move to the bot of this group, please first type <c>/link remove</c> in the groups that are linked through { $bot }.
group-linked-other = This group is linked to a council. To change that, the secretariat of that council has to type <c>/link remove</c> first.
group-unlinked = The link of this group was removed. The bot no longer answers the council's matters here.
link-choose = Link the group “{ $group }” to which council?
link-usage = Type /link to link the group, <c>/link remove</c> to remove the link.

## What is due

period-day = { $date }
period-week = Week { $from } - { $to }
period-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
period-quarter = { $roman ->
    [I] Q1
    [II] Q2
    [III] Q3
   *[IV] Q4
 } { $year }
period-half-first = First half of { $year }
period-half-second = Second half of { $year }
period-year = { $year }
period-span = { $from } to { $to }
within-day = on { $date }
within-week = in the week { $from } - { $to }
within-month = in { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
within-quarter = in { $roman ->
    [I] Q1
    [II] Q2
    [III] Q3
   *[IV] Q4
 } { $year }
within-half-first = in the first half of { $year }
within-half-second = in the second half of { $year }
within-year = in { $year }
within-span = from { $from } to { $to }
due-title = <b>Due { $period }</b> · today { $today }
due-title-unit = <b>Due for { $unit } { $period }</b> · today { $today }
due-title-topic = <b>Tasks with “{ $topic }” { $period }</b> · today { $today }
due-title-overdue = <b>Overdue</b> · today { $today }
due-title-overdue-unit = <b>Overdue for { $unit }</b> · today { $today }
due-title-overdue-topic = <b>Overdue tasks with “{ $topic }”</b> · today { $today }
due-title-undated = <b>Tasks without a fixed date</b> · today { $today }
due-title-undated-unit = <b>Tasks of { $unit } without a fixed date</b> · today { $today }
due-title-undated-topic = <b>Tasks with “{ $topic }” without a fixed date</b> · today { $today }
due-plan = Plan { $number } of { $date }
due-plan-undated = Plan { $number }
due-plan-unnumbered = Plan “{ $title }”
due-plan-untitled = Plan without a number
due-plans-more = and { $count } more { $count ->
    [one] plan
   *[other] plans
 }
due-overdue = ❗ <b>{ $wording }</b> ({ $days } { $days ->
    [one] day
   *[other] days
 } overdue)
due-open = ⏳ <b>{ $wording }</b> ({ $days } { $days ->
    [one] day
   *[other] days
 } left)
due-today = ⏳ <b>{ $wording }</b> (today is the last day)
due-ongoing = ⏳ <b>{ $wording }</b> (under way, { $days } { $days ->
    [one] day
   *[other] days
 } left)
due-ongoing-today = ⏳ <b>{ $wording }</b> (under way, today is the last day)
due-done = ✅ <b>{ $wording }</b> (done)
due-several-overdue = ❗ <b>{ $wording }</b> ({ $count } times overdue)
due-several-open = ⏳ <b>{ $wording }</b> ({ $count } times, { $days } { $days ->
    [one] day
   *[other] days
 } left to the first)
due-several-done = ✅ <b>{ $wording }</b> (done { $count } times)
due-occurrence = { $wording } — { $date }
due-occurrences = { $wording } — { $dates }
due-decided = { $wording }, confirmed as { $date } by the secretariat
due-decided-before = { $wording }, last day { $due } confirmed by the secretariat, that is before { $date }
due-suspect = ⚠ <b>{ $wording }</b> — may be { $date }, to be confirmed by the secretariat
due-suspect-unknown = ⚠ <b>{ $wording }</b> — date unclear, to be confirmed by the secretariat
due-doubted = { $task }
    { $doubt }
due-doubt = ⚠ { $place } says <b>{ $wording }</b> — may be { $date }, to be confirmed by the secretariat
due-doubt-unknown = ⚠ { $place } says <b>{ $wording }</b> — date unclear, to be confirmed by the secretariat
due-undated-wording = ⏳ <b>{ $wording }</b>
due-undated-none = ⏳ <b>The plan gives no deadline</b>
due-task = { $title } — { $place }
due-task-lead = { $title } — { $lead } — { $place }
due-task-support = { $title } — supporting { $lead } — { $place }
due-none = Nothing is due { $period }.
due-none-overdue = Nothing is overdue.
due-none-undated = Every task has a fixed date.
due-done-count = Done: { $done }/{ $total }.
due-undated-count = Besides, { $count } { $count ->
    [one] task has
   *[other] tasks have
 } no fixed date.
due-no-plan = The council has no approved plan yet. The secretariat sends the plan's file in a private message to the bot and approves it.
due-outside-plans = No approved plan covers this time. The approved plans cover: { $times }.
due-no-such-plan = There is no plan { $number } among the approved plans. Please check the number, or ask without it.
due-no-leads = The plan does not name a unit for each task, so the tasks of { $unit } cannot be told apart. You can ask for all units' tasks: <c>/due this quarter</c>
due-unknown-period = The period “{ $text }” was not understood. You can ask: <i>this quarter, Q3, July, next week, overdue</i>.
due-unknown-unit = There is no unit “{ $text }”. Units: /units
due-which-unit = Several units fit. Please choose one:
due-which-unit-more = Several units fit, { $count } more than are shown below. Please choose one, or write the name in full:
due-no-unit = You are not head or deputy of a unit. You can name one, for example: <c>/due this quarter Ward Police</c>
choice-back = ‹ { $period }
choice-previous = ‹ { $period }
choice-next = { $period } ›
choice-mine = My unit's tasks
choice-everyone = All units' tasks
choice-undated = Without a fixed date

## Help

help-title = <b>What you can ask and do here</b>
help-due = <b>/due</b>: what is due. For example: <i>what is due this quarter? July, next week, overdue, next 30 days, my unit's tasks</i>
help-units = <b>/units</b>: units and who is in charge
help-language = <b>/language</b>: Vietnamese or English
help-account = <b>/account</b>: connect your Telegram and Zalo accounts, choose where messages reach you (in a private message)
help-link = <b>/link</b> (in a group): link the group to the council
help-invite = <b>/invite</b>: a one-time code (in private), for example <i>/invite head Ward Police</i>; on Telegram also as a reply to the person's message in the group
help-change-units = <b>/units add, alias, rename, phone, away, end, remove</b>: change the units and who is in charge
help-plan = <b>/plan</b>: the plans; send a Word (.docx), Excel (.xlsx), PDF or text file (.txt, .md) in a private message to read one
help-council = <b>/council</b>: change the council
help-group-hint = In a group: mention the bot, reply to its message, or use a command.
help-group-hint-everything = In this group just ask what is due, without the bot's name. For anything else begin with <i>bot,</i> or use a command.
help-group-hint-named = In this group, to ask or to send a command: mention the bot, or reply to its message.

## Language

language-set = From now on the bot answers in English in this chat.
language-choose = Choose the language of this chat:
language-unknown = There is no language “{ $text }”. Choose Vietnamese or English:
language-vi = Tiếng Việt
language-en = English

## Inviting

invite-usage = Give the role and the unit, for example: <i>/invite head Ward Police</i>, <i>/invite deputy Health Station</i>, <i>/invite member</i>, <i>/invite secretariat</i>
invite-code = Code for: { $role }. It works once, for { $days } days (until { $date }):
invite-code-line = <c>/start { $code }</c>
invite-link = Or open the link: { $link }
invite-forward = Pass this on to that person in private. Whoever has the code can use it, so do not send it to a group.
invite-private-only = Please send this command to the bot in private to get a code. On Telegram you can also reply with it to the person's message in the group.
invite-unit-missing = This role needs the name of a unit, for example: <i>/invite head Ward Police</i>
invite-unit-new = There is no unit “{ $unit }” yet. Add it?
invite-unit-add-first = There is no unit “{ $unit }” yet. Add it with <c>/units add { $unit }</c> first, then try again.
invite-add-unit = Add “{ $unit }” and make a code

## Units

units-title = <b>Units of { $council }</b> ({ $count })
units-none = There are no units yet. The secretariat adds them with: <c>/units add Ward Police; Health Station</c>
units-heading = <b>{ $unit }</b>
units-people = { $people }
units-no-head = no head yet
units-person = { $role }: { $name }
units-person-away = { $role }: { $name } (away)
units-role-head = head
units-role-deputy = deputy
units-role-member = member
units-role-secretariat = secretariat
units-aliases = Also called: { $names }
units-bodies = Consists of: { $names }
units-added = Added: { $names }.
units-known = There already: { $names }.
units-alias-added = <b>{ $unit }</b> is now also called: { $names }.
units-renamed = <b>{ $old }</b> is now called <b>{ $new }</b>.
units-name-taken = Another unit is called “{ $name }”. Please choose another name.
units-away-by-secretariat = Please tell the council’s secretariat, who records it (<c>/units away Name of the unit</c>); meanwhile the bot reminds the deputy of the unit.
units-away = The head of { $unit } is marked as away.
units-present = The head of { $unit } is marked as present.
units-no-head-to-mark = { $unit } has no head yet. Invite one with: <c>/invite head { $unit }</c>
units-end-who = Who is no longer { $role }?
units-end-nobody = Nobody is { $role }. Units: /units
units-end-usage = Give the role that ends and its unit, for example: <c>/units end head Ward Police</c>, <c>/units end secretariat</c>
units-end-gone = This role is no longer there: it was ended before.
units-end-last = This is the council's only secretary. Please invite another first: <c>/invite secretariat</c>
units-role-ended = { $name } is no longer { $role }.
units-remove-sure = Remove the unit <b>{ $unit }</b> with its other names, roles and invitations?
units-removed = The unit <b>{ $unit }</b> was removed.
units-kept = Nothing was changed.
units-usage =
    How to write it:
    <c>/units add Name; Name</c>
    <c>/units alias Name: WP; Police</c>
    <c>/units rename Old name: New name</c>
    <c>/units away Name</c>, <c>/units present Name</c>
    <c>/units end head Name</c>
    <c>/units remove Name</c>
    A name with “:” or “;” stands in quotes.
choice-yes-remove = Remove
choice-no = No
choice-end-role = { $name }
choice-end-role-unit = { $name } ({ $unit })
choice-unit = { $unit }
choice-council = { $council }

## Command menu

menu-due = What is due
menu-units = Units and who is in charge
menu-plan = The council's plans
menu-invite = Give somebody a code
menu-link = Link the group to the council
menu-language = Choose the language
menu-help = Help

## Plans

plans-none = There is no plan yet. The secretariat sends a plan file (.docx, .xlsx, .pdf, .txt, .md) in a private message to the bot.
plans-title = <b>Plans of { $council }</b>
plan-line = { $plan }: { $state }
plan-state-approved = approved
plan-state-draft = draft
plan-read = <b>Read: { $plan }</b>
plan-counts = { $tasks } tasks · { $deadlines } deadlines · { $quotas } quotas
plan-suspects = ⚠ { $count } { $count ->
    [one] date needs
   *[other] dates need
 } a decision
plan-warning = { $text }
plan-warning-at = { $at }: { $text }
plan-approved = <b>{ $plan }</b> is approved. You can ask: <i>what is due this quarter?</i>
plan-dropped = This draft was dropped.
plan-gone = This draft is no longer there: it was approved or dropped. The plans: /plan
plan-sent-already = This file was read before.
plan-usage = Type /plan to see the plans; send a Word (.docx), Excel (.xlsx), PDF or text file (.txt, .md) in a private message to read a new one.
choice-review = { $plan }
choice-approve = Approve
choice-approve-line = Approve this plan
choice-drop = Drop
choice-drop-line = Drop this draft
unreadable-too-large = The file is too large. Text files of plans are usually below { $limit } MB.
unreadable-binary = This file holds no text that can be read. Please send a .docx, .xlsx, .pdf, .txt or .md file.
unreadable-empty = There is no text in this file.
unreadable-unsupported = Files of this kind cannot be read yet. Please send a .docx, .xlsx, .pdf, .txt or .md file.
unreadable-damaged = The file is damaged and cannot be opened. Please open the original, save it again and send the new file.
unreadable-encrypted = The file is protected by a password. Please save it without one and send it again.
unreadable-legacy = This is a file of an old Office version (.doc, .xls). Please open it, save it as .docx or .xlsx and send it again.
unreadable-scanned = This file is a picture or a scan and holds no text. Please send the Word file, or a PDF saved from Word.
unreadable-too-hard = The file is too long or too complex to be read. Please send only the plan and its appendices, below 300 pages.
unreadable-not-a-plan = No task, quota or plan number was found in this file. Please check the file.

## Reminders

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
remind-title = <b>Reminder, { $weekday } { $date }</b>
remind-left = <b>{ $days } { $days ->
    [one] day
   *[other] days
 } left</b>
remind-today = <b>Today is the last day</b>
remind-overdue = <b>{ $days } { $days ->
    [one] day
   *[other] days
 } overdue</b>
remind-start = <b>Starts today</b>
remind-middle = <b>Half of the time is over</b>
remind-late = <b>Late reminder (the one of { $since } could not be sent): { $days } { $days ->
    [one] day
   *[other] days
 } left</b>
remind-late-today = <b>Late reminder (the one of { $since } could not be sent): today is the last day</b>
remind-digest = <b>Tasks in { $period }</b>
remind-task = { $mark } { $title }. Deadline: <b>{ $wording }</b> — { $place }
remind-task-lead = { $mark } { $title }. Deadline: <b>{ $wording }</b> — { $lead } — { $place }
remind-again-how = To be reminded of a task again: choose “Remind tomorrow” right under its reminder.
remind-again = This will be named again on the morning of { $date }.
report-title = <b>Report on reminders, { $date }</b>
report-missed = <b>Overdue before anybody could be reminded</b>
report-undelivered = <b>Reminders that did not arrive</b>
report-refused-line = { $chat } (the one of { $date }): { $reason }
report-uncertain-line = { $chat } (the one of { $date }): it is not known whether it arrived, { $reason }
choice-done = Done: { $place }
choice-done-by = Done: { $place } ({ $wording })
choice-tomorrow = Remind tomorrow
choice-undo = Undo
choice-task = { $place }
done = ✅ { $place } is done, recorded at { $time } on { $date } by { $name }.
undone = ⏳ { $place } is open again and will be reminded of.
done-already = { $place } is recorded as done already.
undone-already = { $place } is not recorded as done.
task-unknown = There is no task “{ $text }”. Give its place in the plan, for example: <c>/done PL1 mục 7</c>
task-usage = Give the task's place in the plan, for example: <c>/done PL1 mục 7</c>
task-which = Which task?
task-gone = This task is no longer in the plan in force.
task-not-yours = Another unit does this task. Only its head or deputy, or the secretariat, can record it.
help-done = <b>/done</b>, <b>/undone</b>: record a task as done or open, for example: <i>/done PL1 mục 7</i>
menu-done = Record a task as done

## Calendar

calendar-summary = { $wording }: { $title }
calendar-wording = Deadline: { $wording }
calendar-lead = Lead: { $unit }
calendar-support = Support: { $unit }
calendar-place = Place in the plan: { $place }
calendar-category = Emulation and commendation
calendar-name-unit = { $unit } - { $council }
calendar-file = <b>Calendar of { $whose }</b>: { $count } { $count ->
    [one] deadline
   *[other] deadlines
 }. Open this file to take it into the calendar of a phone or computer. When the plan changes, open a new file to update it.
calendar-suspects = ⚠ Left out: { $count } { $count ->
    [one] deadline whose date waits
   *[other] deadlines whose dates wait
 } for the secretariat to confirm.
calendar-empty = No task has a date that could go into a calendar.
calendar-no-unit = You are not recorded with any unit. You can add a unit's name, for example: <c>/calendar Công an phường</c>
calendar-address = <b>Address of the calendar of { $whose }</b>. Add it to your calendar app (subscribe by address); the calendar follows every change of the plan:
calendar-address-line = <c>{ $address }</c>
calendar-address-secret = Whoever has this address can see the calendar, so keep it to yourself. To revoke your addresses: <c>/calendar revoke</c>
calendar-no-address = There is no address to subscribe to: this bot's server is not public. Type /calendar for the file.
calendar-revoked = { $count ->
    [one] Your calendar address was revoked. It no longer
   *[other] Your { $count } calendar addresses were revoked. They no longer
 } { $count ->
    [one] shows
   *[other] show
 } anything.
calendar-none-to-revoke = You have no calendar address in use.
choice-calendar-address = Subscription address
help-calendar = <b>/calendar</b>: a calendar file for phones and computers. For example: <i>/calendar Công an phường, /calendar mine, /calendar address, /calendar revoke</i>
menu-calendar = Calendar file and address

## Settings

help-settings = <b>/settings</b>: the reminders' hour and days, quiet hours, days off and working days; <i>/settings preview</i> shows the messages of the next 7 days
menu-settings = Settings of reminders
settings-changed = Changed { $setting }: <b>{ $after }</b> (before: { $before }).
settings-title = <b>Settings of { $council }</b>
settings-hour = Reminders at: <b>{ $at }</b> · Quiet hours: { $from } to { $to }
settings-before = Reminders before the deadline (days; 0 is the last day): { $days }
settings-after = Reminders when overdue (days): { $days }
settings-after-weekly = Reminders when overdue (days): { $days }; then weekly until done
settings-digests = Lists when a period begins: quarter { $quarter }, month { $month }, week { $week }
settings-group = Reminders in this group: { $state }
settings-private = Reminders for you here: { $state }
settings-council = Language of the council: { $language } · Time zone: { $zone }
settings-on = on
settings-off = off
settings-never = none
settings-days-title = <b>Days off and working days that the secretariat entered</b>
settings-days-none = The secretariat entered no days. The bot keeps to the public holidays. How to write it: <c>/settings day off 02/5/2025</c>
settings-days-off = <b>Days off</b>
settings-days-worked = <b>Working days</b>
settings-day = { $weekday } { $date }
settings-tasks = <b>Tasks with reminders of their own</b>
settings-task = { $place }: { $offsets }
settings-task-before = before { $days }
settings-task-after = overdue { $days }
settings-usage = How to write it: <c>/settings hour 07:30</c> · <c>/settings before 30 14 7 3 1 0</c> · <c>/settings after 1 3 7</c> · <c>/settings weekly off</c> · <c>/settings quiet 20:00 07:00</c> · <c>/settings quarter off</c> · <c>/settings day off 02/5/2025</c> · <c>/settings working day 26/4/2025</c> · <c>/settings forget day 26/4/2025</c> · <c>/settings group off</c> · <c>/settings task PL1 mục 7 before 10 5 1</c> · <c>/settings task PL1 mục 7 default</c> · <c>/settings language English</c> · <c>/settings time zone Asia/Ho_Chi_Minh</c> · <c>/settings two approvals on</c> · <c>/settings preview</c>
settings-unknown = There is no setting “{ $text }”. Type /settings to see the settings and how to write them.
settings-switch-unclear = Write <c>on</c> or <c>off</c> at the end. What came was: “{ $text }”.
settings-clock-unclear = The time “{ $text }” is not clear. Write it as: <c>/settings hour 07:30</c>, <c>/settings quiet 20:00 07:00</c>
settings-offsets-unclear = The days “{ $text }” are not clear. Write numbers from { $least } to 366, at most 20, for example: <c>30 14 7</c>; write <c>none</c> for no reminders.
settings-day-unclear = The day “{ $text }” is not clear. Write day, month and year, for example: <c>02/5/2025</c>, <c>28/4/2025 to 30/4/2025</c>
settings-day-not-entered = The day “{ $text }” was not entered. The days that were: <c>/settings days</c>
settings-hour-quiet = The reminders' hour { $at } lies in the quiet hours ({ $from } to { $to }); nothing was changed. Choose another hour or other quiet hours.
settings-language-unclear = There is no language “{ $text }” yet. Write: <c>/settings language Vietnamese</c> or <c>/settings language English</c>
settings-zone-unclear = There is no time zone “{ $text }”. For example: <c>/settings time zone Asia/Ho_Chi_Minh</c>
settings-task-usage = Give the place and the days, for example: <c>/settings task PL1 mục 7 before 10 5 1</c>, <c>/settings task PL1 mục 7 after 2 4</c>, <c>/settings task PL1 mục 7 default</c>
settings-what-weekly = weekly overdue reminders
settings-what-week = the list of a week
settings-what-month = the list of a month
settings-what-quarter = the list of a quarter
settings-what-group = reminders in this group
settings-what-private = reminders for me here
choice-turn-on = Turn on { $what }
choice-turn-off = Turn off { $what }
choice-hour = Remind at { $hour }
choice-preview = Preview of 7 days
preview-title = <b>Messages from { $from } to { $to }, at { $at }</b>
preview-nothing = From { $from } to { $to } there is no message to send.
preview-group = the council's group
preview-heading = <b>{ $day }</b> · { $chat }
preview-overload = ⚠ { $count } tasks in one message (more than { $most })
preview-moved = Moved from { $day }, a day off: { $place }
preview-lines = { $first }
    { $rest }

## Details, the card of a quarter, reports

choice-details = Details
choice-details-line = Details of the tasks above
details-title = <b>{ $title }</b>
details-plan = { $place } · { $plan }
details-section = Section: { $section }
details-direct = Directed by: { $direct }
details-lead = Done by: { $lead }
details-support = Together with: { $support }
details-deadlines = <b>Deadlines</b>
details-deadline = { $mark } <b>{ $wording }</b>: { $state }
details-labelled = { $label }: { $wording }
details-none = ⏳ The plan gives no deadline
details-on = { $date }, { $left }
details-left = { $days } { $days ->
    [one] day
   *[other] days
 } left
details-today = today is the last day
details-overdue = { $days } { $days ->
    [one] day
   *[other] days
 } overdue
details-done = done
details-undated = no date given
details-suspect = perhaps { $date }, to be confirmed by the secretariat
details-suspect-unknown = date unclear, to be confirmed by the secretariat
details-mark = ✅ { $what } done at { $time } on { $date }, recorded by { $name }
details-whole = The whole task
details-period = { $from } - { $to }, { $left }
task-which-details = Details of which task?
details-usage = Give the task's place in the plan, for example: <c>/details PL1 mục 7</c>
help-details = <b>/details</b>: one task in full, for example: <i>/details PL1 mục 7</i>
card-title = <b>Tasks in { $period }</b> · as of { $date }
card-counts = { $done }/{ $total } done · { $left } left · { $overdue } overdue
card-gap = { "" }
card-overdue = <b>Overdue</b>
card-next = <b>Coming up</b>
card-line = { $mark } <b>{ $wording }</b> — { $title } — { $place }
card-more = and { $count } more: /due
card-nothing-left = Nothing is left in this quarter.
card-undecided = ⚠ { $count } dates to be confirmed by the secretariat
report-unpinned = <b>Cards that could not be pinned</b>
report-unpinned-line = { $chat }: the bot needs the right to pin messages in the group ({ $reason })
reason-expired = could not be sent for 12 hours; it was dropped and will be made up for
reason-not-in-chat = the bot is no longer in this chat
reason-stopped = the bot stopped while sending
reason-restored = it waited when the backup was made from which the data were restored
reason-given-up = many tries failed ({ $text })
reason-blocked = the person blocked the bot
reason-kicked = the bot was removed from the group ({ $text })

## Rounds

dotted = { $first } · { $rest }
parted = { $first }; { $rest }
sentences = { $first } { $rest }
counts-unsaid = no numbers yet
counts-nothing = none
counts-collective = { $count } { $count ->
    [one] collective
   *[other] collectives
 }
counts-individual = { $count } { $count ->
    [one] individual
   *[other] individuals
 }
counts-family = { $count } { $count ->
    [one] family
   *[other] families
 }
limits-none = not set
limits-collective = { $count } (of { $of }) collectives
limits-individual = { $count } (of { $of }) individuals
limits-family = { $count } (of { $of }) families
category-collective = collectives
category-individual = individuals
category-family = families
round-deadline = { $time } { $weekday } { $date }
round-title = Nominations: { $title }
round-hint = Reply to this message, for example: <i>{ $example }</i>. If there is nobody to nominate, reply: <i>none</i>.
round-hint-heard = Write in this group, for example: <i>{ $example }</i>. If there is nobody to nominate, write: <i>bot, none</i>.
round-hint-several-heard = Write in this group with the movement before the numbers, for example: <i>{ $movement }: { $example }</i>. If there is nobody to nominate, write: <i>bot, none</i>.
round-hint-several = Reply to this message with the movement before the numbers, for example: <i>{ $movement }: { $example }</i>. If there is nobody to nominate, reply: <i>none</i>.
round-card-title-open = <b>{ $title }</b> · due { $deadline }
round-card-title-over = <b>{ $title }</b> · was due { $deadline }
round-card-title-closed = <b>{ $title }</b> · closed { $deadline }
round-card-units = { $answered }/{ $expected } units answered
round-card-collective = Collectives { $sum }
round-card-individual = Individuals { $sum }
round-card-family = Families { $sum }
round-card-waiting = { $sum } (+{ $count } to be decided)
round-card-movement = <b>{ $movement }</b>: { $sums }
round-card-more-movements = and { $count } { $count ->
    [one] other movement
   *[other] other movements
 }
round-card-beyond = ⚠ Over the total by { $over }, to be decided
round-card-unit = { $mark } { $unit }: { $said }
round-card-part = { $movement } { $said }
round-card-rest-nothing = none in the others
round-card-together = All movements of each unit together:
round-card-over = { $said } ({ $over } over, to be decided)
round-card-accepted = { $said } ({ $over } over, accepted)
round-card-more-units = and { $count } { $count ->
    [one] other unit
   *[other] other units
 } answered
round-card-missing = ⏳ No answer yet: { $count } { $count ->
    [one] unit
   *[other] units
 }
round-card-partly = ⏳ Partly answered: { $count } { $count ->
    [one] unit
   *[other] units
 }
round-card-hint-over = The deadline has passed. To correct numbers, please contact the council's secretariat.
round-card-hint-closed = The round is closed and its numbers no longer change. To correct them, please ask the council's secretariat to reopen it.
round-of = <b>{ $title }</b>
round-left-over = the deadline has passed
round-left-today = today is the last day
round-left-days = { $days } { $days ->
    [one] day
   *[other] days
 } left
round-nudge = { $unit } has not sent its nominations (due { $deadline }, { $left }).
round-nudge-partly = { $unit } has sent only part of its nominations (due { $deadline }, { $left }).
round-nudge-several = Units of yours have not sent all their nominations (due { $deadline }, { $left }):
round-nudge-unit = ⏳ <b>{ $unit }</b>
round-nudge-movement = · { $movement }
round-nudge-movement-asked = · { $movement } — { $asked }
round-nudge-quota = Quota: { $limits }.
round-nudge-missing = Still missing: { $categories }.
choice-nothing = None
choice-nothing-unit = None: { $unit }
round-count = { $answered }/{ $expected } units have answered (due { $deadline }, { $left }).
round-over = The deadline has passed ({ $deadline }). { $answered }/{ $expected } units have answered.
round-missing = No answer yet:
round-partly = Partly answered:
round-untold = Nobody to be told:
choice-round-extend = Extend
choice-round-extend-line = Extend the round
choice-round-close = Close the round

## Tally documents

result-category-collective = Collectives
result-category-individual = Individuals
result-category-family = Families
result-short-collective = Col.
result-short-individual = Ind.
result-short-family = Fam.
result-count-collective = { $count } { $count ->
    [one] collective
   *[other] collectives
}
result-count-individual = { $count } { $count ->
    [one] individual
   *[other] individuals
}
result-count-family = { $count } { $count ->
    [one] family
   *[other] families
}
result-nothing = none
result-moment = { $time } on { $date }
result-as-of = As of { $moment }
result-answered = { $answered } of { $expected } units handed in
result-no = No.
result-unit = Unit
result-movement = Movement
result-quota = Quota
result-nominated = Nominated
result-difference = Difference
result-waiting = Over, to be decided
result-note = Note
result-state = State
result-reason = Reason
result-by = Handed in by
result-at = Handed in at
result-total = Total
result-counted = Counted (without what is to be decided)
result-council-quota = Quota of the whole council
result-state-missing = not handed in
result-state-partly = incomplete
result-state-in = handed in
result-state-over = over quota, to be decided
result-not-said = not said: { $categories }
result-over = { $counts } over quota, to be decided
result-accepted = { $counts } over quota, accepted
result-beyond-total = { $counts } beyond the quota of the whole council, to be decided
result-settled = accepted beyond the quota of the whole council up to { $counts }
result-not-asked = no quota
result-needs-base = the base of the percentage is not known yet
result-bodies = { $category }: { $max } of { $of } bodies
result-plan-quota = Quota in the plan: { $wording }
result-by-proposal = By proposal, without a quota
result-percent = Quota by percentage
result-title = Nominations for commendation
result-overview = Overview
result-on-behalf = { $name } (for the unit)
minutes-country = SOCIALIST REPUBLIC OF VIET NAM
minutes-motto = Independence - Freedom - Happiness
minutes-number = No.……/BB-HĐTĐKT
minutes-dated = ………………, { $day }/{ $month }/{ $year }
minutes-heading = MINUTES
minutes-subject = Meeting of the council on nominations for commendation
minutes-round = Round: { $title }
minutes-starts = Opened at ……, on ………………
minutes-venue = Venue:
minutes-chair = Chair:
minutes-secretary = Secretary (taking the minutes):
minutes-present = Present: …… of …… members of the council, namely:
minutes-absent = Absent (reason):
minutes-results = I. NOMINATIONS HANDED IN
minutes-summary = Deadline: { $deadline }. As of { $asOf }: { $answered }.
minutes-still-open = The round is not closed; numbers may still change.
minutes-overview = All movements
minutes-missing = II. UNITS THAT DID NOT HAND IN
minutes-movement-no = movement { $number }
minutes-missing-unit = - { $unit }: { $movements }.
minutes-missing-all = - { $unit }: nothing in any movement.
minutes-none = None.
minutes-requests = III. REQUESTS OVER QUOTA
minutes-asked = Requested
minutes-beyond-quota = { $counts } over
minutes-decision = Decision
minutes-accepted = Accepted: { $counts }
minutes-reduced = Reduced to: { $counts }
minutes-refused = Refused. Counted: { $counts }
minutes-undecided = Decision of the council: ………………
minutes-beyond = - { $movement }: { $what }.
minutes-conclusion = IV. CONCLUSION
minutes-agreed = The council agreed:
minutes-votes = Votes: in favour ……/……; against ……/……; other ……/……
minutes-ends = Closed at ……, on ………………
minutes-secretary-signs = SECRETARY
minutes-chair-signs = CHAIR
minutes-sign = (signature, full name)
minutes-recipients = To:
minutes-copy-others = - ………………;
minutes-copy-file = - File.
picture-over = { $count } over
picture-waiting = { $count } over, to be decided
picture-plus = +{ $count } to be decided
picture-missing = not handed in
picture-beyond = Over quota

## Nominations

nominate-no-right = You have not been asked to hand in nominations. If you should, please ask the council's secretariat for an invite code.
nominate-not-yours = You have not been asked to hand in nominations for { $unit }. If you should, please ask the council's secretariat for an invite code.
nominate-not-asked = This round does not collect nominations of that unit or movement. See the rounds: /round
nominate-no-round = No nomination round is open at the moment.
nominate-round-closed = This round is closed and its numbers can no longer change. To correct one, please ask the council's secretariat to reopen the round.
nominate-too-late = The deadline has passed; nothing was recorded. Please contact the council's secretariat.
nominate-which-round = For which round are these numbers?
nominate-which-unit = Of which unit are these numbers ({ $counts })?
nominate-which-unit-more = Of which unit are these numbers ({ $counts })? There are { $count } more: please write the unit before the numbers, for example <i>Ward police 3 collectives 5 individuals</i>.
nominate-which-movement = { $unit }: for which movement are these numbers ({ $counts })?
nominate-unknown-label = Not recorded: it is not clear which unit or movement “{ $label }” is. Example: <i>Ward police 3 collectives 5 individuals</i>.
nominate-unclear = Not recorded. How many collectives and how many individuals does the unit nominate? Example: <i>3 collectives 5 individuals</i>.
nominate-which-category = Not recorded. Of which category is { $count } the number? Please choose:
nominate-edit-unclear = The changed message is not clear; the recorded numbers stay as they are. Please send them again, for example <i>3 collectives 5 individuals</i>.
nominate-confirm = Understood as <b>{ $unit }</b>{ $movement }: <b>{ $counts }</b>. Is that right?
nominate-over = { $unit }{ $movement }: { $counts }. Quota: { $quota }; <b>{ $over } over</b>. Record it as a request beyond the quota for the secretariat to decide?
nominate-over-behalf = { $unit }{ $movement }: { $counts }. Quota: { $quota }; <b>{ $over } over</b>. Record these numbers beyond the quota? A reason will be needed.
nominate-reason = { $unit }{ $movement }: please give the reason for exceeding the quota (reply to this message).
nominate-reason-heard = { $unit }{ $movement }: please give the reason for exceeding the quota (in your next message).
nominate-again = { $unit }{ $movement }: please send the numbers again, for example <i>3 collectives 5 individuals</i>.
nominate-unchanged = Nothing changed. { $unit }{ $movement }: <b>{ $counts }</b>.
nominate-stale = There is a newer number, so this message does not count. { $unit }{ $movement }: <b>{ $counts }</b>.
nominate-stored = Recorded for { $unit }{ $movement }: <b>{ $counts }</b>.
nominate-changed = Recorded for { $unit }{ $movement }: <b>{ $counts }</b> (before: { $before }).
nominate-in-movement = { " " }({ $movement })
nominate-exact = Quota: { $quota }, exactly used.
nominate-left = Quota: { $quota }; left: { $left }.
nominate-requested = Request for <b>{ $over }</b> beyond the quota: waiting for the secretariat.
nominate-accepted = { $over } beyond the quota was accepted.
nominate-beyond-total = ⚠ Together the units exceed the council's total by { $over }: the secretariat will decide.
nominate-base = Quota: { $wording }. What is the unit's number of which the percentage is taken? (reply with a number)
nominate-base-unclear = The number is not clear. Please reply with one number, for example <i>40</i>.
nominate-missing = Still missing: { $categories }. If there are none, reply: <i>none</i>.
nominate-how-to-change = To change it, reply again before the deadline.
nominate-rest = Movements still open: { $movements }.
nominate-nothing-left = { $unit } has answered for every movement; nothing is left.
nominate-complete = The unit has answered for all { $count } movements.
nominate-asked-round = <b>{ $title }</b> · due { $deadline }
nominate-asked-line = { $mark } { $unit }, { $movement }: { $counts }{ $quota }
nominate-asked-quota = { " " }(quota: { $quota })
nominate-usage = Send the numbers: <i>3 collectives 5 individuals</i>. If there are none, send: <i>/nominate none</i>.
nominate-usage-several = Send the numbers with the movement, one line for each: <i>{ $movement }: 3 collectives 5 individuals</i>. If there are none, send: <i>/nominate { $movement }: none</i>.
nominate-usage-for = Send numbers for a unit: <i>/nominate Ward police 3 collectives 5 individuals</i>.
choice-plain = { $text }
choice-movements-rest = { $count ->
    [1] None in the other movement
   *[other] None in the { $count } other movements
}
choice-movements-all = None in all { $count } movements
choice-yes-record = Yes, record it
choice-say-again = Correct it
choice-record-over = Record them
choice-request-over = Request more
choice-count = { $count } { $category ->
    [collective] { $count ->
        [one] collective
       *[other] collectives
    }
    [individual] { $count ->
        [one] individual
       *[other] individuals
    }
   *[family] { $count ->
        [one] family
       *[other] families
    }
}
menu-nominate = Hand in nominations

## Quotas

quota-title = <b>Commendation quotas</b>
quota-title-movement = <b>Quotas: { $movement }</b>
quota-title-unit = <b>Quotas of { $unit }</b>
quota-plan = <b>{ $plan }</b>
quota-source = { $line } — { $source }
quota-line = { $movement }: { $what }
quota-unit = { $unit }: { $what }
quota-whole = { $what }
quota-wording = “{ $wording }”
quota-words = “{ $wording }”
quota-count = { $category } { $max }
quota-count-of = { $category } { $max } (of the { $of } bodies named)
quota-percent = { $category } { $max }%
quota-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
quota-total = whole council { $what }
quota-by-proposal = by proposal, no number set
quota-not-divided = not divided among units, { $what }
quota-not-named = no quota for this unit
quota-no-number = no quota written
quota-none = The approved plans have no quotas for what you asked.
quota-unknown = No unit or movement “{ $text }” was found in the quotas. See them all: /quota
quota-no-unit = You are not recorded as head or deputy of a unit. You can name one, for example: <c>/quota Công an phường</c>
quota-which-movement = Several movements match. Please choose one:
quota-choice-mine = Quotas of my unit
choice-movement = { $movement }
help-quota = <b>/quota</b>: commendation quotas. For example: <i>/quota Công an phường, /quota yêu nước, quotas of my unit</i>
menu-quota = Commendation quotas

## Tally

tally-title = <b>Tally: { $title }</b> · due { $deadline }
tally-title-closed = <b>Tally: { $title }</b> · closed
tally-answered = Complete: { $answered }/{ $expected } units
tally-movement = <b>{ $movement }</b>: { $sums }
tally-movement-notes = <b>{ $movement }</b>: { $sums } ⚠ { $notes }
tally-of = { $counts } / quota { $quota }
tally-nothing-yet = No unit has handed in yet.
tally-line = { $mark } { $unit }: { $counts }
tally-line-notes = { $mark } { $unit }: { $counts } ({ $notes })
tally-collective = { $count }/{ $max } collectives
tally-individual = { $count }/{ $max } individuals
tally-family = { $count }/{ $max } families
tally-waiting = { $over } over, to be decided
tally-accepted = { $over } over accepted
tally-beyond = { $over } over the total, to be decided
tally-lacks = still missing { $categories }
tally-missing = ⏳ Missing: { $count } units
tally-missing-names = ⏳ Missing: { $units }
tally-none = There has been no nomination round yet.
tally-which-round = The tally of which round?
tally-picture = <b>{ $title }</b>: { $movement }
tally-no-picture = There is nothing to draw yet: the movement has no quotas and no unit has handed in.
tally-workbook = Workbook of <b>{ $title }</b>.
tally-minutes = Minutes of <b>{ $title }</b>. Please check them and fill in the blanks before signing.
choice-tally-picture = Chart
choice-tally-workbook = Excel
choice-tally-minutes = Word minutes
menu-tally = Tally of nominations
help-nominate = <b>/nominate</b>: hand in nomination counts, for example <i>3 collectives 5 individuals</i>, or reply to the round's message. Sending them again corrects the numbers; deleting a message does not
help-tally = <b>/tally</b>: nominations so far, chart, Excel

## Audit log

audit-title = <b>Log of { $council }</b>
audit-filter = Only: { $what }
audit-none = The log holds nothing like that.
audit-day = <b>{ $weekday } { $date }</b>
audit-line = { $time } · { $name }: { $what }
audit-operator = operator
audit-gone = (removed)
audit-someone = (removed)
audit-council = the whole council
audit-some-plan = a plan no longer kept
audit-some-file = of unknown name
audit-some-group = of unknown name
audit-some-round = of unknown name
audit-nothing = nothing
audit-occurrence = { $place }, of { $date }
audit-until = { $what }, deadline { $deadline }
audit-moved = { $what }, deadline { $deadline } (before: { $before })
audit-because = { $what }. Reason: { $reason }
audit-council-created = created the council { $name }
audit-invite-created = gave out a code for { $role }
audit-person-linked = joined the council as { $role }
audit-role-given = made { $name } { $role }
audit-role-ended = recorded that { $name } is no longer { $role }
audit-person-forgotten = removed the personal data of a person
audit-chat-linked = linked the group { $chat } to the council
audit-chat-unlinked = unlinked the group { $chat }
audit-unit-added = added the unit { $unit }
audit-unit-renamed = renamed the unit { $before } to { $unit }
audit-unit-removed = removed the unit { $unit }
audit-alias-added = added another name of { $unit }: { $alias }
audit-head-away = marked the head of { $unit } as away
audit-head-present = marked the head of { $unit } as present
audit-plan-stored = received { $plan } (file { $file })
audit-plan-approved = approved { $plan }
audit-plan-dropped = dropped the draft { $plan }
audit-task-done = marked { $place } as done
audit-task-undone = marked { $place } as not done
audit-calendar-made = made a calendar address of { $unit }
audit-calendar-revoked = revoked { $count ->
    [one] { $count } calendar address
   *[other] { $count } calendar addresses
}
audit-settings-changed = changed { $setting }: { $after } (before: { $before })
audit-round-opened = opened the round “{ $round }”
audit-round-extended = extended the round “{ $round }”
audit-round-reminded = reminded the units missing in the round “{ $round }”
audit-round-closed = closed the round “{ $round }”
audit-round-reopened = reopened the round “{ $round }”
audit-round-dropped = dropped the round “{ $round }”
audit-quota-entered = entered the quota of { $what }: { $after } (before: { $before })
audit-nominated = recorded the nomination of { $what }: { $after } (before: { $before })
audit-request-decided = decided on the request beyond the quota of { $what }: { $after } (before: { $before })
audit-total-settled = accepted beyond the total quota of { $what }: { $after } (before: { $before })
audit-setting-hour = the reminder time
audit-setting-before = the days of reminders ahead
audit-setting-after = the days of reminders when overdue
audit-setting-weekly = weekly reminders when overdue
audit-setting-quiet = quiet hours
audit-setting-quarter = the list at the start of a quarter
audit-setting-month = the list at the start of a month
audit-setting-week = the list at the start of a week
audit-setting-day = days off and working days
audit-setting-chat = reminders in one chat
audit-setting-language = the council's language
audit-setting-zone = the time zone
audit-setting-task = a task's own reminders
audit-setting-other = a setting
audit-day-state = { $date } { $state }
audit-day-calendar = as in the public calendar
audit-day-worked = worked
audit-day-off = off
audit-task-council = { $place }: like other tasks
audit-unknown = “{ $text }” was not found in the log. You can name a unit, a person, a kind of act or a time, for example: <c>/audit Công an phường</c>, <c>/audit plan</c>, <c>/audit November</c>
audit-which = Do you mean the unit or the person?
audit-choice-person = The person { $name }
audit-kind-plan = plans
audit-kind-unit = units
audit-kind-role = roles and codes
audit-kind-task = tasks
audit-kind-calendar = calendar
audit-kind-settings = settings
audit-kind-group = council and groups
audit-kind-round = rounds
audit-kind-nomination = nominations
audit-kind-quota = quotas
help-audit = <b>/audit</b>: who did what, when. For example: <i>/audit November, /audit plan, /audit Công an phường</i>
menu-audit = Log

## Round command

rounds-title = <b>Open rounds of nominations</b>
rounds-none = No round of nominations is open.
rounds-line = ⏳ <b>{ $title }</b> · until { $deadline }
rounds-line-over = ❗ <b>{ $title }</b> · until { $deadline }, which has passed
rounds-line-answered = { $answered }/{ $expected } units answered
rounds-line-waiting = ⚠ { $count } { $count ->
    [one] point
   *[other] points
  } to decide
rounds-hint = Open one in a line: <c>/round open emulation by 17:00 05/12</c>. Also: <c>/round quota Ward police 3tt 5cn</c>
rounds-usage = How to write it: <c>/round</c> · <c>/round open emulation, blood donation by 17:00 05/12</c> · <c>/round show</c> · <c>/round remind</c> · <c>/round extend next Friday</c> · <c>/round quota Ward police 3tt 5cn</c> · <c>/round close</c> · <c>/round reopen</c> · <c>/round drop</c>
rounds-which = Which round?
rounds-unknown = There is no round “{ $text }”. The rounds are:
rounds-none-open = No round of nominations is open. Open one: <c>/round open</c>
rounds-none-closed = No round has been closed yet.
rounds-changed = This cannot be done: the round has just changed or is gone. See the rounds: /round
rounds-closed-already = The round <b>{ $title }</b> is closed; nothing has changed. Reopen it: <c>/round reopen</c>
rounds-kept = Kept as it is; nothing has changed.
rounds-open-movements = <b>Open a round of nominations</b>: choose the movements, then Go on.
rounds-open-no-plan = <b>Open a round of nominations</b>: no approved plan has quotas yet. You can type the name of a movement.
rounds-open-unclear = “{ $text }” may be several movements. They are chosen now; please take some out, then Go on.
rounds-open-name = Please type the name of the movement:
rounds-open-deadline = Until when are numbers handed in? Choose, or write a deadline, such as <i>17:00 5/12</i>
rounds-open-chats = In which groups does the round appear?
rounds-deadline-ask = Please type the deadline, for example: <i>5/12</i>, <i>17:00 5/12/2025</i>, <i>next Friday</i>, <i>end of month</i>
rounds-deadline-unclear = The deadline “{ $text }” was not understood, or has passed. Write it like <i>5/12</i>, <i>17:00 5/12/2025</i>, <i>next Friday</i>, or choose:
rounds-deadline-passed = The chosen deadline has just passed. Please choose or write another one:
rounds-no-units = The council has no units to ask yet. Add some: <c>/units add Ward police; Health station</c>
rounds-nobody-asked = No unit of the council answers to the rows of the quota table. See the units: /units
rounds-preview = <b>Preview; nothing is sent yet.</b> The groups will see:
rounds-preview-units = { $count } { $count ->
    [one] unit is
   *[other] units are
  } asked.
rounds-preview-groups = In the groups: { $groups }.
rounds-preview-no-groups = ⚠ In no group: the heads answer in a private message to the bot.
rounds-preview-unreached = ⚠ Nobody to reach in private yet: { $units }. Give a code (<c>/invite head Ward police</c>), or ask whoever has a role already to write to the bot in private.
rounds-preview-lost = ⚠ Rows of the plan that no unit answers to, so that they are not asked: { $rows }. Add them with <c>/units add</c> and start again.
rounds-preview-named = ⚠ In no approved plan, so that there is no quota to check against: { $movements }
rounds-preview-row = The row “{ $row }” of the plan is taken for { $unit }.
rounds-title-plan = { $count } movements, plan { $number }
rounds-title-year = { $count } movements { $year }
rounds-opened = The round <b>{ $title }</b> is open until { $deadline }. { $groups ->
    [0] The heads answer in a private message to the bot.
    [one] It appears in one group.
   *[other] It appears in { $groups } groups.
  }
rounds-cancelled = Cancelled; nothing was sent.
rounds-extend-deadline = The deadline of <b>{ $title }</b> is { $deadline }. What is the new one? Choose, or write it, such as <i>17:00 5/12</i>, <i>3 more days</i>
rounds-reopen-deadline = Until when is <b>{ $title }</b> reopened? The old deadline: { $deadline }. Choose, or write a new one, such as <i>17:00 5/12</i>
rounds-extended = The deadline of <b>{ $title }</b> is changed from { $old } to { $new }.
rounds-reopened = <b>{ $title }</b> is reopened until { $new } (before: { $old }).
rounds-close-sure = Close the round <b>{ $title }</b>? { $answered }/{ $expected } units answered.
rounds-close-complete = ✅ Nothing is missing and nothing waits for a decision.
rounds-close-missing = ⏳ Not complete ({ $count }): { $units }
rounds-close-request = ⚠ { $unit } ({ $movement }): { $over } over quota, not decided, will not be counted
rounds-close-total = ⚠ { $movement }: { $over } over the council’s total, not decided
rounds-closed = The round <b>{ $title }</b> is closed: { $answered }/{ $expected } units answered. The result: /tally
rounds-closed-title = <b>Closed rounds</b>
rounds-closed-line = { $number }. { $title } · closed on { $date }
rounds-drop-sure = Drop the round <b>{ $title }</b>? No unit has handed in anything.
rounds-drop-not-empty = <b>{ $title }</b> cannot be dropped: units have handed in numbers. You can close it: <c>/round close</c>
rounds-dropped = The round <b>{ $title }</b> was dropped; units need not hand in anything.
rounds-remind-quiet = These are quiet hours ({ $from } to { $to }). Remind nevertheless?
rounds-remind-nobody = <b>{ $title }</b>: no unit is missing, nobody has to be reminded.
rounds-remind-over = The deadline of <b>{ $title }</b> has passed and units cannot hand in any more. Please extend it first.
rounds-remind-lately = <b>{ $title }</b>: the units that are missing were reminded within the last hour. Please give them time to answer.
rounds-reminded = Reminded in private: { $people } people of { $units } units.
rounds-reminded-nobody = ⚠ Nobody was reminded in private: no head or deputy can be reached yet. Give a code: <c>/invite head Ward police</c>
rounds-show-waiting = ⚠ { $count } { $count ->
    [one] point
   *[other] points
  } to decide, in the messages below.
rounds-show-more = { $count } more: decide on the messages below, then type <c>/round show</c> again
rounds-show-next = { $count } more to decide. After this one, please type <c>/round show</c> again
rounds-quota-usage = Please type the unit or movement and its quota, for example: <i>Ward police 3tt 5cn</i>, <i>emulation total 10tt 20cn</i>
rounds-quota-unclear = The quota “{ $text }” was not understood. Write it like <c>/round quota Ward police 3tt 5cn</c>, <c>/round quota emulation total 10tt 20cn</c>
rounds-quota-no-movement = “{ $text }” is not in an open round. Type the name of a unit that is asked, or of a movement with the word “total”.
rounds-quota-which = The quota of which movement?
rounds-quota-not-asked = The unit “{ $text }” is not asked in { $movement } in this round.
rounds-quota-total-sure = No unit is named. Is this the total of the whole council for { $movement }?
rounds-quota-percent = { $movement } has quotas in percent, which cannot be entered as numbers. The quota of a unit follows from the number that it hands in.
rounds-quota-unit = Kept the quota of <b>{ $unit }</b> ({ $movement }): <b>{ $new }</b>. Before: { $old }.
rounds-quota-total = Kept the quota of the whole council ({ $movement }): <b>{ $new }</b>. Before: { $old }.
rounds-decide-counts = How many are accepted for { $unit }? The unit asks for { $counts }. For example: <i>3 collectives 4 individuals</i>
rounds-decide-unclear = These are no clear numbers. { $unit } asks for { $counts }. Type what is accepted, for example: <i>3 collectives 4 individuals</i>
rounds-decide-too-many = This is more than the unit asks for ({ $unit }: { $counts }). Type what is accepted:
rounds-decide-changed = { $unit } ({ $movement }) has just handed in other numbers: { $counts }. Please decide on the message below.
rounds-decide-gone = No longer to be decided: { $unit } ({ $movement }) changed it to { $counts }.
rounds-decided-already = Decided by { $name }: { $unit } ({ $movement }), { $counts }.
rounds-decided-accepted = ✅ The secretariat accepts what <b>{ $unit }</b> asks for ({ $movement }): { $counts }.
rounds-decided-reduced = ✅ The secretariat reduced the request of <b>{ $unit }</b> ({ $movement }) to: { $counts }.
rounds-decided-refused = The secretariat does not accept what <b>{ $unit }</b> asks for beyond its quota ({ $movement }). What counts: { $counts }.
rounds-total-settled = ✅ The sum of { $movement } is accepted: { $counts }.
rounds-total-none = { $movement }: the sum is { $counts }; it does not exceed the total any more, or was decided.
rounds-total-changed = The numbers of { $movement } have just changed. Please decide on the message below.
round-request-title = ⚠ <b>{ $unit }</b> asks for more than its quota: { $movement }
round-request-counts = Asked for: { $counts }. Quota: { $limits }. <b>Over by { $over }</b>.
round-request-reason = Reason ({ $name }): { $reason }
round-request-no-reason = From { $name }, without a reason.
round-request-round = Round: { $round }
round-total-title = ⚠ <b>{ $movement }</b>: over the council’s total
round-total-counts = The units ask for { $counts }. Total in the plan: { $limits }. <b>Over by { $over }</b>.
round-total-settled = Accepted before: { $counts }.
round-total-how = You can accept it all, or enter the numbers of a unit anew, for example: <c>/nominate Ward police 2tt 4cn</c>
units-in-round = <b>{ $unit }</b> cannot be removed: it stands in the round of nominations { $round }, whose numbers are kept. You can rename it: <c>/units rename Old name: New name</c>
choice-new-round = Open a round
choice-closed-rounds = Closed rounds
rounds-numbered = { $number }. { $title }
choice-of-round = { $what } ({ $number })
choice-of-round-line = { $what }: round { $number }
choice-round-show = Show
choice-round-show-line = Show the numbers
choice-round-remind = Remind
choice-round-remind-line = Remind units that have not answered
choice-round-tally = Tally
choice-round-reopen = Reopen
choice-round-reopen-line = Reopen the round
choice-round-drop = Drop the round
choice-remind-anyway = Remind nevertheless
choice-everything = All
choice-other-movement = Another movement
choice-go-on = Go on
choice-on = ☑ { $label }
choice-off = ☐ { $label }
choice-other-day = Another day
choice-open-round = Open the round
choice-change-deadline = Change the deadline
choice-cancel = Cancel
choice-cancel-line = Cancel, open no round
choice-request-accept = Accept
choice-request-accept-line = Accept the numbers asked for
choice-request-reduce = Reduce to the quota
choice-request-other = Another number
choice-request-other-line = Set other numbers
choice-request-refuse = Refuse
choice-request-refuse-line = Refuse the request
choice-quota-total = Total of the council
choice-total-accept = Accept beyond the total
help-rounds = <b>/round</b>: the rounds of nominations
help-run-rounds = <b>/round open, show, remind, extend, quota, close, reopen</b>: run a round, for example: <i>/round open emulation by 17:00 05/12</i>
menu-rounds = Rounds of nominations

## Announcements

announce-title = <b>Announcements of { $council }</b>
announce-none = There are no announcements yet.
announce-section-sending = <b>Being sent</b>
announce-section-scheduled = <b>Scheduled</b>
announce-section-drafts = <b>Drafts</b>
announce-section-sent = <b>Sent lately</b>
announce-numbered = { $number }. { $line }
announce-line = { $title } · { $state }
announce-untitled = (no content yet)
announce-state-draft = draft
announce-state-scheduled = goes out { $time }
announce-state-sending = being sent since { $time }
announce-state-sent = sent { $time }
announce-state-stopped = stopped, begun { $time }
announce-state-withdrawn = withdrawn, sent { $time }
announce-state-dropped = dropped, not sent
announce-in-private = Announcements are made in a private message to the bot: type <c>/announce</c> there.
announce-compose = Send what is to be announced: text, pictures, documents, one message after the other. It will arrive exactly as you send it. Then choose “Preview”.
announce-compose-more = The announcement has { $count ->
    [one] 1 part
   *[other] { $count } parts
  }. Send more, or choose “Remove last part” and send it anew.
announce-added = Added ({ $count ->
    [one] 1 part
   *[other] { $count } parts
  }). Send more, or choose “Preview”.
announce-removed = The last part was removed; { $count ->
    [one] 1 part is left.
   *[other] { $count } parts are left.
  }
announce-too-many = An announcement has at most { $most } parts. Please remove or join some.
announce-text-too-long = The text is too long: a message has at most { $most } characters. Please send it as several messages.
announce-caption-too-long = The caption of a picture or document has at most { $most } characters. Please send the text as a message of its own.
announce-empty = The announcement has no content yet.
announce-dropped = The announcement was dropped; nobody gets it.
announce-gone = The council at hand has no such announcement. All announcements: /announce
announce-overtaken = Nothing was changed: somebody has dealt with this announcement already. Please look at it again.
announce-media-elsewhere = This part has files that came from another app and cannot be shown here: { $names }
announce-to = <b>Goes to:</b> { $who }{ $via }. Done in about { $time }.
announce-no-audience = <b>Nobody was chosen to receive it.</b>
announce-nobody-reached = It cannot be sent: none of those chosen has ever written to the bot. Please choose others as well.
announce-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
  }
announce-heads = { $count ->
    [one] 1 unit head
   *[other] { $count } unit heads
  }
announce-persons = { $count ->
    [one] 1 member
   *[other] { $count } members
  }
announce-via = { $count } on { $platform }
announce-unreached = { $count } not reachable
announce-in-brackets = { " " }({ $what })
announce-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
  }
announce-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
announce-weekly = Again every week.
announce-monthly = Again every month.
announce-with-receipt = Recipients are asked to confirm it with “Received”.
announce-repeat = This announcement goes out:
announce-choose-audience = Choose who receives it; choose again to take out:
announce-all-groups = All groups ({ $count })
announce-all-heads = Heads of all units ({ $count })
announce-all-members = All members of the council
announce-missing-in = Missing in: { $round }
announce-when = When is it to go out? Choose, or write a time, such as <i>8am tomorrow</i>, <i>14:00 5/12</i>
announce-when-unclear = “{ $text }” is not understood, or has passed. Such as <i>8am tomorrow</i>, <i>14:00 5/12</i>
announce-quiet = { $time } lies in the quiet hours ({ $from } - { $to }). Send it then all the same?
announce-quiet-now = These are the quiet hours ({ $from } - { $to }). Send it now all the same?
announce-scheduled = It goes out at <b>{ $time }</b> to { $who }.
announce-unscheduled = The time was taken back. The announcement is a draft again.
announce-sending = “{ $title }” is being sent to { $who }. A message below tells the result.
announce-stopped = Sending “{ $title }” was stopped. Those who were still waiting do not get it.
announce-continued = “{ $title }” goes on to the { $count } that are left. A message below tells the result.
announce-retrying = “{ $title }” is sent anew to { $count }. A message below tells the result.
announce-count-sent = Sent { $count }/{ $total }
announce-count-waiting = Waiting: { $count }
announce-count-refused = Not delivered: { $count }
announce-count-uncertain = Unclear whether delivered: { $count }
announce-count-unreached = Not reachable (never wrote to the bot): { $count }
announce-count-vacant = Not reachable (no head or deputy yet): { $count }
announce-count-stopped = Stopped, not sent: { $count }
announce-count-confirmed = Confirmed: { $count }
announce-list-refused = <b>Not delivered</b>
announce-list-unreached = <b>Never wrote to the bot</b>
announce-list-vacant = <b>No head or deputy yet</b>
announce-list-uncertain = <b>Unclear whether delivered</b>
announce-list-stopped = <b>Stopped, not sent</b>
announce-list-waiting = <b>Waiting</b>
announce-list-sent = <b>Sent</b>
announce-route = on { $platform }
announce-item = • { $what }
announce-person-of = { $name } ({ $unit })
announce-phone = phone { $phone }
announce-unconfirmed = not confirmed
announce-confirmed-by = ✅ { $names }
announce-is-refused = not delivered
announce-is-unreached = not reachable
announce-is-uncertain = unclear
announce-is-stopped = stopped
announce-is-waiting = waiting
announce-is-sent = sent
announce-sheet = Recipients
announce-workbook = Recipients: { $title }
announce-column-number = No
announce-column-name = Recipient
announce-column-unit = Unit
announce-column-platform = Channel
announce-column-state = State
announce-column-reason = Reason
announce-column-phone = Phone
announce-column-confirmed = Confirmed at
announce-which-text = Which part is to be corrected?
announce-no-text = This announcement has no text to be corrected.
announce-new-text = Send the new text of this part. It will be changed wherever it was sent.
announce-corrected = The new text was noted and is being changed wherever it was sent.
announce-fixed-correction = { $count ->
    [one] In { $count } chat
   *[other] In { $count } chats
} what was sent cannot be changed: the new text comes there as a message “Correction”.
announce-fixed-corrected = { $count ->
    [one] In { $count } chat
   *[other] In { $count } chats
} what was sent cannot be changed: the bot sends a message “Correction” there.
announce-withdraw-sure = Take “{ $title }” back wherever it was sent? Messages sent long ago may not be deletable.
announce-fixed-withdraw = { $count ->
    [one] In { $count } chat
   *[other] In { $count } chats
} what was sent cannot be deleted: the bot will say there that the announcement was withdrawn.
announce-withdrawn = “{ $title }” is being taken back wherever it was sent.
announce-received = It was noted that you have received the announcement.
announce-reminded = { $count ->
    [one] 1 person who has not confirmed is being reminded.
   *[other] { $count } persons who have not confirmed are being reminded.
  }
announce-templates = Choose a template. The council's own: write an announcement and choose “Keep as template”.
announce-field = <b>{ $field }?</b>
announce-field-how = Send one after the other, or several lines at once, such as <i>time: 8am tomorrow</i>. Where there is nothing to say, send “-”.
announce-template-name = What is the template called?
announce-template-name-too-long = A template's name has at most { $most } characters. Please choose a shorter one.
announce-template-kept = The template “{ $name }” was kept.
announce-template-remove-sure = Remove the template “{ $name }”?
announce-template-removed = The template “{ $name }” was removed.
announce-template-gone = This template is not there any more. All templates: <c>/announce templates</c>
template-line = <b>{ $field }:</b> { $value }
template-meeting = <b>MEETING OF THE COUNCIL</b>
template-meeting-time = Time
template-meeting-place = Place
template-meeting-agenda = Agenda
template-meeting-attendees = Attendees
template-meeting-close = You are kindly asked to attend in time.
template-papers = <b>PAPERS TO BE HANDED IN</b>
template-papers-content = What
template-papers-deadline = Deadline
template-papers-receiver = Where
template-papers-close = Units are kindly asked to hand in complete papers in time.
template-launch = <b>LAUNCH OF AN EMULATION MOVEMENT</b>
template-launch-movement = Movement
template-launch-period = Period
template-launch-scope = For whom
template-launch-close = Units are kindly asked to spread the word and to register.
choice-announce-compose = Write an announcement
choice-announce-templates = Templates
choice-announce-one = { $number }. { $title }
choice-announce-one-line = Show announcement { $number }: { $title }
choice-announce-all = ‹ All announcements
choice-announce-preview = Preview
choice-announce-look = Show the content
choice-announce-remove-last = Remove last part
choice-announce-drop = Drop
choice-announce-drop-line = Drop this announcement
choice-announce-send = Send now
choice-announce-send-anyway = Send now all the same
choice-announce-schedule = Schedule
choice-announce-schedule-anyway = Keep this time
choice-announce-other-time = Another time
choice-announce-unschedule = Take the time back
choice-announce-audience = Recipients
choice-announce-audience-line = Recipients (choose or change)
choice-announce-audience-done = Done
choice-announce-audience-done-line = Done, the recipients are right
choice-announce-some-groups = Choose groups
choice-announce-some-heads = Choose units
choice-announce-receipt-on = Confirmation: on
choice-announce-receipt-on-line = Confirmation (now on)
choice-announce-receipt-off = Confirmation: off
choice-announce-receipt-off-line = Confirmation (now off)
choice-announce-once = Repeat: no
choice-announce-once-line = Repeat (now: no)
choice-announce-weekly = Repeat: weekly
choice-announce-weekly-line = Repeat (now: weekly)
choice-announce-monthly = Repeat: monthly
choice-announce-monthly-line = Repeat (now: monthly)
choice-announce-edit = Edit
choice-announce-edit-line = Edit or add content
choice-announce-keep = Keep as template
choice-announce-back = Back
choice-announce-show = Show the announcement
choice-announce-stop = Stop
choice-announce-stop-line = Stop sending
choice-announce-continue = Continue
choice-announce-retry = Retry those not reached
choice-announce-retry-uncertain = Retry the unclear ones too
choice-announce-list = List
choice-announce-list-line = List of the recipients
choice-announce-excel = Excel file
choice-announce-correct = Correct the text
choice-announce-withdraw = Take back
choice-announce-withdraw-line = Take the announcement back
choice-announce-withdraw-sure = Take back everywhere
choice-announce-remind = Remind the unconfirmed
choice-template-meeting = Meeting of the council
choice-template-papers = Papers to hand in
choice-template-launch = Launch of a movement
choice-template-remove = Remove
choice-template-remove-sure = Yes, remove
units-phone = Phone: { $phone }
units-phone-set = The phone number of { $unit } was kept. Only the secretariat sees it.
units-phone-removed = The phone number of { $unit } was removed.
units-phone-unclear = That is not readable as a phone number. Write: <c>/units phone Name of the unit: number</c>; to remove it write “remove” in place of the number.
audit-some-announcement = of unknown content
audit-some-time = an unknown time
audit-announcement-sent = sent the announcement “{ $announcement }” to { $count } chats
audit-announcement-scheduled = scheduled the announcement “{ $announcement }” for { $time }
audit-announcement-unscheduled = cancelled the scheduled sending of the announcement “{ $announcement }”
audit-announcement-dropped = discarded the announcement “{ $announcement }”
audit-announcement-stopped = stopped sending the announcement “{ $announcement }”
audit-announcement-continued = went on sending the announcement “{ $announcement }” to { $count } chats
audit-announcement-corrected = corrected the announcement “{ $announcement }”
audit-announcement-withdrawn = took the announcement “{ $announcement }” back
audit-announcement-retried = sent the announcement “{ $announcement }” anew to { $count } chats
audit-announcement-reminded = reminded { $count } persons who had not confirmed the announcement “{ $announcement }”
audit-template-saved = kept the template “{ $template }”
audit-template-removed = removed the template “{ $template }”
audit-unit-phone = noted the phone number of { $unit }
audit-kind-announcement = announcements
help-announce = <b>/announce</b>: write, send, schedule and follow announcements (in private)
menu-announce = Announcements

## Announcements: how far they came

announcement-withdrawing = Taking it back…
announcement-progress = Sending { $sent }/{ $total } · failed { $failed } · about { $left } left
announcement-left-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
announcement-left-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
announcement-sent = Sent { $sent }/{ $total }.
announcement-stopped = Stopped, sent { $sent }/{ $total }, not sent { $stopped }.
announcement-taken-back = The announcement was taken back in { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}.
announcement-not-deleted = In { $total } of the chats what was sent cannot be deleted. Told that it was withdrawn: { $sent }/{ $total }.
announcement-not-reached = Not reached: { $whom }.
announcement-whom = { $name } ({ $why })
announcement-more = and { $count } more
announcement-unreached = has never written to the bot
announcement-vacant = has no head or deputy yet
announcement-uncertain = it is not known whether it arrived
announcement-expired = could not be sent for 72 hours
announcement-confirmed = Confirmed: { $confirmed }/{ $sent }.
announcement-ask-receipt = Please confirm that you received the announcement above.
announcement-remind = <b>Reminder:</b> please confirm that you received this
announcement-withdrawn-notice = <i>This announcement was withdrawn.</i>
announcement-withdrawn-above = The announcement “{ $title }” above was withdrawn.
announcement-correction = <b>Correction:</b>
choice-announce-again = Send again
choice-announce-again-line = Send anew where it did not arrive
choice-announce-received = Received
reason-deactivated = the person's account is gone
reason-no-chat = the chat is gone
reason-media-elsewhere = its files cannot be sent on this network
account-list = Your accounts: <b>{ $names }</b>.
account-preferred = Private messages are sent on <b>{ $platform }</b>; while that is out of order, on another network.
account-last-heard = Private messages are sent on the network where you last wrote to the bot.
account-private-only = Please send this command to the bot in private.
account-code = A code that links an account, to be used once, within { $minutes } minutes. From your other account (Telegram or Zalo), send the bot this line in private:
account-code-line = <c>/account { $code }</c>
account-code-keep = Do not pass this code on: whoever uses it has your roles.
account-code-invalid = The code is wrong, used or expired. Send <c>/account</c> from the account that has joined the council to get a new one.
account-join-first = You have not joined a council here. Please get the code from the account that has, and send it here.
account-not-there = You have no account on this network. Send <c>/account</c> to see your accounts.
account-has-roles = This account has a role that the account with the code does not have. Please type <c>/account</c> here to get a code, and send it from the other account.
account-linked-already = This account is yours already; there is nothing to link.
account-linked = Linked. Your accounts: <b>{ $names }</b>. Each private message is sent on one of them only.
account-choose-route = You can choose where private messages are sent.
account-linked-notice = The { $platform } account “{ $name }” was just linked to you. If that was not you, please tell the council's secretariat at once.
choice-account-code = Get a linking code
choice-account-show = Choose the network
choice-account-prefer = Receive on { $platform }
choice-account-last-heard = Receive where last used
menu-account = Accounts and where messages come
audit-account-linked = linked a { $platform } account
route-via-out = <i>(Sent on { $via } because { $from } is out of order.)</i>
route-via-refused = <i>(Sent on { $via } because it could not be sent on { $from }.)</i>
outage-begun = <b>{ $platform } cannot send messages</b> ({ $why }). Private messages go another way, such as { $via }; groups on { $platform } get no messages for the time being.
outage-over = <b>{ $platform } works again.</b> It was out from { $from } to { $to } ({ $why }).
outage-why-plan = its plan has run out
outage-why-billing = its account has no money left
outage-why-token = access was lost
outage-why-other-account = it is connected to the wrong Official Account
outage-why-permission = the app lost its permission
outage-why-quota = the month's messages are used up
outage-why-gone = the Official Account or the app is closed
outage-why-network = it cannot be reached
outage-advice-plan = The operator has to renew the plan of { $platform }.
outage-advice-billing = The operator has to top up the account of { $platform }.
outage-advice-token = The operator has to authorize { $platform } anew: run <c>tdkt zalo authorize{ $option }</c>.
outage-advice-bot-token = The operator has to look at the bot's token (<c>{ $variable }</c>) in Zalo Bot Creator.
outage-advice-permission = The operator has to authorize the app on { $platform } anew: run <c>tdkt zalo authorize{ $option }</c>.
outage-advice-quota = { $platform } sends again next month; sooner only with a larger plan.
outage-advice-gone = The operator has to look at { $platform } and the app in Zalo's console.
outage-advice-network = If it lasts, the operator has to look at the connection to { $platform }: run <c>tdkt doctor</c>.
budget-nearly = { $platform } has used { NUMBER($used, useGrouping: "true") }/{ NUMBER($of, useGrouping: "true") } messages of this month. The rest is kept for answers and reminders; announcements may not be sent.
budget-spent = { $platform } has used all { NUMBER($used, useGrouping: "true") }/{ NUMBER($of, useGrouping: "true") } messages of this month. Private messages go another way; groups on { $platform } get no messages until next month.
reason-rerouted = sent on another network
reason-window = the person has not written to the Official Account for 7 days
reason-unreachable = the person does not follow the Official Account, is locked or takes no messages
reason-quota = no messages are left
reason-monthly-reserve = the month's remaining messages are kept for answers and reminders only
reason-group-expired = the Zalo group has expired and has to be renewed
reason-not-our-group = the bot is no longer in this Zalo group
reason-file-type = Zalo does not take such files
reason-file-size = the file is too large for Zalo
reason-cannot-edit = messages cannot be edited on this network
reason-cannot-delete = messages cannot be deleted on this network
reason-token-lost = access to Zalo was lost; the operator has to authorize it anew
reason-permission-revoked = the app lost its permission on Zalo
reason-plan = the plan of the Zalo Official Account has run out
reason-oa-gone = the Official Account or the app is closed
reason-billing = the Zalo account has no money left

## Plan versions

difference-title = <b>New version of { $plan }</b>
difference-summary = Against the version before: { $what }.
difference-nothing = Nothing differs from the version before.
difference-count-added = { $count } new { $count ->
    [one] task
   *[other] tasks
 }
difference-count-removed = { $count } { $count ->
    [one] task
   *[other] tasks
 } removed
difference-count-moved = { $count } { $count ->
    [one] task
   *[other] tasks
 } with other dates
difference-count-retitled = { $count } { $count ->
    [one] task
   *[other] tasks
 } reworded
difference-count-units = { $count } { $count ->
    [one] task
   *[other] tasks
 } with other units
difference-count-quotas = { $count } { $count ->
    [one] quota
   *[other] quotas
 } changed
difference-added = <b>New tasks</b> ({ $count })
difference-removed = <b>Removed tasks</b> ({ $count })
difference-moved = <b>Other dates</b> ({ $count })
difference-retitled = <b>Other wordings</b> ({ $count })
difference-units = <b>Other units</b> ({ $count })
difference-quotas = <b>Quotas changed</b> ({ $count })
difference-row = { $place }: { $title }
difference-row-dated = { $place }: { $title } ({ $wording })
difference-row-former = { $place } (was { $former }): { $title }
difference-change = { $row }
    { $before } → { $after }
difference-deadline-new = { $row }
    added: { $after }
difference-deadline-gone = { $row }
    removed: { $before }
difference-stays-done = { $line } · the task is done and stays done
difference-reopens = { $line } · was marked done, is open again
difference-direct = { $row }
    directed by: { $before } → { $after }
difference-lead = { $row }
    done by: { $before } → { $after }
difference-support = { $row }
    supported by: { $before } → { $after }
difference-quota = { $movement }: { $before } → { $after }
difference-quota-unit = { $movement }, { $unit }: { $before } → { $after }
difference-read = { $wording } (due { $date })
difference-none = none
difference-rounds = The open round “{ $rounds }” keeps the old quotas; change them with /round quota.
difference-first = This is the first version of the plan; there is none to compare it with.
plan-updated = <b>{ $plan }</b> was updated: { $what }.
choice-difference = What changed
choice-difference-review = The draft

## Plan review

plan-lines = { $first }
    { $rest }
plan-read-issuer = <b>Read: { $plan }</b>, { $issuer }
plan-twins-between = { $count } { $count ->
    [one] task stands
   *[other] tasks stand
 } both in { $first } and { $second }
plan-twins = { $count } { $count ->
    [one] task stands
   *[other] tasks stand
 } in two places of the document
plan-twins-disagree = ⚠ One event with two dates: { $place } says { $here }, { $other } says { $there }
plan-unread-deadlines = ⚠ { $count } { $count ->
    [one] deadline was
   *[other] deadlines were
 } not understood, kept as written
plan-unread-rows = ⚠ { $count } { $count ->
    [one] row does
   *[other] rows do
 } not fit the columns of their table
plan-unread-quotas = ⚠ { $count } { $count ->
    [one] quota was
   *[other] quotas were
 } not understood
plan-missing-appendices = ⚠ { $count } { $count ->
    [one] appendix is
   *[other] appendices are
 } named but not in the file
plan-no-deadlines = ⚠ The tasks of the document have no deadlines
plan-decided = ✅ { $count } { $count ->
    [one] date
   *[other] dates
 } decided
plan-first-approved = ⏳ Approved by { $name }, waiting for a second person
plan-hint = Choose a plan to review it. Decide on dates: <c>/plan confirm</c>. Correct a row: <c>/plan correct mục 7: trước ngày 20/3/2025</c>
plan-state-waiting = { $state }, ⚠ { $count } { $count ->
    [one] date waits
   *[other] dates wait
 } for a decision
plan-which = Which plan?
plan-none-such = There is no such plan. The plans: /plan
plan-reading = <b>{ $wording }</b> → { $reading }
plan-reading-doubt = ⚠ <b>{ $wording }</b> → { $reading }
plan-read-due = last day { $date }
plan-read-decided = decided to be { $date }, last day { $due }
plan-read-decided-before = last day decided to be { $due }, that is before { $date }
plan-read-as-written = left as written, last day { $due }
plan-read-span = from { $from } to { $to }
plan-read-doubt = may be { $date }, to be confirmed
plan-read-doubt-unknown = date unclear, to be confirmed
plan-read-recurring = recurring, not reminded by date
plan-read-recurring-days = recurring: { $first }, { $second }, …
plan-read-ongoing = ongoing, not reminded by date
plan-read-undated = no date set
plan-doubt-before-issue = earlier than the day the plan was issued
plan-doubt-outside-period = outside the time that the plan covers
plan-doubt-outside-section = not in the quarter of its section
plan-doubt-impossible-date = not in the calendar
plan-doubt-implausible-year = the year cannot be meant
plan-suspect = ⚠ { $number } of { $count }: <b>{ $wording }</b> — may be <b>{ $date }</b>
plan-suspect-unknown = ⚠ { $number } of { $count }: <b>{ $wording }</b> — date unclear
plan-suspect-basis = Evidence: { $basis }.
plan-suspect-decided = Decided: { $date }
plan-basis-issued = plan issued on { $date }
plan-basis-agrees = { $place } (the same event) says “{ $wording }”, as proposed
plan-basis-disagrees = ⚠ { $place } (the same event) says “{ $wording }”, not as proposed
plan-accept-all = Accept all { $count } proposals below?
plan-date-decided = ✅ Recorded { $place }, “{ $wording }”: { $reading }
plan-date-changed = Somebody has just decided on this date; nothing was changed.
plan-date-gone = This date is no longer there: the plan was corrected or dropped. Look again: <c>/plan confirm</c>
plan-date-ask = { $place } says “{ $wording }”. Please write the right date, such as: <i>16/6/2025</i>, <i>chậm nhất 20/6</i>, <i>cuối tháng 6</i>
plan-date-unclear = “{ $text }” was not understood as a date. { $place } says “{ $wording }”. Write it like: <i>16/6/2025</i>, <i>chậm nhất 20/6/2025</i>
plan-date-doubtful = ⚠ { $date } does not fit either: { $reason }. Record it all the same?
plan-dates-decided = <b>{ $plan }</b>: { $done } of { $count } dates decided.
plan-dates-none = <b>{ $plan }</b>: no date needs a decision.
plan-dates-none-anywhere = No date waits for a decision.
plan-which-decision = <b>{ $plan }</b>: which date is to be decided again?
plan-points-title = <b>Other points: { $plan }</b>
plan-points-none = Nothing is left.
plan-points-deadlines = ⚠ <b>Deadlines not understood</b>: not reminded by date. Leave them, or correct them like: <c>mục 7: trước ngày 20/3/2025</c>
plan-points-rows = ⚠ <b>Rows that do not fit their table</b>: compare with the document; add a missing task like: <c>add: what; unit; deadline</c>
plan-points-quotas = ⚠ <b>Quotas not understood</b>: kept as written. Enter them in a round with: <c>/round quota Công an phường 3tt 5cn</c>
plan-points-appendices = ⚠ <b>Appendices not in the file</b>: send the file with them, or leave it
plan-points-no-deadlines = ⚠ <b>No deadlines</b>: these tasks are not reminded by date. Enter a deadline row by row, or leave it
plan-point-deadline = { $place }: “{ $wording }” — { $title }
plan-rows-title = <b>All rows: { $plan }</b>
plan-rows-appendix = <b>{ $appendix }</b>
plan-rows-body = <b>In the text</b>
plan-rows-body-plain = In the text
plan-row = <b>{ $place }</b>: { $title }
plan-row-lead = Lead: { $lead }
plan-row-support = Support: { $support }
plan-row-units = Lead: { $lead } · Support: { $support }
plan-row-no-deadline = no deadline written
plan-new-row = { $title }
plan-new-row-lead = { $title } — { $lead }
plan-quota-heading = <b>Quotas: { $movement }</b>
plan-quota-heading-in = <b>{ $appendix }, quotas: { $movement }</b>
plan-quota = { $unit }: { $what }
plan-quota-whole = the whole council
plan-still-open = <b>Approve { $plan }?</b> { $count } { $count ->
    [one] point is
   *[other] points are
 } still open. Dates without a decision are not reminded of; decide later with <c>/plan confirm</c>
plan-still-open-heading = <b>Still open</b>
plan-open-date = ⚠ { $place }: “{ $wording }”
plan-open-deadline = ⚠ { $place }: deadline not understood, “{ $wording }”
plan-open-more = and { $count } more
plan-second-asked = <b>{ $name } has approved this and asks you for the second approval</b>
plan-second-other = You have approved this draft. A second person of the secretariat has to approve it.
plan-second-missing = Two approvals are required, but the secretariat has only one person. Invite another: <c>/invite secretariat</c>, or turn it off: <c>/settings two approvals off</c>
plan-waits-for-second = Your approval of <b>{ $plan }</b> is recorded. It goes live when a second person of the secretariat approves; they were asked in private.
plan-waits-unreached = Your approval of <b>{ $plan }</b> is recorded. Nobody else of the secretariat could be reached in private: please ask them to open /plan and approve.
plan-approved-by-two = <b>{ $plan }</b> is live: { $first } and { $second } have approved it.
plan-correct-ask = <b>{ $plan }</b>: write the row to correct, such as:
    <i>mục 7: trước ngày 20/3/2025</i>
    <i>mục 7 lead: Công an phường</i>
    <i>mục 7 support: Y tế phường</i>
    <i>mục 7 content: Họp Hội đồng đợt 1</i>
    <i>mục 7 drop</i>
    <i>add: what; unit; deadline</i>
plan-correct-unclear = “{ $text }” was not understood. Write it like: <i>mục 7: trước ngày 20/3/2025</i>, <i>mục 7 lead: Công an phường</i>, <i>mục 7 drop</i>, <i>add: what; unit; deadline</i>
plan-correct-no-row = There is no “{ $text }” in { $plan }. Write it again, such as: <i>PL1 mục 7: trước ngày 20/3/2025</i>
plan-correct-no-appendix = There is no “{ $text }” in { $plan }. Write it again, such as: <i>add PL1: what; unit; deadline</i>
plan-correct-which-deadline = { $place } has several deadlines. Which one?
plan-correct-which-appendix = Add it to which appendix?
plan-correct-sure = <b>Correct { $plan } like this?</b>
plan-correct-before = Before: { $what }
plan-correct-after = After: { $what }
plan-correct-added = New row: { $row }
plan-correct-removed = Row taken out: { $row }
plan-correct-unread = ⚠ “{ $wording }” was not understood: kept as written, not reminded by date.
plan-correct-copies = This plan is approved: the correction goes into a new draft, which goes live once it is approved.
plan-correct-kept = Nothing was changed.
plan-corrected = ✅ Corrected.
plan-corrected-copy = Written into a new draft; the plan in force is unchanged.
plan-approval-taken-back = This draft had its first approval before the correction; it needs that again.
plan-row-gone = This row is no longer there or was just corrected. Please write it again.
choice-plan-state = { $plan }: { $state }
choice-suspects = Show what needs a decision
choice-suspects-left = Show the { $count } left
choice-other-points = Other points
choice-all-rows = Show all rows
choice-correct-row = Correct a row
choice-correct-other-row = Correct another row
choice-overview = Overview
choice-approve-open = Approve with { $count } open
choice-show-plan = Show
choice-show-plan-line = Show the plan
choice-is-date = It is { $date }
choice-as-written = As written
choice-later = Later
choice-back-to-date = Back
choice-accept-all = Accept all { $count } proposals
choice-accept-all-sure = Yes, all { $count }
choice-one-by-one = One by one
choice-change-decision = Decide again
choice-decision = { $place }: { $date }
choice-right = Right
choice-all-deadlines = Replace all
help-review-plan = <b>/plan confirm, correct, approve</b>: decide on unclear dates, correct a row, approve a plan, such as <i>/plan correct mục 7: trước ngày 20/3/2025</i>
settings-two-approvals = Plans need two approvals: { $state }
settings-two-approvals-alone = The secretariat has only one person, so two approvals cannot be required. Invite another first: <c>/invite secretariat</c>
settings-what-two-approvals = two approvals
audit-plan-first-approved = gave { $plan } its first approval
audit-plan-corrected = corrected { $plan }, { $place }: { $after } (before: { $before })
audit-deadline-decided = decided on the date of { $place }, “{ $wording }”: { $after } (before: { $before })
audit-new-row = new row
audit-row-removed = row taken out
audit-setting-two-approvals = two approvals
plan-workbook = Workbook: <b>{ $plan }</b>. Correct it there and send the file back here: it becomes a new draft of the plan.
choice-plan-workbook = Excel workbook
## Draft workbook

draft-overview = Plan
draft-how-to = Correct the tables and send this file back in a private message; coloured cells are times to be checked, the column "Ghi chú" (notes) is not read.
draft-open-points = Points to be checked
draft-place = Place
draft-unit-quotas = Quotas by unit
draft-movement-quotas = Quotas for the whole council
