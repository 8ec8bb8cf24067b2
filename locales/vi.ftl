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

## Nhắc việc

weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật
remind-title = <b>Nhắc việc, { $weekday } { $date }</b>
remind-left = <b>Còn { $days } ngày</b>
remind-today = <b>Hôm nay là ngày cuối</b>
remind-overdue = <b>Quá hạn { $days } ngày</b>
remind-start = <b>Bắt đầu từ hôm nay</b>
remind-middle = <b>Đã qua nửa thời gian</b>
remind-late = <b>Nhắc bù (bản tin ngày { $since } chưa gửi được): còn { $days } ngày</b>
remind-late-today = <b>Nhắc bù (bản tin ngày { $since } chưa gửi được): hôm nay là ngày cuối</b>
remind-digest = <b>Việc trong { $period }</b>
remind-task = { $mark } { $title }. Hạn: <b>{ $wording }</b> — { $place }
remind-task-lead = { $mark } { $title }. Hạn: <b>{ $wording }</b> — { $lead } — { $place }
remind-again = Sẽ nhắc lại sáng ngày { $date }.
report-title = <b>Báo cáo nhắc việc ngày { $date }</b>
report-missed = <b>Đã quá hạn mà chưa nhắc được</b>
report-undelivered = <b>Bản tin nhắc việc chưa đến nơi</b>
report-refused-line = { $chat } (bản tin ngày { $date }): { $reason }
report-uncertain-line = { $chat } (bản tin ngày { $date }): không rõ đã đến hay chưa, { $reason }
choice-done = Đã xong: { $place }
choice-tomorrow = Nhắc lại ngày mai
choice-undo = Hoàn tác
choice-task = { $place }
done = ✅ { $place } đã xong, ghi nhận lúc { $time } ngày { $date } bởi { $name }.
undone = ⏳ { $place } chưa xong, sẽ được nhắc tiếp.
done-already = { $place } đã được ghi nhận là xong.
undone-already = { $place } chưa được ghi nhận là xong.
task-unknown = Không tìm thấy việc “{ $text }”. Ghi số mục trong kế hoạch, ví dụ: <c>/xong PL1 mục 7</c>
task-usage = Ghi số mục trong kế hoạch, ví dụ: <c>/xong PL1 mục 7</c>
task-which = Việc nào?
task-gone = Việc này không còn trong kế hoạch đang áp dụng.
task-not-yours = Việc này do đơn vị khác thực hiện. Chỉ trưởng, phó đơn vị thực hiện hoặc thư ký được ghi nhận.
help-done = <b>/xong</b>, <b>/chuaxong</b> ghi nhận việc đã xong hoặc chưa xong, ví dụ: <i>/xong PL1 mục 7</i>
menu-done = Ghi nhận việc đã xong

## Lịch

calendar-summary = { $wording }: { $title }
calendar-wording = Thời hạn: { $wording }
calendar-lead = Thực hiện: { $unit }
calendar-support = Phối hợp: { $unit }
calendar-place = Vị trí trong kế hoạch: { $place }
calendar-category = Thi đua - Khen thưởng
calendar-name-unit = { $unit } - { $council }
calendar-file = <b>Lịch của { $whose }</b>: { $count } mốc thời gian. Mở tệp này để đưa vào lịch trên điện thoại hoặc máy tính. Khi kế hoạch thay đổi, mở tệp mới để cập nhật.
calendar-suspects = ⚠ Chưa đưa vào lịch { $count } mốc chờ thư ký xác nhận ngày.
calendar-empty = Không có việc nào ấn định ngày để đưa vào lịch.
calendar-no-unit = Anh/chị chưa được ghi là người của đơn vị nào. Có thể ghi tên đơn vị, ví dụ: <c>/lich Công an phường</c>
calendar-address = <b>Địa chỉ lịch của { $whose }</b>. Thêm địa chỉ này vào ứng dụng lịch (mục đăng ký lịch theo địa chỉ); lịch tự cập nhật khi kế hoạch thay đổi:
calendar-address-line = <c>{ $address }</c>
calendar-address-secret = Ai có địa chỉ này đều xem được lịch, nên không gửi cho người khác. Thu hồi các địa chỉ của anh/chị: <c>/lich thu hồi</c>
calendar-no-address = Chưa có địa chỉ đăng ký lịch: máy chủ của bot chưa mở ra Internet. Gõ /lich để nhận tệp lịch.
calendar-revoked = Đã thu hồi { $count } địa chỉ lịch của anh/chị. Các địa chỉ đó không còn xem được.
calendar-none-to-revoke = Anh/chị không có địa chỉ lịch nào đang dùng.
choice-calendar-address = Địa chỉ đăng ký lịch
help-calendar = <b>/lich</b> tệp lịch cho điện thoại, máy tính. Ví dụ: <i>/lich Công an phường, /lich của tôi, /lich địa chỉ, /lich thu hồi</i>
menu-calendar = Tệp lịch và địa chỉ đăng ký lịch

