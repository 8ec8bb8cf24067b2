# Every sentence the bot says, in Vietnamese. The same keys stand in en.ftl. <b> bold, <i> italic, <c> to copy.

## Chung

text = { $text }
listed = { $first }, { $rest }
failure = Có lỗi ngoài ý muốn, chưa có gì bị thay đổi. Mã: { $id }. Đề nghị thử lại hoặc báo người quản trị.
page-of = Trang { $page }/{ $pages }
page-next = Trang sau ›
page-previous = ‹ Trang trước
not-allowed = Anh/chị chưa được giao việc này. Nếu cần, đề nghị liên hệ thư ký Hội đồng.
not-linked-person = Anh/chị chưa tham gia hội đồng nào ở đây. Đề nghị thư ký Hội đồng cấp mã tham gia, rồi gửi: <c>/start mã</c>
not-linked-group = Nhóm này chưa liên kết với hội đồng nào. Thư ký Hội đồng gõ /lienket trong nhóm để liên kết.
only-in-group = Việc này làm trong nhóm của Hội đồng. Đề nghị gõ lại lệnh trong nhóm.
only-in-private = Việc này chỉ làm trong tin nhắn riêng với bot. Đề nghị gõ lại lệnh ở đó.
private-first = Đề nghị anh/chị nhắn riêng cho bot một tin trước, rồi làm lại.
answered-in-private = Đã trả lời trong tin nhắn riêng.
not-understood = Chưa hiểu câu hỏi. Có thể hỏi: <i>quý này có gì đến hạn?</i> Xem thêm: /trogiup
unknown-command = Không có lệnh { $command }. Các lệnh có thể dùng: /trogiup
welcome = Xin sẵn sàng hỗ trợ anh/chị.
text-too-long = Tin nhắn quá dài. Đề nghị viết ngắn trong vài dòng.
choose-council = Anh/chị tham gia nhiều hội đồng. Đề nghị chọn hội đồng cần hỏi:
council-chosen = Từ đây trả lời theo <b>{ $council }</b>. Đổi lại: /hoidong
council-only-one = Anh/chị tham gia một hội đồng: <b>{ $council }</b>.
choose-council-first = Anh/chị tham gia nhiều hội đồng. Đề nghị chọn hội đồng rồi gửi lại tệp:
file-in-group = Đề nghị gửi tệp kế hoạch trong tin nhắn riêng với bot.
file-not-taken = Chưa nhận tệp này: chỉ thư ký Hội đồng gửi tệp kế hoạch.

## Vai trò

role-member = thành viên
role-head = trưởng { $unit }
role-deputy = phó { $unit }
role-secretariat = thư ký

## Bắt đầu và liên kết

greet-stranger = Kính chào anh/chị. Đây là trợ lý của Hội đồng Thi đua - Khen thưởng: nhắc việc theo kế hoạch và trả lời việc gì đến hạn.
greet-linked = Kính chào { $name }. Anh/chị là { $roles } của <b>{ $council }</b>. Có thể hỏi: <i>quý này có gì đến hạn?</i>
greet-group = Kính chào các anh/chị. Thư ký Hội đồng gõ /lienket để liên kết nhóm này; sau đó có thể hỏi: <i>quý này có gì đến hạn?</i>
greet-group-linked = Nhóm đã liên kết với <b>{ $council }</b>. Có thể hỏi: <i>quý này có gì đến hạn?</i>
joined = Đã ghi nhận { $name } là { $role } của <b>{ $council }</b>.
joined-already = { $name } đã là { $role } của <b>{ $council }</b>.
code-invalid = Mã không đúng, đã dùng hoặc đã hết hạn. Đề nghị thư ký Hội đồng cấp mã mới.
code-in-group = Đề nghị gửi mã trong tin nhắn riêng với bot. Mã gửi trong nhóm không được nhận.
group-linked = Đã liên kết nhóm này với <b>{ $council }</b>. Mọi người trong nhóm có thể hỏi: <i>quý này có gì đến hạn?</i>
group-linked-already = Nhóm này đã liên kết với <b>{ $council }</b>.
group-linked-other = Nhóm này đang liên kết với một hội đồng. Muốn đổi, thư ký của hội đồng đó gõ <c>/lienket bỏ</c> trước.
group-unlinked = Đã bỏ liên kết nhóm này. Bot không trả lời việc của Hội đồng ở đây nữa.
link-choose = Liên kết nhóm “{ $group }” với hội đồng nào?
link-usage = Gõ /lienket để liên kết nhóm, <c>/lienket bỏ</c> để bỏ liên kết.

## Việc đến hạn

