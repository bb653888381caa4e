package vn.motcua.designer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void aFileIsNamedByFieldCodeAndNameWithoutTheWordProcedure() {
    assertThat(Names.file("Hộ tịch", "1.001193", "Thủ tục đăng ký khai sinh"))
        .isEqualTo("ho-tich/1.001193-dang-ky-khai-sinh.bpmn");
  }

  @Test
  void longNamesAreCutAtAWord() {
    String name = "Cấp giấy phép xây dựng ".repeat(50);
    assertThat(Names.cut(name, 255)).hasSizeLessThanOrEqualTo(255).isSubstringOf(name);
    String file =
        Names.file("Chuyển đổi công ty nhà nước được thành lập và hoạt động", "1.000001", name);
    assertThat(file.split("/")[0]).isEqualTo("chuyen-doi-cong-ty-nha-nuoc-duoc-thanh");
    assertThat(file.split("/")[1]).hasSizeLessThanOrEqualTo(60 + "1.000001-.bpmn".length());
  }

  @Test
  void theCodeOfARouteWithoutOneStaysTheSame() {
    assertThat(Names.ownCode("xa", "Đính chính Giấy chứng nhận đã cấp"))
        .matches("0\\.\\d{6}")
        .isEqualTo(Names.ownCode("xa", "ĐÍNH CHÍNH Giấy chứng nhận đã cấp"))
        .isNotEqualTo(Names.ownCode("tinh", "Đính chính Giấy chứng nhận đã cấp"));
  }
}