## Cài đặt

help-settings = <b>/caidat</b> giờ nhắc, số ngày nhắc trước, giờ yên lặng, ngày nghỉ và ngày làm; <i>/caidat xem trước</i> để xem tin 7 ngày tới
menu-settings = Cài đặt nhắc việc
remind-suspect = { $wording } (có thể là { $date }, chờ thư ký xác nhận)
settings-saved = Đã ghi nhận. Hiện nay:
settings-title = <b>Cài đặt của { $council }</b>
settings-hour = Giờ nhắc: <b>{ $at }</b> · Giờ yên lặng: { $from } đến { $to }
settings-before = Nhắc trước hạn (số ngày; 0 là ngày cuối): { $days }
settings-after = Nhắc khi quá hạn (số ngày): { $days }
settings-after-weekly = Nhắc khi quá hạn (số ngày): { $days }; sau đó hằng tuần cho đến khi xong
settings-digests = Danh sách việc đầu kỳ: quý { $quarter }, tháng { $month }, tuần { $week }
settings-group = Nhắc trong nhóm này: { $state }
settings-private = Nhắc riêng cho anh/chị ở đây: { $state }
settings-council = Ngôn ngữ của Hội đồng: { $language } · Múi giờ: { $zone }
settings-on = bật
settings-off = tắt
settings-never = không nhắc
settings-days-title = <b>Ngày nghỉ, ngày làm do thư ký ghi</b>
settings-days-none = Thư ký chưa ghi ngày nghỉ hay ngày làm nào. Bot theo lịch nghỉ lễ của Nhà nước. Cách ghi: <c>/caidat ngày nghỉ 02/5/2025</c>
settings-days-off = <b>Ngày nghỉ</b>
settings-days-worked = <b>Ngày làm</b>
settings-day = { $weekday } { $date }
settings-tasks = <b>Việc có lịch nhắc riêng</b>
settings-task = { $place }: { $offsets }
settings-task-before = trước hạn { $days }
settings-task-after = quá hạn { $days }
settings-usage = Cách ghi: <c>/caidat giờ 07:30</c> · <c>/caidat trước 30 14 7 3 1 0</c> · <c>/caidat sau 1 3 7</c> · <c>/caidat hằng tuần tắt</c> · <c>/caidat yên lặng 20:00 07:00</c> · <c>/caidat quý tắt</c> · <c>/caidat ngày nghỉ 02/5/2025</c> · <c>/caidat ngày làm 26/4/2025</c> · <c>/caidat bỏ ngày 26/4/2025</c> · <c>/caidat nhóm tắt</c> · <c>/caidat việc PL1 mục 7 trước 10 5 1</c> · <c>/caidat việc PL1 mục 7 mặc định</c> · <c>/caidat ngôn ngữ tiếng Anh</c> · <c>/caidat múi giờ Asia/Ho_Chi_Minh</c>
settings-unknown = Không có cài đặt “{ $text }”. Gõ /caidat để xem các cài đặt và cách ghi.
settings-switch-unclear = Ghi <c>bật</c> hoặc <c>tắt</c> ở cuối lệnh. Đã nhận: “{ $text }”.
settings-clock-unclear = Không hiểu giờ “{ $text }”. Ghi như: <c>/caidat giờ 07:30</c>, <c>/caidat yên lặng 20:00 07:00</c>
settings-offsets-unclear = Không hiểu số ngày “{ $text }”. Ghi các số từ { $least } đến 366, nhiều nhất 20 số, ví dụ: <c>30 14 7</c>; ghi <c>không</c> để không nhắc.
settings-day-unclear = Không hiểu ngày “{ $text }”. Ghi đủ ngày, tháng, năm, ví dụ: <c>02/5/2025</c>, <c>28/4/2025 đến 30/4/2025</c>
settings-day-not-entered = Ngày “{ $text }” chưa được ghi. Danh sách ngày đã ghi: <c>/caidat ngày</c>
settings-hour-quiet = Giờ nhắc { $at } nằm trong giờ yên lặng ({ $from } đến { $to }), chưa có gì thay đổi. Chọn giờ nhắc hoặc giờ yên lặng khác.
settings-language-unclear = Chưa có ngôn ngữ “{ $text }”. Ghi: <c>/caidat ngôn ngữ tiếng Việt</c> hoặc <c>/caidat ngôn ngữ tiếng Anh</c>
settings-zone-unclear = Không có múi giờ “{ $text }”. Ví dụ: <c>/caidat múi giờ Asia/Ho_Chi_Minh</c>
settings-task-usage = Ghi số mục và số ngày, ví dụ: <c>/caidat việc PL1 mục 7 trước 10 5 1</c>, <c>/caidat việc PL1 mục 7 sau 2 4</c>, <c>/caidat việc PL1 mục 7 mặc định</c>
settings-what-weekly = nhắc hằng tuần khi quá hạn
settings-what-week = việc đầu tuần
settings-what-month = việc đầu tháng
settings-what-quarter = việc đầu quý
settings-what-group = nhắc trong nhóm này
settings-what-private = nhắc riêng ở đây
choice-turn-on = Bật { $what }
choice-turn-off = Tắt { $what }
choice-hour = Giờ nhắc { $hour }
choice-preview = Xem trước 7 ngày
preview-title = <b>Tin sẽ gửi từ { $from } đến { $to }, lúc { $at }</b>
preview-nothing = Từ { $from } đến { $to } không có tin nào sẽ gửi.
preview-group = nhóm Hội đồng
preview-heading = <b>{ $day }</b> · { $chat }
preview-overload = ⚠ { $count } việc trong một tin (nhiều hơn { $most })
preview-moved = Chuyển từ { $day } là ngày nghỉ: { $place }
preview-lines = { $first }
    { $rest }