period-day = Ngày { $date }
period-week = Tuần { $from } - { $to }
period-month = Tháng { $month }/{ $year }
period-quarter = Quý { $roman }/{ $year }
period-half-first = 6 tháng đầu năm { $year }
period-half-second = 6 tháng cuối năm { $year }
period-year = Năm { $year }
period-span = Từ { $from } đến { $to }
within-day = ngày { $date }
within-week = trong tuần { $from } - { $to }
within-month = trong Tháng { $month }/{ $year }
within-quarter = trong Quý { $roman }/{ $year }
within-half-first = trong 6 tháng đầu năm { $year }
within-half-second = trong 6 tháng cuối năm { $year }
within-year = trong năm { $year }
within-span = từ { $from } đến { $to }
due-title = <b>Việc đến hạn { $period }</b> · hôm nay { $today }
due-title-unit = <b>Việc của { $unit } đến hạn { $period }</b> · hôm nay { $today }
due-title-topic = <b>Việc có “{ $topic }” { $period }</b> · hôm nay { $today }
due-title-overdue = <b>Việc quá hạn</b> · hôm nay { $today }
due-title-overdue-unit = <b>Việc quá hạn của { $unit }</b> · hôm nay { $today }
due-title-overdue-topic = <b>Việc quá hạn có “{ $topic }”</b> · hôm nay { $today }
due-title-undated = <b>Việc không ấn định ngày</b> · hôm nay { $today }
due-title-undated-unit = <b>Việc không ấn định ngày của { $unit }</b> · hôm nay { $today }
due-title-undated-topic = <b>Việc không ấn định ngày có “{ $topic }”</b> · hôm nay { $today }
due-plan = Kế hoạch { $number } ngày { $date }
due-plan-undated = Kế hoạch { $number }
due-plan-unnumbered = Kế hoạch “{ $title }”
due-plans-more = và { $count } kế hoạch khác
due-overdue = ❗ <b>{ $wording }</b> (quá hạn { $days } ngày)
due-open = ⏳ <b>{ $wording }</b> (còn { $days } ngày)
due-today = ⏳ <b>{ $wording }</b> (hôm nay là ngày cuối)
due-ongoing = ⏳ <b>{ $wording }</b> (đang diễn ra, còn { $days } ngày)
due-ongoing-today = ⏳ <b>{ $wording }</b> (đang diễn ra, hôm nay là ngày cuối)
due-done = ✅ <b>{ $wording }</b> (đã xong)
due-several-overdue = ❗ <b>{ $wording }</b> ({ $count } kỳ quá hạn)
due-several-open = ⏳ <b>{ $wording }</b> ({ $count } kỳ, kỳ đầu còn { $days } ngày)
due-several-done = ✅ <b>{ $wording }</b> (đã xong { $count } kỳ)
due-occurrence = { $wording } — kỳ { $date }
due-occurrences = { $wording } — các kỳ { $dates }
due-decided = { $wording }, thư ký xác nhận { $date }
due-suspect = ⚠ <b>{ $wording }</b> — có thể là { $date }, chờ thư ký xác nhận
due-suspect-unknown = ⚠ <b>{ $wording }</b> — ngày chưa rõ, chờ thư ký xác nhận
due-undated-wording = ⏳ <b>{ $wording }</b>
due-undated-none = ⏳ <b>Kế hoạch không ghi thời hạn</b>
due-task = { $title } — { $place }
due-task-lead = { $title } — { $lead } — { $place }
due-task-support = { $title } — phối hợp cùng { $lead } — { $place }
due-none = Không có việc nào đến hạn { $period }.
due-none-overdue = Không có việc nào quá hạn.
due-none-undated = Mọi việc đều đã ấn định ngày.
due-done-count = Đã xong: { $done }/{ $total }.
due-undated-count = Ngoài ra có { $count } việc không ấn định ngày.
due-no-plan = Hội đồng chưa có kế hoạch nào được duyệt. Thư ký Hội đồng gửi tệp kế hoạch trong tin nhắn riêng với bot rồi duyệt.
due-outside-plans = Chưa có kế hoạch nào được duyệt cho thời gian này. Thời gian của các kế hoạch đã duyệt: { $times }.
due-no-such-plan = Không có kế hoạch số { $number } trong các kế hoạch đã duyệt. Đề nghị kiểm tra lại số, hoặc hỏi không kèm số kế hoạch.
due-no-leads = Kế hoạch không ghi đơn vị thực hiện cho từng việc, nên không tách được việc của { $unit }. Có thể hỏi việc của mọi đơn vị: <c>/viec quý này</c>
due-unknown-period = Không hiểu kỳ “{ $text }”. Có thể hỏi: <i>quý này, quý 3, tháng 7, tuần sau, quá hạn</i>.
due-unknown-unit = Không tìm thấy đơn vị “{ $text }”. Danh sách đơn vị: /donvi
due-which-unit = Có nhiều đơn vị phù hợp. Đề nghị chọn đơn vị:
due-which-unit-more = Có nhiều đơn vị phù hợp, còn { $count } đơn vị khác ngoài danh sách dưới đây. Đề nghị chọn, hoặc ghi rõ hơn tên đơn vị:
due-no-unit = Anh/chị chưa được ghi là trưởng hoặc phó của đơn vị nào. Có thể hỏi kèm tên đơn vị, ví dụ: <c>/viec quý này Công an phường</c>
choice-back = ‹ { $period }
choice-previous = ‹ { $period }
choice-next = { $period } ›
choice-mine = Việc của đơn vị tôi
choice-everyone = Việc của mọi đơn vị
choice-undated = Không ấn định ngày

