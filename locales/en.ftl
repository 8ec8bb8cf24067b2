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
text-too-long = The message is too long. Please keep it to a few lines.
choose-council = You are in several councils. Please choose the one you are asking about:
council-chosen = From now on answers are about <b>{ $council }</b>. To change: /council
council-only-one = You are in one council: <b>{ $council }</b>.
choose-council-first = You are in several councils. Please choose one, then send the file again:
file-in-group = Please send plan files in a private message to the bot.
file-not-taken = This file was not accepted: only the council's secretariat sends plan files.

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
joined-already = { $name } is already { $role } of <b>{ $council }</b>.
code-invalid = The code is wrong, used or expired. Please ask the council's secretariat for a new one.
code-in-group = Please send the code in a private message to the bot. Codes sent in a group are not accepted.
group-linked = This group is now linked to <b>{ $council }</b>. Everybody here can ask: <i>what is due this quarter?</i>
group-linked-already = This group is already linked to <b>{ $council }</b>.
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
due-suspect = ⚠ <b>{ $wording }</b> — may be { $date }, to be confirmed by the secretariat
due-suspect-unknown = ⚠ <b>{ $wording }</b> — date unclear, to be confirmed by the secretariat
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
help-link = <b>/link</b> (in a group): link the group to the council
help-invite = <b>/invite</b>: a one-time code, for example <i>/invite head Ward Police</i>; in a group, as a reply to the person's message
help-change-units = <b>/units add, alias, rename, away, end, remove</b>: change the units and who is in charge
help-plan = <b>/plan</b>: the plans; send a .txt or .md file in a private message to read one
help-council = <b>/council</b>: change the council
help-group-hint = In a group: mention the bot, reply to its message, or use a command.

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
invite-private-only = Codes are given in a private message to the bot only. In a group: reply to the person's message with this command.
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

plans-none = There is no plan yet. The secretariat sends a plan file (.txt, .md) in a private message to the bot.
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
plan-warning-heading = ⚠ <b>To be checked in the document</b> ({ $count })
plan-warning = { $text }
plan-warning-at = { $at }: { $text }
plan-approved = <b>{ $plan }</b> is approved. You can ask: <i>what is due this quarter?</i>
plan-dropped = This draft was dropped.
plan-gone = This draft is no longer there: it was approved or dropped. The plans: /plan
plan-sent-already = This file was read before.
plan-usage = Type /plan to see the plans; send a .txt or .md file in a private message to read a new one.
choice-review = { $plan }
choice-approve = Approve
choice-drop = Drop
unreadable-too-large = The file is too large. Text files of plans are usually below { $limit } MB.
unreadable-binary = This is not a plain text file and cannot be read. Please send a .txt or .md file.
unreadable-empty = There is no text in this file.
unreadable-unsupported = Files of this kind cannot be read yet. Please send a .txt or .md file.
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
remind-again = This will be named again on the morning of { $date }.
report-title = <b>Report on reminders, { $date }</b>
report-missed = <b>Overdue before anybody could be reminded</b>
report-undelivered = <b>Reminders that did not arrive</b>
report-refused-line = { $chat } (the one of { $date }): { $reason }
report-uncertain-line = { $chat } (the one of { $date }): it is not known whether it arrived, { $reason }
choice-done = Done: { $place }
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
help-done = <b>/done</b>, <b>/undone</b> record a task as done or open, for example: <i>/done PL1 mục 7</i>
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
help-calendar = <b>/calendar</b> a calendar file for phones and computers. For example: <i>/calendar Công an phường, /calendar mine, /calendar address, /calendar revoke</i>
menu-calendar = Calendar file and address

## Settings

help-settings = <b>/settings</b> the reminders' hour and days, quiet hours, days off and working days; <i>/settings preview</i> shows the messages of the next 7 days
menu-settings = Settings of reminders
remind-suspect = { $wording } (perhaps { $date }, to be decided by the secretariat)
settings-saved = Saved. What holds now:
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
settings-usage = How to write it: <c>/settings hour 07:30</c> · <c>/settings before 30 14 7 3 1 0</c> · <c>/settings after 1 3 7</c> · <c>/settings weekly off</c> · <c>/settings quiet 20:00 07:00</c> · <c>/settings quarter off</c> · <c>/settings day off 02/5/2025</c> · <c>/settings working day 26/4/2025</c> · <c>/settings forget day 26/4/2025</c> · <c>/settings group off</c> · <c>/settings task PL1 mục 7 before 10 5 1</c> · <c>/settings task PL1 mục 7 default</c> · <c>/settings language English</c> · <c>/settings time zone Asia/Ho_Chi_Minh</c>
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
help-details = <b>/details</b> one task in full, for example: <i>/details PL1 mục 7</i>
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
reason-given-up = many tries failed ({ $text })
reason-blocked = the person blocked the bot
reason-kicked = the bot was removed from the group ({ $text })
