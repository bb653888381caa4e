package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** People of the demo. */
class OfficialsTest {

  private static final LocalDate TODAY = Dates.parse("22/11/2026");
  private static final Organisation PROVINCE = OrganisationTest.province();

  private final List<Official> people = demo().officials(TODAY);

  @Test
  void everyPostHasExactlyOnePerson() {
    assertThat(people.stream().flatMap(p -> p.posts().stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(PROVINCE.posts(TODAY).stream().map(Post::id).toList());
  }

  @Test
  void everyAccountCanBeReadAndTyped() {
    assertThat(people).extracting(Official::userId).doesNotHaveDuplicates();
    assertThat(people).extracting(Official::name).doesNotHaveDuplicates();
    assertThat(people)
        .allSatisfy(
            p ->
                assertThat(p.userId())
                    .matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z]+)?")
                    .hasSizeLessThan(30));
    assertThat(people)
        .extracting(Official::userId)
        .contains("stp.thamdinh", "stp-hctp.thamdinh", "baichay-kt.truongphong", "coto.lanhdao");
  }

  @Test
  void theLoginPageListsAPersonForEveryPartOfTheStory() {
    List<Official> main = people.stream().filter(Official::main).toList();
    Set<Role> roles =
        main.stream()
            .flatMap(p -> p.posts().stream())
            .map(id -> Role.of(id.substring(id.indexOf('.') + 1)))
            .collect(Collectors.toSet());

    assertThat(main).hasSizeBetween(12, 18);
    assertThat(people.subList(0, main.size())).isEqualTo(main);
    assertThat(roles)
        .containsExactlyInAnyOrderElementsOf(
            Set.of(Role.values()).stream().filter(r -> r != Role.PARTNER).toList());
  }

  @Test
  void somePeopleHoldSeveralPostsAndNobodyAppraisesAndApproves() {
    assertThat(people).filteredOn(p -> p.posts().size() > 1).hasSizeGreaterThanOrEqualTo(5);
    assertThat(people)
        .noneMatch(
            p ->
                p.posts().stream().anyMatch(id -> id.endsWith(".appraiser"))
                    && p.posts().stream().anyMatch(id -> id.endsWith(".approver")));
  }

  @Test
  void everybodyHasAnAddressInADomainThatCannotExist() {
    assertThat(people).allMatch(p -> p.email().equals(p.userId() + "@motcua.example"));
  }

  @Test
  void nobodyHoldsAPostBeforeItIsMade() {
    assertThat(demo().officials(Dates.parse("30/06/2025"))).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
{id: a, name: A, posts: [so-tu-phap.thợ]} | cán bộ “a” giữ vị trí “so-tu-phap.thợ” không tồn tại vào ngày 01/07/2025
{id: a, name: A, posts: [so-tu-phap.approver], from: 01/01/2020} | không tồn tại vào ngày 01/01/2020
{id: a, name: A} | cán bộ “a” thiếu tên hoặc vị trí
{id: stp.vanthu, name: A, posts: [so-tu-phap.approver]} | tài khoản “stp.vanthu” được ghi hai lần
""")
  void aPersonThatDoesNotFitIsRefusedByName(String person, String message) {
    String yaml =
        """
        from: 01/07/2025
        officials: [%s]
        words: {%s}
        names: {family: [Nguyễn], given: [Thị An, Văn Bình]}
        """
            .formatted(
                person,
                List.of(Role.values()).stream()
                    .map(r -> r.word() + ": " + (r == Role.SEAL_CLERK ? "vanthu" : r.word()))
                    .collect(Collectors.joining(", ")));

    assertThatThrownBy(
            () ->
                DemoOfficials.read(
                    new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                    "nguoi.yaml",
                    PROVINCE,
                    "motcua"))
        .isInstanceOf(BadData.class)
        .hasMessageStartingWith("nguoi.yaml: ")
        .hasMessageContaining(message);
  }

  @Test
  void onlyTheDemoHasPeopleAndTheirPasswordCanBeSet() {
    ApplicationContextRunner runner =
        new ApplicationContextRunner().withUserConfiguration(OrganisationBeans.class);

    runner.run(
        context -> {
          assertThat(context).hasSingleBean(Organisation.class);
          assertThat(context).doesNotHaveBean(Officials.class);
        });
    ApplicationContextRunner demo = runner.withPropertyValues("spring.profiles.active=demo");
    demo.run(
        context ->
            assertThat(context.getBean(Officials.class).firstPassword()).isEqualTo("motcua"));
    demo.withPropertyValues("motcua.demo.password=khac")
        .run(
            context ->
                assertThat(context.getBean(Officials.class).firstPassword()).isEqualTo("khac"));
    demo.withPropertyValues("motcua.demo.password=")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseMessage(
                        "Mật khẩu của tài khoản trình diễn (motcua.demo.password) không được để"
                            + " trống."));
  }

  private static Officials demo() {
    InputStream in = OfficialsTest.class.getResourceAsStream("/organisation-demo.yaml");
    return DemoOfficials.read(in, "organisation-demo.yaml", PROVINCE, "motcua");
  }
}
