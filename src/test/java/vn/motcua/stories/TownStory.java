package vn.motcua.stories;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.Application;
import vn.motcua.Browser;

/** Stories in one town: they share an application, which takes long to start. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ActiveProfiles("demo")
@DirtiesContext
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:town",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(Town.class)
abstract class TownStory {

  static final String LAN = "lan.motcua";
  static final String HUNG = "hung.motcua";

  /** A visit, a council, a posting; on the spot; at an agency of the province. */
  static final String HELP = "2.000424";

  static final String DISABILITY = "1.001699";
  static final String LOST_CERTIFICATE = "1.012786";
  static final String COPY = "2.000815";
  static final String CARD = "1.013830";

  @LocalServerPort int port;
  @Autowired Town town;

  Browser browser;

  @DynamicPropertySource
  static void models(DynamicPropertyRegistry properties) {
    properties.add(
        "motcua.models",
        () -> Models.of(HELP, DISABILITY, LOST_CERTIFICATE, COPY, CARD).toString());
  }

  @BeforeAll
  void openBrowser() {
    browser = Browser.open(port);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  Desk sit(String person, String story) {
    return Desk.of(browser, person, story);
  }
}
