package vn.motcua.dossier;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A story on the real engine with an empty database in memory; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = DossierOnly.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:dossier;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false"
    })
@ContextConfiguration(initializers = ModelsForTests.class)
@AutoConfigureMockMvc(addFilters = false)
@interface DossierStory {}
