package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.language.Dates;

/** The province as the application carries it. */
class OrganisationTest {

  private static final LocalDate TODAY = Dates.parse("22/11/2026");
  private static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  private static final Organisation PROVINCE = province();

  /** Lead agencies of the national catalogue; {@code ubnd-xa} is any commune. */
  private static final List<String> LEADS =
      List.of(
          "so-khoa-hoc-va-cong-nghe",
          "so-nong-nghiep-va-moi-truong",
          "so-cong-thuong",
          "so-van-hoa-the-thao-va-du-lich",
          "so-tu-phap",
          "so-y-te",
          "so-xay-dung",
          "so-noi-vu",
          "so-tai-chinh",
          "so-giao-duc-va-dao-tao",
          "van-phong-dang-ky-dat-dai",
          "ban-quan-ly-khu-kinh-te",
          "so-dan-toc-va-ton-giao",
          "cong-ty-dien-luc",
          "bo-chi-huy-quan-su-tinh",
          "so-ngoai-vu",
          "cong-an-tinh",
          "bao-hiem-xa-hoi-tinh",
          "ubnd-tinh",
          "van-phong-ubnd-tinh",
          "thue-tinh",
          "chi-nhanh-van-phong-dang-ky-dat-dai",
          "buu-dien-tinh");

  private static final List<Role> ROUTE_ROLES =
      List.of(
          Role.COUNTER_CLERK,
          Role.HEAD_OF_ROOM,
          Role.APPRAISER,
          Role.APPROVER,
          Role.SEAL_CLERK,
          Role.RETURN_CLERK,
          Role.PARTNER);

  static Organisation province() {
    InputStream in = OrganisationTest.class.getResourceAsStream("/organisation.yaml");
    return DatedOrganisation.read(in, "organisation.yaml");
  }

  static Stream<String> leadsAndCommunes() {
    return Stream.concat(
        LEADS.stream(),
        PROVINCE.units(TODAY).stream().filter(u -> u.kind().equals("commune")).map(Unit::id));
  }

