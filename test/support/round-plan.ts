/** A plan of an invented ward with three movements: quotas for each unit, a total for the council, by proposal. */
export const ROUND_PLAN = `ỦY BAN NHÂN DÂN
PHƯỜNG AN LẠC

Số: 07/KH-UBND

An Lạc, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2025

UBND phường An Lạc ban hành Kế hoạch công tác thi đua, khen thưởng năm 2025 như sau:

PHỤ LỤC 2
Phân bổ chỉ tiêu khen thưởng
(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND phường An Lạc)

I. Phong trào thi đua yêu nước:

STT	Bộ phận	Chỉ tiêu tập thể	Chỉ tiêu cá nhân
1	Văn phòng UBND	01	04
2	Công an phường	03	05
3	Y tế phường		02
4	Hội CCB; Hội LHPN	01/02	02/02

II. Phong trào hiến máu tình nguyện: 02 tập thể, 03 cá nhân

III. Phong trào xây dựng nếp sống văn minh: Căn cứ theo đề xuất của Ban chỉ đạo phong trào
`
