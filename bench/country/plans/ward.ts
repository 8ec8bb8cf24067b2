/** What a plan of a ward has beside the common rows. */
export const WARD = `
# 1
Phong trào tuyến phố văn minh: chọn nơi làm điểm | economy | police | trước ngày {27/2}/{Y}
Đăng ký gia đình văn hóa, tổ dân phố văn hóa | culture | front | Trước ngày {5/3}/{Y}
Trang trí, vệ sinh đô thị chào mừng ngày lễ | economy | youth | xong trước {15/3}/{Y}
# 2
Sơ kết mô hình camera an ninh | police | economy | Trước ngày {14/4}/{Y}
Chấm điểm bộ phận một cửa | service | office | hằng quý
Biểu dương hộ kinh doanh chấp hành tốt | economy | front | Tháng 5/{Y}
Hội thi nhà vệ sinh học đường sạch đẹp | schools | health | trước ngày {12/5}/{Y}
Giới thiệu cá nhân hiến máu tiêu biểu | health | front | Vào dịp {10/6}/{Y}
# 3
Kiểm tra tuyến phố không rác | economy | youth | trước ngày {15/7}/{Y}
Hội thi tìm hiểu an toàn giao thông | police | schools | Trước ngày {24/7}/{Y}
Khen thưởng phụ nữ khởi nghiệp | women | economy | Tháng 9/{Y}
Rà soát tiêu chí phường đạt chuẩn đô thị văn minh | economy | every | xong trước {25/9}/{Y}
# 4
Biểu dương cán bộ tổ dân phố | front | party | trước ngày {14/10}/{Y}
Khen thưởng công tác thu ngân sách | economy | office | Trước ngày {3/12}/{Y}
Chọn sản phẩm chuyển đổi số tiêu biểu | service | culture | đến ngày {10/11}/{Y}
Chuẩn bị kế hoạch năm sau | office | culture | Hoàn thành dự thảo trước {8/12}/{Y} Lấy ý kiến trước {18/12}/{Y}
`
