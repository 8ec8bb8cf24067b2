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
