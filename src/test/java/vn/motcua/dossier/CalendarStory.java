package vn.motcua.dossier;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A story in which the calendar changes, on the real engine with a database of its own: each takes
 * another month of 2026. Batches are so small that every run has several.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = DossierOnly.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:calendar-story;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "motcua.recalculation.batch=2"
    })
@ContextConfiguration(initializers = ModelsForTests.class)
@AutoConfigureMockMvc
@interface CalendarStory {}
