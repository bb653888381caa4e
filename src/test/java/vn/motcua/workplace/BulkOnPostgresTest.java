package vn.motcua.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.OnPostgres;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.WorkList;

/** Five hundred dossiers approved in one request on the database of a province. */
@Tag("slow")
@DirtiesContext
@SpringBootTest(classes = Application.class, properties = "camunda.bpm.job-execution.enabled=false")
@Import({Office.class, Ward.class})
class BulkOnPostgresTest {

  @Autowired Ward ward;
  @Autowired Bulk bulk;
  @Autowired WorkList work;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    Office.models(properties);
    OnPostgres.database(properties);
  }

  @Test
  void fiveHundredAreApprovedOnceEachAndNoneTwice() {
    ward.open();
    List<String> codes = ward.approving(WorkList.MOST);
    CurrentOfficial son = new CurrentOfficial(Ward.SON, "Trần Hồng Sơn", Set.of(Ward.APPROVER));
    long listing = System.nanoTime();
    WorkList.Page page = work.mine(son, "");
    listing = System.nanoTime() - listing;
    assertThat(page.rows()).hasSize(WorkList.MOST);
    List<Bulk.Item> items =
        page.rows().stream().map(row -> new Bulk.Item(row.taskId(), Map.of())).toList();
    Bulk.Order order =
        new Bulk.Order("r", Bulk.Deed.COMPLETE, "approve", null, null, null, null, null, items);

    long start = System.nanoTime();
    List<Bulk.Result> results = ward.as(Ward.SON, () -> bulk.carryOut(order, son));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<Bulk.Result> again = ward.as(Ward.SON, () -> bulk.carryOut(order, son));

    System.out.printf(
        "500 dossiers approved in %.1f s (%.1f ms each), listed in %.0f ms%n",
        took.toMillis() / 1000.0, took.toMillis() / 500.0, listing / 1e6);
    assertThat(results).allMatch(Bulk.Result::done);
    assertThat(again).allMatch(Bulk.Result::done);
    assertThat(codes).allMatch(code -> ward.acts(code, "approve") == 1);
  }
}
