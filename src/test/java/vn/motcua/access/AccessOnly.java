package vn.motcua.access;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import vn.motcua.agency.Organisation;
import vn.motcua.calendar.TimeLimit;

/**
 * The application with the rooms below this one only, and a listener that hands every task to the
 * post that the variable {@code post} names, as the dossier room does from its model.
 */
@SpringBootConfiguration
@Profile("access-only")
@EnableAutoConfiguration
@ComponentScan(
    basePackageClasses = {Who.class, Organisation.class, TimeLimit.class},
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
@ComponentScan(
    basePackages = "vn.motcua",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "vn\\.motcua\\.EngineTables\\$.*"))
class AccessOnly {

  @Bean
  AbstractProcessEnginePlugin postsOfTasks() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ToPost())));
      }
    };
  }

  private static final class ToPost extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior())
          .getTaskDefinition()
          .addTaskListener(
              TaskListener.EVENTNAME_CREATE,
              task -> {
                String post = (String) task.getVariable("post");
                ((TaskEntity) task).setTenantId(post);
                task.addCandidateGroup(post);
                task.setDueDate((Date) task.getVariable("due"));
              });
    }
  }
}