  @ParameterizedTest
  @MethodSource("leadsAndCommunes")
  void everyRoleThatARouteMayAskForIsHeldWhereverItMayAsk(String lead) {
    Place place = new Place(CENTRE, lead, "phuong-hong-gai", "ho-tich");
    for (Role role : ROUTE_ROLES) {
      for (String unit :
          List.of("reception", "lead", "commune", "province", "centre", "agency:" + lead)) {
        assertThat(PROVINCE.post(unit, role, place, TODAY).role())
            .as("%s of %s for %s", role, unit, lead)
            .isEqualTo(role);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} of {2}, field {3}: {4}")
  @CsvSource({
    "lead, appraiser, so-tu-phap, luat-su, so-tu-phap-chuyen-mon.appraiser",
    "lead, appraiser, so-tu-phap, ho-tich, so-tu-phap-hanh-chinh-tu-phap.appraiser",
    "lead, head-of-room, so-xay-dung, duong-bo, so-xay-dung-van-tai.head-of-room",
    "lead, approver, so-tu-phap, luat-su, so-tu-phap.approver",
    "lead, seal-clerk, so-tu-phap, luat-su, so-tu-phap.seal-clerk",
    "lead, counter-clerk, so-tu-phap, luat-su, trung-tam-phuc-vu-hanh-chinh-cong.counter-clerk",
    "lead, appraiser, phuong-bai-chay, dat-dai, phuong-bai-chay-kinh-te.appraiser",
    "lead, appraiser, phuong-bai-chay, ho-tich, phuong-bai-chay-van-phong.appraiser",
    "lead, appraiser, phuong-bai-chay, tre-em, phuong-bai-chay-van-hoa-xa-hoi.appraiser",
    "lead, appraiser, phuong-bai-chay, nha-o-va-cong-so, phuong-bai-chay-kinh-te.appraiser",
    "lead, return-clerk, phuong-bai-chay, ho-tich, phuong-bai-chay-mot-cua.return-clerk",
    "lead, approver, ubnd-xa, ho-tich, xa-ba-che.approver",
    "reception, counter-clerk, so-tu-phap, luat-su, xa-ba-che-mot-cua.counter-clerk",
    "reception, seal-clerk, so-tu-phap, luat-su, xa-ba-che.seal-clerk",
    "commune, approver, so-tu-phap, dat-dai, xa-ba-che.approver",
    "agency:ubnd-xa, partner, so-tu-phap, dat-dai, xa-ba-che-kinh-te.partner",
    "province, approver, so-tu-phap, luat-su, ubnd-tinh.approver",
    "province, head-of-room, so-tu-phap, luat-su, van-phong-ubnd-tinh-chuyen-mon.head-of-room",
    "province, return-clerk, so-tu-phap, luat-su, trung-tam-phuc-vu-hanh-chinh-cong.return-clerk",
    "centre, seal-clerk, so-tu-phap, luat-su, trung-tam-phuc-vu-hanh-chinh-cong.seal-clerk",
    "agency:thue-tinh, partner, so-tu-phap, dat-dai, thue-tinh-chuyen-mon.partner",
    "agency:cong-ty-dien-luc, approver, so-tu-phap, dat-dai, cong-ty-dien-luc.approver"
  })
  void aStepFindsItsPost(String unit, String role, String lead, String field, String post) {
    Place place = new Place("xa-ba-che-mot-cua", lead, "xa-ba-che", field);

    assertThat(PROVINCE.post(unit, Role.of(role), place, TODAY).id()).isEqualTo(post);
  }

  @Test
  void aDossierWithoutCommuneBelongsToTheCommuneThatResolvesOrReceivedIt() {
    Place resolved = new Place(CENTRE, "phuong-cam-pha", null, "ho-tich");
    Place received = new Place("xa-tien-yen-mot-cua", "so-y-te", null, "ho-tich");

    assertThat(PROVINCE.post("commune", Role.APPROVER, resolved, TODAY).id())
        .isEqualTo("phuong-cam-pha.approver");
    assertThat(PROVINCE.post("commune", Role.APPROVER, received, TODAY).id())
        .isEqualTo("xa-tien-yen.approver");
    assertThatThrownBy(
            () ->
                PROVINCE.post(
                    "commune", Role.APPROVER, new Place(CENTRE, "so-y-te", null, "x"), TODAY))
        .isInstanceOf(NoSuchPost.class)
        .hasMessage(
            "Hồ sơ không cho biết đơn vị “commune” là đơn vị nào, nên không tìm được vị trí “Lãnh"
                + " đạo phê duyệt”.");
  }

  @Test
  void aPostThatNobodyHasIsRefusedByName() {
    Place place = new Place(CENTRE, "so-ty-te", null, "luat-su");

    assertThatThrownBy(() -> PROVINCE.post("lead", Role.APPRAISER, place, TODAY))
        .isInstanceOf(NoSuchPost.class)
        .hasMessageContaining("“Chuyên viên thẩm định”")
        .hasMessageContaining("“so-ty-te”")
        .hasMessageContaining("22/11/2026");
    assertThatThrownBy(() -> PROVINCE.post("somewhere", Role.APPRAISER, place, TODAY))
        .isInstanceOf(NoSuchPost.class);
  }

  @Test
  void everyReceivingUnitHasItsOwnIdentifier() {
    List<Unit> receiving =
        PROVINCE.posts(TODAY).stream()
            .filter(p -> p.role() == Role.COUNTER_CLERK)
            .map(Post::unit)
            .toList();

    assertThat(receiving).hasSizeGreaterThanOrEqualTo(9);
    assertThat(receiving).extracting(Unit::code).doesNotHaveDuplicates();
    assertThat(receiving).allSatisfy(u -> assertThat(u.code()).matches("H49\\.\\d{2}"));
  }

  @Test
  void mergedDepartmentsKeepTheirNamesForTheirTime() {
    assertThat(PROVINCE.unit("so-giao-thong-van-tai", Dates.parse("28/02/2025"))).isPresent();
    assertThat(PROVINCE.unit("so-giao-thong-van-tai", Dates.parse("01/03/2025"))).isEmpty();
    assertThat(PROVINCE.unit("phuong-hong-gai", Dates.parse("30/06/2025"))).isEmpty();
    assertThat(PROVINCE.unit("phuong-hong-gai", Dates.parse("01/07/2025")))
        .hasValueSatisfying(u -> assertThat(u.name()).isEqualTo("Ủy ban nhân dân phường Hồng Gai"));
    assertThat(PROVINCE.units(Dates.parse("01/01/2018"))).isEmpty();
  }

  @Test
  void mountainsAndIslandsAreDifficultAreasWithAllTheirRooms() {
    assertThat(PROVINCE.difficultArea("dac-khu-co-to", TODAY)).isTrue();
    assertThat(PROVINCE.difficultArea("xa-ba-che-kinh-te", TODAY)).isTrue();
    assertThat(PROVINCE.difficultArea("phuong-hong-gai", TODAY)).isFalse();
    assertThat(PROVINCE.difficultArea("no-such-unit", TODAY)).isFalse();
  }

  @Test
  void everyAgencyDelegatesOnTheSpotButOneWhoseDecisionHasExpired() {
    for (String lead : List.of("so-tu-phap", "phuong-hong-gai", "cong-ty-dien-luc")) {
      assertThat(PROVINCE.delegation(lead, "2.000815", TODAY)).isPresent();
    }
    assertThat(PROVINCE.delegation("so-ngoai-vu", "2.000815", Dates.parse("31/12/2025")))
        .hasValueSatisfying(d -> assertThat(d.decision()).contains("Sở Ngoại vụ"));
    assertThat(PROVINCE.delegation("so-ngoai-vu", "2.000815", Dates.parse("01/01/2026"))).isEmpty();
  }

  @Test
  void inCoToOnePersonMayApproveAndSealByDecisionAndNowhereElse() {
    assertThat(PROVINCE.dutyException("dac-khu-co-to", "seal", "approve", TODAY))
        .hasValueSatisfying(e -> assertThat(e.decision()).contains("Cô Tô"));
    assertThat(PROVINCE.dutyException("dac-khu-co-to-mot-cua", "receive", "return", TODAY))
        .isPresent();
    assertThat(PROVINCE.dutyException("dac-khu-co-to", "appraise", "approve", TODAY)).isEmpty();
    assertThat(PROVINCE.dutyException("phuong-hong-gai", "approve", "seal", TODAY)).isEmpty();
    assertThat(
            PROVINCE.dutyException("dac-khu-co-to", "approve", "seal", Dates.parse("30/06/2025")))
        .isEmpty();
  }

  @Test
  void aPostIsCalledByRoleAndUnit() {
    Place place = new Place(CENTRE, "so-tu-phap", null, "luat-su");

    assertThat(PROVINCE.post("lead", Role.APPROVER, place, TODAY).label())
        .isEqualTo("Lãnh đạo phê duyệt – Sở Tư pháp");
    assertThat(PROVINCE.posts(TODAY)).extracting(Post::id).doesNotHaveDuplicates();
  }
}
