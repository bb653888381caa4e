package vn.motcua.access;

import java.io.InputStream;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Lists and counts tasks without making them distinct where no row can come twice: every row is one
 * task unless a question joins candidates or orders by variables. With 10,000 tasks of a person
 * that is the difference between sorting 22 columns of all of them and reading an index.
 */
class PostTasks extends TaskManager {

  private static final String STATEMENTS = "PostTasks.xml";

  /** Tells MyBatis of the two statements; once for each engine, after it was built. */
  static void addTo(Configuration statements) {
    InputStream xml = PostTasks.class.getResourceAsStream(STATEMENTS);
    new XMLMapperBuilder(xml, statements, STATEMENTS, statements.getSqlFragments()).parse();
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    if (mayRepeat(query)) {
      return super.findTasksByQueryCriteria(query);
    }
    configureQuery(query);
    return getDbEntityManager().selectList("selectPostTasks", query);
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    if (mayRepeat(query)) {
      return super.findTaskCountByQueryCriteria(query);
    }
    configureQuery(query);
    return (Long) getDbEntityManager().selectOne("selectPostTaskCount", query);
  }

  /** A task has no tasks below it: such a one would be no step, and the engine takes none. */
  @Override
  public List<Task> findTasksByParentTaskId(String parent) {
    return List.of();
  }

  private static boolean mayRepeat(TaskQueryImpl query) {
    return query.getOrderingProperties().stream().anyMatch(order -> order.getRelation() != null)
        || query.getQueries().stream().anyMatch(PostTasks::joinsCandidates);
  }

  private static boolean joinsCandidates(TaskQueryImpl part) {
    return part.getCandidateUser() != null
        || part.getCandidateGroups() != null
        || part.getCandidateGroupLike() != null
        || part.getInvolvedUser() != null
        || Boolean.TRUE.equals(part.isWithCandidateGroups())
        || Boolean.TRUE.equals(part.isWithCandidateUsers());
  }
}
