/** A small plan of an invented ward: overdue, due, suspect, undated, monthly, labelled and twice-named deadlines, with quotas. */
export const SMALL_PLAN = `ỦY BAN NHÂN DÂN
PHƯỜNG AN LẠC

Số: 07/KH-UBND

An Lạc, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2025

UBND phường An Lạc ban hành Kế hoạch công tác thi đua, khen thưởng năm 2025 như sau:

PHỤ LỤC 1
Tiến độ thực hiện các nhiệm vụ
(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND phường An Lạc)

TT	Nội dung thực hiện	Đơn vị thực hiện	Đơn vị phối hợp	Thời gian hoàn thành
I	Quý I
1	Tổng kết phong trào thi đua năm 2024	Văn phòng UBND	Các bộ phận	Trước ngày 15/01/2025
2	Ký giao ước thi đua giữa các tổ dân phố	Công an phường	Văn phòng UBND	Trước ngày 15/3/2025
3	Lập danh sách gương người tốt, việc tốt	Y tế phường		Hoàn thành dự thảo trước 05/3/2025 Trình Hội đồng trước 20/3/2025
II	Quý II
4	Họp Hội đồng xét khen thưởng đợt 1	Văn phòng UBND	Công an phường	Trước ngày 16/6/2024
5	Sơ kết 6 tháng đầu năm	Văn phòng UBND		Tháng 6/2025
B	Nhiệm vụ thường xuyên
6	Báo cáo kết quả phong trào	Công an phường		25 hàng tháng
7	Rà soát hồ sơ khen thưởng đột xuất	Y tế phường		Khi có phát sinh

PHỤ LỤC 2
Phân bổ chỉ tiêu khen thưởng
(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND phường An Lạc)

I. Phong trào thi đua yêu nước:

STT	Bộ phận	Chỉ tiêu tập thể	Chỉ tiêu cá nhân
1	Văn phòng UBND	01	04
2	Công an phường	03	05
3	Y tế phường		02
4	Hội CCB; Hội LHPN	01/02	02/02
`
