/** What a plan of a council with much to do has beside the common rows, in words of its own. */
export const LONG = `
# 1
Xây dựng kế hoạch kiểm tra, giám sát thi đua | office | party | trước {12/2}/{Y}
Lập danh sách người cao tuổi đề nghị chúc thọ, mừng thọ | front | culture | trước {9/2}/{Y}
Góp ý dự thảo tiêu chí chấm điểm | culture | every | chậm nhất ngày {27/2}/{Y}
Đăng ký mô hình chuyển đổi số | service | economy | trước {17/3}/{Y}
Nộp báo cáo khắc phục kết luận kiểm tra | economy | office | hạn {30/3}/{Y}
# 2
Đề nghị khen thưởng thành tích giải phóng mặt bằng | economy | front | trước {7/4}/{Y}
Chấm chọn mô hình dân vận khéo | party | front | trước {16/4}/{Y}
Khen thưởng tuyển quân | military | police | trước {24/4}/{Y}
Biểu dương công nhân, người lao động | front | economy | dịp {30/4}/{Y}
Họp tổ giúp việc chấm điểm | culture | office | ngày {20/5}/{Y}
Tổng hợp hồ sơ khen thưởng đột xuất | culture | police | 10 hằng tháng
Kiểm tra hồ sơ thi đua khối trường học | schools | culture | trước {3/6}/{Y}
Đánh giá giữa kỳ chương trình giảm nghèo | culture | front | 6 tháng đầu năm {Y}
# 3
Phát động đợt thi đua cao điểm | culture | every | trước {8/7}/{Y}
Xét tặng bằng khen cho doanh nghiệp | economy | office | trước {28/7}/{Y}
Giao lưu gương điển hình tiên tiến | front | youth | trước {19/8}/{Y}
Khen thưởng bảo đảm an toàn ngày lễ | police | military | trước {8/9}/{Y}
Rà soát danh sách khám sức khỏe cho người có công | health | culture | trước {16/9}/{Y}
Chọn cử đại biểu dự hội nghị điển hình | party | front | trước {29/9}/{Y}
# 4
Đánh giá mô hình chuyển đổi số | service | economy | trước {9/10}/{Y}
Lấy ý kiến nhân dân nơi cư trú | front | culture | từ {12/10}/{Y} đến {27/10}/{Y}
Thẩm tra thành tích đề nghị cấp trên khen | party | police | trước {12/11}/{Y}
Khen thưởng phong trào toàn dân tập luyện | culture | youth | trước {23/11}/{Y}
Công khai kết quả bình xét | service | office | đến ngày {8/12}/{Y}
Chi tiền thưởng | office | economy | trước {24/12}/{Y}
Dự toán quỹ thi đua năm sau | office | economy | trước {11/12}/{Y}
`
