package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Staff;

/** Many dossiers at once over HTTP: each has its own result, and nothing is done twice. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:bulk;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import({Office.class, Ward.class})
class BulkTest {

  @Autowired Ward ward;
  @Autowired IdentityService identity;
  @Autowired TestRestTemplate http;
  @Autowired OwnUnit unit;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
  }

  @BeforeEach
  void openTheWard() {
    ward.open();
  }

  private ResponseEntity<JsonNode> orders(
      String person, String request, String deed, Map<String, Object> more, List<?> items) {
    Map<String, Object> order = new HashMap<>(more);
    order.put("request", request);
    order.put("deed", deed);
    order.put("items", items);
    return http.withBasicAuth(person, Office.PASSWORD)
        .postForEntity("/api/tasks/bulk", order, JsonNode.class);
  }

  private List<?> items(List<String> codes) {
    return codes.stream().map(code -> Map.of("taskId", ward.task(code).getId())).toList();
  }

  private static List<JsonNode> results(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return StreamSupport.stream(answer.getBody().get("results").spliterator(), false).toList();
  }

  private static List<Boolean> done(ResponseEntity<JsonNode> answer) {
    return results(answer).stream().map(r -> r.get("done").asBoolean()).toList();
  }

  @Test
  void approvesManyAndTellsWhichSomebodyElseHasFinished() {
    List<String> codes = ward.approving(4);
    List<?> items = items(codes);
    ward.does(Ward.DUNG, codes.get(2), Map.of("outcome", "approve"));

    ResponseEntity<JsonNode> answer =
        orders(Ward.SON, "r-1", "COMPLETE", Map.of("outcome", "approve"), items);

    assertThat(done(answer)).containsExactly(true, true, false, true);
    JsonNode other = results(answer).get(2);
    assertThat(other.get("gone").asBoolean()).isTrue();
    assertThat(other.get("message").asText())
        .startsWith("Lê Việt Dũng đã làm xong bước này lúc ")
        .endsWith(": Phê duyệt.");
    assertThat(codes).allMatch(code -> ward.acts(code, "approve") == 1);
  }

  @Test
  void pressedTwiceItIsDoneOnceAlsoAtTheSameTime() {
    List<String> codes = ward.approving(3);
    List<?> items = items(codes);
    Map<String, Object> approve = Map.of("outcome", "approve");

    List<CompletableFuture<ResponseEntity<JsonNode>>> presses =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> orders(Ward.SON, "r-2", "COMPLETE", approve, items)))
            .toList();
    presses.forEach(press -> assertThat(done(press.join())).containsOnly(true));
    assertThat(done(orders(Ward.SON, "r-2", "COMPLETE", approve, items))).containsOnly(true);

    assertThat(codes).allMatch(code -> ward.acts(code, "approve") == 1);
  }

  @Test
  void whatIsRefusedForOneStopsNoOther() {
    String appraised = ward.appraising(1).get(0);
    String waiting = ward.approving(1).get(0);
    List<?> items = items(List.of(appraised, waiting));

    ResponseEntity<JsonNode> answer =
        orders(Ward.SON, "r-3", "COMPLETE", Map.of("outcome", "approve"), items);

    assertThat(done(answer)).containsExactly(false, true);
    assertThat(results(answer).get(0).get("message").asText())
        .isEqualTo("Việc này không còn mở, không thuộc vị trí của bạn, hoặc người khác đã nhận.");
    assertThat(ward.task(appraised).getTaskDefinitionKey()).isEqualTo("appraise");
  }

  @Test
  void sealingGivesEachDossierTheNextNumberOfTheRegister() {
    List<String> codes = ward.approving(3);
    orders(Ward.SON, "r-4", "COMPLETE", Map.of("outcome", "approve"), items(codes));
    String byHand = ward.task(codes.get(1)).getId();
    List<?> items =
        List.of(
            Map.of("taskId", ward.task(codes.get(0)).getId()),
            Map.of("taskId", byHand, "words", Map.of("documentNumber", "15/CT-UBND")),
            Map.of("taskId", ward.task(codes.get(2)).getId()));

    ResponseEntity<JsonNode> answer = orders(Ward.MAI, "r-5", "COMPLETE", Map.of(), items);

    assertThat(done(answer)).containsOnly(true);
    int first = ward.sealedAs(codes.get(0));
    assertThat(ward.sealedAs(codes.get(2))).isEqualTo(first + 1);
  }

  @Test
  void aHeadMovesTheWorkOfSomebodyWhoHasLeftWithoutSendingItBack() {
    List<String> codes = ward.appraising(3);
    codes.forEach(code -> ward.takes(Office.HOA, code));
    List<?> items = items(codes);

    assertThat(done(orders(Ward.GIANG, "r-6", "REASSIGN", Map.of("to", Ward.BINH), items)))
        .as("without a reason")
        .containsOnly(false);
    assertThat(
            results(
                orders(
                    Ward.GIANG, "r-7", "REASSIGN", Map.of("to", Ward.SON, "reason", "Ốm"), items)))
        .allMatch(r -> r.get("message").asText().contains("Trần Hồng Sơn không giữ vị trí"));
    assertThat(
            done(
                orders(
                    Ward.GIANG, "r-8", "REASSIGN", Map.of("to", Ward.BINH, "reason", "Ốm"), items)))
        .containsOnly(true);

    assertThat(codes)
        .allMatch(code -> ward.task(code).getAssignee().equals(Ward.BINH))
        .allMatch(code -> ward.task(code).getTaskDefinitionKey().equals("appraise"))
        .allMatch(code -> ward.acts(code, "reassign") == 1);
    assertThat(done(orders(Office.HOA, "r-9", "REASSIGN", Map.of("to", "", "reason", "x"), items)))
        .as("no head")
        .containsOnly(false);
    assertThat(
            http.withBasicAuth(Ward.GIANG, Office.PASSWORD)
                .getForEntity("/api/tasks/unit?person=" + Ward.BINH, JsonNode.class)
                .getBody()
                .get("rows")
                .findValuesAsText("code"))
        .containsAll(codes);
  }

  @Test
  void takesAndGivesBack() {
    List<String> codes = ward.appraising(2);
    List<?> items = items(codes);

    assertThat(done(orders(Office.HOA, "r-10", "TAKE", Map.of(), items))).containsOnly(true);
    assertThat(results(orders(Ward.BINH, "r-11", "TAKE", Map.of(), items)))
        .allMatch(r -> r.get("message").asText().contains("đang do Vũ Thị Hòa thực hiện"));
    assertThat(done(orders(Office.HOA, "r-12", "GIVE_BACK", Map.of(), items))).containsOnly(true);
    assertThat(codes).allMatch(code -> ward.task(code).getAssignee() == null);
  }

  @Test
  void tooManyOrNoneAreRefusedAsAWhole() {
    List<?> many = IntStream.rangeClosed(0, 500).mapToObj(i -> Map.of("taskId", "t" + i)).toList();
    ResponseEntity<JsonNode> answer = orders(Ward.SON, "r-13", "TAKE", Map.of(), many);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(answer.getBody().get("message").asText())
        .isEqualTo("Mỗi lần làm từ 1 đến 500 hồ sơ; yêu cầu này có 501.");
    assertThat(orders(Ward.SON, "r-14", "JUMP", Map.of(), many).getStatusCode())
        .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @Test
  void theHeadSeesTheLoadOfEachPersonAndWhatNobodyHasTaken() {
    List<String> codes = ward.appraising(3);
    ward.takes(Office.HOA, codes.get(0));
    CurrentOfficial head =
        new CurrentOfficial(Ward.GIANG, "Hoàng Trường Giang", Set.of(Ward.ROOM + ".head-of-room"));

    OwnUnit.View view = unit.view(head);

    assertThat(view.units()).containsExactly("Văn phòng HĐND và UBND phường Hồng Gai");
    assertThat(view.people())
        .extracting(Staff.Member::name)
        .containsExactlyInAnyOrder("Vũ Thị Hòa", "Ngô Thanh Bình", "Hoàng Trường Giang");
    assertThat(view.lines().get(0).person()).as("nobody's").isEmpty();
    assertThat(view.lines().get(0).open()).isGreaterThanOrEqualTo(2);
    assertThat(view.lines())
        .filteredOn(line -> line.person().equals(Office.HOA))
        .first()
        .satisfies(line -> assertThat(line.open()).isPositive())
        .satisfies(line -> assertThat(line.overdue()).isZero());
  }

  @Test
  void onlyAHeadSeesTheUnit() {
    assertThat(
            http.withBasicAuth(Office.HOA, Office.PASSWORD)
                .getForEntity("/api/tasks/unit", JsonNode.class)
                .getBody()
                .get("rows"))
        .isEmpty();
  }
}