## Trợ giúp

help-title = <b>Có thể hỏi và làm ở đây</b>
help-due = <b>/viec</b>: việc đến hạn. Ví dụ: <i>quý này có gì đến hạn? tháng 7, tuần sau, quá hạn, 30 ngày tới, việc của đơn vị tôi</i>
help-units = <b>/donvi</b>: các đơn vị và người phụ trách
help-language = <b>/ngonngu</b>: tiếng Việt hoặc tiếng Anh
help-link = <b>/lienket</b> (trong nhóm): liên kết nhóm với Hội đồng
help-invite = <b>/moi</b>: cấp mã dùng một lần, ví dụ <i>/moi trưởng Công an phường</i>; trong nhóm thì gõ lệnh này khi trả lời tin của người được giao
help-change-units = <b>/donvi thêm, tên khác, đổi tên, vắng, thôi, bỏ</b>: sửa danh sách đơn vị và người phụ trách
help-plan = <b>/kehoach</b>: các kế hoạch; gửi tệp .txt hoặc .md trong tin nhắn riêng để đọc một kế hoạch
help-council = <b>/hoidong</b>: đổi hội đồng
help-group-hint = Trong nhóm: nhắc tên bot, trả lời tin của bot, hoặc dùng lệnh.

## Ngôn ngữ

language-set = Từ đây bot trả lời bằng tiếng Việt ở cuộc trò chuyện này.
language-choose = Chọn ngôn ngữ cho cuộc trò chuyện này:
language-unknown = Chưa có ngôn ngữ “{ $text }”. Chọn tiếng Việt hoặc tiếng Anh:
language-vi = Tiếng Việt
language-en = English

## Mời

invite-usage = Ghi vai trò và đơn vị, ví dụ: <i>/moi trưởng Công an phường</i>, <i>/moi phó Y tế phường</i>, <i>/moi thành viên</i>, <i>/moi thư ký</i>
invite-code = Mã cho { $role }, dùng một lần, trong { $days } ngày (đến { $date }):
invite-code-line = <c>/start { $code }</c>
invite-link = Hoặc mở liên kết: { $link }
invite-forward = Chuyển tin này riêng cho người được giao. Ai có mã cũng dùng được, nên không gửi vào nhóm.
invite-private-only = Mã chỉ cấp trong tin nhắn riêng với bot. Trong nhóm: trả lời tin của người được giao rồi gõ lại lệnh này.
invite-unit-missing = Vai trò này cần tên đơn vị, ví dụ: <i>/moi trưởng Công an phường</i>
invite-unit-new = Chưa có đơn vị “{ $unit }”. Thêm đơn vị này?
invite-unit-add-first = Chưa có đơn vị “{ $unit }”. Thêm trước bằng <c>/donvi thêm { $unit }</c>, rồi làm lại.
invite-add-unit = Thêm “{ $unit }” và cấp mã

## Đơn vị

