/** What a plan of a commune has beside the common rows. */
export const COMMUNE = `
# 1
Phát động thi đua xây dựng nông thôn mới | economy | farmers | trước ngày {25/2}/{Y}
Đăng ký vườn mẫu, thôn kiểu mẫu | economy | front | Trước ngày {10/3}/{Y}
Ra quân làm thủy lợi nội đồng | farmers | military | xong trước {14/3}/{Y}
# 2
Khen thưởng hộ sản xuất giỏi vụ đông xuân | farmers | economy | trước ngày {18/5}/{Y}
Xét chọn sản phẩm tiêu biểu của địa phương | economy | farmers | Tháng 6/{Y}
Thi đua trồng cây đầu năm: tổng hợp kết quả | economy | youth | đến ngày {9/4}/{Y}
Biểu dương già làng, trưởng thôn tiêu biểu | front | party | Trước ngày {30/4}/{Y}
Kiểm tra tiêu chí môi trường | health | economy | trước ngày {11/6}/{Y}
# 3
Diễn tập phòng chống thiên tai: khen thưởng tại chỗ | military | police | Trước ngày {30/7}/{Y}
Thi đua hiến đất làm đường: tổng hợp | front | economy | xong trước {14/8}/{Y}
Hỗ trợ học sinh nghèo vượt khó đến trường | schools | women | trước ngày {3/9}/{Y}
Sơ kết mô hình dân vận khéo | party | front | Tháng 9/{Y}
Rà soát hộ gia đình văn hóa | culture | front | từ {8/9}/{Y} đến {23/9}/{Y}
# 4
Khen thưởng hộ sản xuất giỏi vụ mùa | farmers | economy | trước ngày {20/10}/{Y}
Ngày hội đại đoàn kết tại các thôn | front | culture | Vào dịp {16/11}/{Y}
Chấm điểm xã đạt chuẩn nông thôn mới | economy | every | Hoàn thành hồ sơ trước {16/11}/{Y} Gửi thẩm định trước {2/12}/{Y}
Khen thưởng công tác bảo vệ rừng | military | economy | Trước ngày {10/12}/{Y}
Chuẩn bị kế hoạch năm sau | office | culture | trước ngày {22/12}/{Y}
`
