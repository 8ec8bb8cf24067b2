/** Rows of every council's plan: "content | lead | support | time", by quarter. A day in braces is moved by some days from council to council. */
export const COMMON = `
# 1
Ban hành quy chế làm việc và phân công thành viên Hội đồng | office | culture | trước ngày {6/2}/{Y}
Ký kết giao ước thi đua giữa các bộ phận | office | front | Tháng 02/{Y}
Phát động phong trào thi đua năm {Y} và đăng ký danh hiệu | culture | every | xong trước {18/2}/{Y}
Rà soát hồ sơ đề nghị khen thưởng thành tích năm trước | culture | office | Trước ngày {12/3}/{Y}
Thông tin trên trang điện tử về gương người tốt, việc tốt | culture | front | thường xuyên
Báo cáo kết quả thi đua quý I | office | every | chậm nhất ngày {20/3}/{Y}
Tổng hợp danh sách đề nghị tặng Kỷ niệm chương | front | party | Trước ngày {26/3}/{Y}
Họp Hội đồng phiên thứ nhất | office | culture | ngày {24/3}/{Y}
Gửi số liệu khen thưởng về cơ quan thường trực | culture | office | 25 hằng tháng
# 2
Kiểm tra việc thực hiện giao ước thi đua tại các bộ phận | culture | office | Tháng 4/{Y}
Khen thưởng chuyên đề bảo đảm an ninh trật tự | police | military | Trước ngày {22/4}/{Y}
Khen thưởng chuyên đề huấn luyện dân quân | military | police | trước ngày {8/5}/{Y}
Phát hiện, giới thiệu điển hình tiên tiến | front | every | Quý II năm {Y}
Đề nghị khen thưởng học sinh, giáo viên có thành tích | schools | culture | xong trước {28/5}/{Y}
Sơ kết phong trào thi đua sáu tháng đầu năm | office | every | Hoàn thành dự thảo trước {5/6}/{Y} Trình Hội đồng trước {19/6}/{Y}
Họp Hội đồng phiên thứ hai | office | culture | ngày {25/6}/{Y}
Báo cáo công tác khen thưởng 6 tháng | culture | office | đến ngày {17/6}/{Y}
# 3
Tuyên truyền kỷ niệm ngày truyền thống của ngành | culture | front | Vào dịp {12/8}/{Y}
Khen thưởng phong trào đền ơn đáp nghĩa | culture | military | Trước ngày {20/7}/{Y}
Bồi dưỡng nghiệp vụ cho người làm công tác khen thưởng | culture | service | Tháng 8/{Y}
Khảo sát mức độ hài lòng để xét thi đua | service | office | từ {4/8}/{Y} đến {29/8}/{Y}
Báo cáo kết quả thi đua quý III | office | every | chậm nhất ngày {18/9}/{Y}
Khen thưởng công tác phòng, chống dịch bệnh | health | culture | trước ngày {10/9}/{Y}
Kiểm tra chéo giữa các bộ phận | office | every | Quý III năm {Y}
# 4
Gửi bản tự chấm điểm thi đua | service | every | xong trước {22/10}/{Y}
Thẩm định sáng kiến cấp cơ sở | culture | economy | Trước ngày {5/11}/{Y}
Thu hồ sơ đề nghị danh hiệu cuối năm | culture | every | từ {9/11}/{Y} đến {20/11}/{Y}
Bỏ phiếu bình xét danh hiệu | office | culture | Hoàn thành phiếu bầu trước {25/11}/{Y} Họp xét trước {4/12}/{Y}
Trình quyết định khen thưởng cuối năm | office | culture | trước ngày {15/12}/{Y}
Hội nghị tổng kết phong trào | office | front | Tháng 12/{Y}
Lưu trữ hồ sơ khen thưởng | service | office | thường xuyên
`