units-title = <b>Đơn vị của { $council }</b> ({ $count })
units-none = Chưa có đơn vị nào. Thư ký thêm bằng: <c>/donvi thêm Công an phường; Y tế phường</c>
units-heading = <b>{ $unit }</b>
units-people = { $people }
units-no-head = chưa có trưởng
units-person = { $role }: { $name }
units-person-away = { $role }: { $name } (đang vắng)
units-role-head = trưởng
units-role-deputy = phó
units-role-member = thành viên
units-role-secretariat = thư ký
units-aliases = Tên khác: { $names }
units-bodies = Gồm: { $names }
units-added = Đã thêm: { $names }.
units-known = Đã có từ trước: { $names }.
units-alias-added = Đã ghi tên khác của <b>{ $unit }</b>: { $names }.
units-renamed = Đã đổi tên <b>{ $old }</b> thành <b>{ $new }</b>.
units-name-taken = Đã có đơn vị khác tên “{ $name }”. Đề nghị chọn tên khác.
units-away = Đã ghi: trưởng { $unit } đang vắng.
units-present = Đã ghi: trưởng { $unit } có mặt.
units-no-head-to-mark = { $unit } chưa có trưởng. Mời trưởng bằng: <c>/moi trưởng { $unit }</c>
units-end-who = Ai thôi làm { $role }?
units-end-nobody = Chưa có ai là { $role }. Danh sách đơn vị: /donvi
units-end-usage = Ghi vai trò và đơn vị của người thôi việc này, ví dụ: <c>/donvi thôi trưởng Công an phường</c>, <c>/donvi thôi thư ký</c>
units-end-gone = Vai trò này không còn: đã thôi từ trước.
units-end-last = Đây là thư ký duy nhất của Hội đồng. Đề nghị mời thư ký khác trước: <c>/moi thư ký</c>
units-role-ended = Đã ghi nhận { $name } thôi làm { $role }.
units-remove-sure = Bỏ đơn vị <b>{ $unit }</b> cùng tên khác, vai trò và mã mời của đơn vị này?
units-removed = Đã bỏ đơn vị <b>{ $unit }</b>.
units-kept = Giữ nguyên, chưa có gì thay đổi.
units-usage =
    Cách ghi:
    <c>/donvi thêm Tên; Tên</c>
    <c>/donvi tên khác Tên: CAP; CA phường</c>
    <c>/donvi đổi tên Tên cũ: Tên mới</c>
    <c>/donvi vắng Tên</c>, <c>/donvi có mặt Tên</c>
    <c>/donvi thôi trưởng Tên</c>
    <c>/donvi bỏ Tên</c>
    Tên có dấu “:” hoặc “;” ghi trong ngoặc kép.
choice-yes-remove = Bỏ đơn vị
choice-no = Không
choice-end-role = { $name }
choice-end-role-unit = { $name } ({ $unit })
choice-unit = { $unit }
choice-council = { $council }

## Danh mục lệnh

menu-due = Việc đến hạn
menu-units = Đơn vị và người phụ trách
menu-plan = Kế hoạch của Hội đồng
menu-invite = Cấp mã tham gia
menu-link = Liên kết nhóm với Hội đồng
menu-language = Chọn ngôn ngữ
menu-help = Trợ giúp

## Kế hoạch

plans-none = Chưa có kế hoạch nào. Thư ký gửi tệp kế hoạch (.txt, .md) trong tin nhắn riêng cho bot.
plans-title = <b>Kế hoạch của { $council }</b>
plan-line = { $plan }: { $state }
plan-state-approved = đã duyệt
plan-state-draft = bản nháp
plan-read = <b>Đã đọc: { $plan }</b>
plan-counts = { $tasks } nhiệm vụ · { $deadlines } mốc thời gian · { $quotas } chỉ tiêu
plan-suspects = ⚠ { $count } mốc cần xác nhận ngày
plan-warning-heading = ⚠ <b>Điểm cần xem lại trong văn bản</b> ({ $count })
plan-warning = { $text }
plan-warning-at = { $at }: { $text }
plan-approved = Đã duyệt <b>{ $plan }</b>. Có thể hỏi: <i>quý này có gì đến hạn?</i>
plan-dropped = Đã bỏ bản nháp này.
plan-gone = Bản nháp này không còn: đã duyệt hoặc đã bỏ. Các kế hoạch hiện có: /kehoach
plan-sent-already = Tệp này đã được đọc trước đó.
plan-usage = Gõ /kehoach để xem các kế hoạch; gửi tệp .txt hoặc .md trong tin nhắn riêng để đọc một kế hoạch mới.
choice-review = { $plan }
choice-approve = Duyệt
choice-drop = Bỏ
unreadable-too-large = Tệp quá lớn. Tệp văn bản kế hoạch thường dưới { $limit } MB.
unreadable-binary = Tệp này không phải văn bản thuần, chưa đọc được. Đề nghị gửi tệp .txt hoặc .md.
unreadable-empty = Tệp này không có chữ nào.
unreadable-unsupported = Chưa đọc được loại tệp này. Đề nghị gửi tệp .txt hoặc .md.
unreadable-not-a-plan = Không thấy nhiệm vụ, chỉ tiêu hay số kế hoạch nào trong tệp này. Đề nghị kiểm tra lại tệp.