## Chi tiết, bảng việc của quý, báo cáo

choice-details = Chi tiết
details-title = <b>{ $title }</b>
details-plan = { $place } · { $plan }
details-section = Mục: { $section }
details-direct = Chỉ đạo: { $direct }
details-lead = Thực hiện: { $lead }
details-support = Phối hợp: { $support }
details-deadlines = <b>Thời hạn</b>
details-deadline = { $mark } <b>{ $wording }</b>: { $state }
details-labelled = { $label }: { $wording }
details-none = ⏳ Kế hoạch không ghi thời hạn
details-on = { $date }, { $left }
details-left = còn { $days } ngày
details-today = hôm nay là ngày cuối
details-overdue = quá hạn { $days } ngày
details-done = đã xong
details-undated = không ấn định ngày
details-suspect = có thể là { $date }, chờ thư ký xác nhận
details-suspect-unknown = ngày chưa rõ, chờ thư ký xác nhận
details-mark = ✅ { $what } xong lúc { $time } ngày { $date }, ghi nhận bởi { $name }
details-whole = Cả việc
details-period = { $from } - { $to }, { $left }
task-which-details = Xem chi tiết việc nào?
details-usage = Ghi số mục trong kế hoạch, ví dụ: <c>/chitiet PL1 mục 7</c>
help-details = <b>/chitiet</b> một việc đầy đủ, ví dụ: <i>/chitiet PL1 mục 7</i>
card-title = <b>Việc trong { $period }</b> · đến ngày { $date }
card-counts = Đã xong { $done }/{ $total } · còn { $left } · quá hạn { $overdue }
card-gap = { "" }
card-overdue = <b>Quá hạn</b>
card-next = <b>Sắp đến hạn</b>
card-line = { $mark } <b>{ $wording }</b> — { $title } — { $place }
card-more = và { $count } việc khác: /viec
card-nothing-left = Không còn việc nào trong quý này.
card-undecided = ⚠ { $count } mốc chờ thư ký xác nhận ngày
report-unpinned = <b>Chưa ghim được bảng việc của quý</b>
report-unpinned-line = { $chat }: bot cần quyền ghim tin nhắn trong nhóm ({ $reason })
reason-expired = quá 12 giờ chưa gửi được, đã bỏ và sẽ nhắc bù
reason-not-in-chat = bot không còn trong cuộc trò chuyện này
reason-stopped = bot dừng giữa lúc gửi
reason-given-up = gửi nhiều lần không được ({ $text })
reason-blocked = người nhận đã chặn bot
reason-kicked = bot đã bị đưa ra khỏi nhóm ({ $text })
