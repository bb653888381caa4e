package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** What an administrator may get wrong in organisation.yaml. */
class OrganisationDataTest {

  private static final String PLAIN =
      """
      province: {code: H49, unit: ubnd-tinh, centre: trung-tam}
      patterns:
        agency: {kind: agency, posts: [approver, seal-clerk]}
        centre: {kind: centre, posts: [counter-clerk]}
        room: {kind: room, posts: [head-of-room, appraiser, partner]}
      units:
        - {pattern: agency, from: 01/01/2025, basis: B, units: [{id: ubnd-tinh, name: UBND, counter: trung-tam}]}
        - {pattern: centre, parent: ubnd-tinh, from: 01/01/2025, basis: B, units: [{id: trung-tam, name: TT, code: H49.20}]}
        - {pattern: agency, parent: ubnd-tinh, from: 01/01/2025, to: 31/12/2025, basis: B, units: [{id: so-a, name: Sở A}]}
      """;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
- {pattern: agency, parent: so-x, from: 01/01/2025, basis: B, units: [{id: so-b, name: B}]} | mục “so-b” nêu đơn vị “so-x” không có
- {pattern: agency, parent: so-a, from: 01/01/2025, basis: B, units: [{id: so-b, name: B}]} | đơn vị “so-b” trực thuộc “so-a”, nhưng “so-a” không tồn tại suốt thời gian đó
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: so-a, name: B}]} | đơn vị “so-a” được ghi hai lần cho cùng thời gian (từ ngày 01/06/2025)
- {pattern: agency, basis: B, units: [{id: so-b, name: B}]} | mục “so-b” thiếu ngày bắt đầu
- {pattern: agency, from: 01/06/2025, to: 01/05/2025, basis: B, units: [{id: so-b, name: B}]} | mục “so-b” kết thúc trước khi bắt đầu
- {pattern: agency, from: 01/06/2025, units: [{id: so-b, name: B}]} | mục “so-b” thiếu tên, loại hoặc căn cứ
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: Sở B, name: B}]} | mã đơn vị “Sở B” không hợp lệ
- {pattern: sở, from: 01/06/2025, basis: B, units: [{id: so-b, name: B}]} | đơn vị “so-b” theo mẫu “sở” không có
- {pattern: centre, from: 01/06/2025, basis: B, units: [{id: tt-b, name: B, code: H49.20}]} | mã định danh “H49.20” được dùng cho hai đơn vị
- {pattern: centre, from: 01/06/2025, basis: B, units: [{id: tt-b, name: B, code: H50.20}]} | mã định danh “H50.20” không hợp lệ; mã phải bắt đầu bằng H49
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: so-b, name: B, counter: tt-x}]} | mục “so-b” nêu đơn vị “tt-x”
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: so-b, name: B, parts: [{suffix: p, name: P, fieldGroup: g}]}]} | nhóm lĩnh vực “g”
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: so-b, name: B, parts: [{suffix: p, name: P, fields: [Đất đai]}]}]} | đơn vị “so-b-p” nêu lĩnh vực “Đất đai”
- {pattern: agency, from: 01/06/2025, basis: B, units: [{id: so-b, name: B, parts: [{suffix: p, name: P, fields: [dat-dai]}, {suffix: q, name: Q, fields: [dat-dai]}]}]} | cùng phụ trách lĩnh vực “dat-dai”
""")
  void aUnitThatDoesNotFitIsRefusedByName(String units, String message) {
    assertThatThrownBy(() -> read(PLAIN + "  " + units + "\n"))
        .isInstanceOf(BadData.class)
        .hasMessageStartingWith("to-chuc.yaml: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
posts: [{unit: so-x, role: designer, from: 01/01/2025, basis: B}] | mục “so-x.designer” nêu đơn vị “so-x” không có
posts: [{unit: so-a, role: designer, from: 01/01/2025, basis: B}] | vị trí “so-a.designer” không có đơn vị
posts: [{unit: so-a, role: thợ, from: 01/01/2025, basis: B}] | vai trò “thợ” không tồn tại
posts: [{unit: ubnd-tinh, role: approver, from: 01/02/2025, basis: B}] | vị trí “ubnd-tinh.approver” được ghi hai lần
delegations: [{lead: so-a, procedures: "*", from: 01/01/2025}] | ủy quyền của “so-a” thiếu quyết định
delegations: [{lead: so-x, procedures: "*", decision: D, from: 01/01/2025}] | nêu đơn vị “so-x” không có
dutyExceptions: [{unit: so-a, acts: [approve, appraise], decision: D, from: 01/01/2025}] | không được cho một người vừa thẩm định vừa phê duyệt
dutyExceptions: [{unit: so-a, acts: [approve], decision: D, from: 01/01/2025}] | đúng hai việc
dutyExceptions: [{unit: so-a, acts: [approve, seal], from: 01/01/2025}] | phải có quyết định
""")
  void aPostOrPowerThatDoesNotFitIsRefusedByName(String entry, String message) {
    assertThatThrownBy(() -> read(PLAIN + entry + "\n"))
        .isInstanceOf(BadData.class)
        .hasMessageStartingWith("to-chuc.yaml: ")
        .hasMessageContaining(message);
  }

  @Test
  void unitsThatBelongToEachOtherAreRefused() {
    String circle =
        """
          - {pattern: agency, parent: so-c, from: 01/01/2025, basis: B, units: [{id: so-b, name: B}]}
          - {pattern: agency, parent: so-b, from: 01/01/2025, basis: B, units: [{id: so-c, name: C}]}
        """;

    assertThatThrownBy(() -> read(PLAIN + circle)).hasMessageContaining("vòng tròn");
  }

  @Test
  void aRenamedUnitHasTwoEntriesOneAfterTheOther() {
    Organisation organisation =
        read(
            PLAIN
                + "  - {pattern: agency, parent: ubnd-tinh, from: 01/01/2026, basis: B,"
                + " units: [{id: so-a, name: Sở A mới}]}\n"
                + "posts: [{unit: so-a, role: designer, from: 01/06/2025, basis: B}]\n");

    assertThat(organisation.unit("so-a", Dates.parse("31/12/2025")).orElseThrow().name())
        .isEqualTo("Sở A");
    assertThat(organisation.unit("so-a", Dates.parse("01/01/2026")).orElseThrow().name())
        .isEqualTo("Sở A mới");
    assertThat(organisation.posts(Dates.parse("01/01/2027")))
        .extracting(Post::id)
        .contains("so-a.designer");
  }

  @Test
  void aDelegationMayNameItsProcedures() {
    Organisation organisation =
        read(
            PLAIN
                + "delegations: [{lead: so-a, procedures: \"2.000815, 2.000908\", decision: D,"
                + " from: 01/01/2025}]\n");

    assertThat(organisation.delegation("so-a", "2.000908", Dates.parse("01/05/2025"))).isPresent();
    assertThat(organisation.delegation("so-a", "1.001193", Dates.parse("01/05/2025"))).isEmpty();
  }

  private static Organisation read(String yaml) {
    return DatedOrganisation.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "to-chuc.yaml");
  }
}
