package vn.motcua.access;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/**
 * The engine's tenants, read as posts. The check ends where authorization ends: in the
 * application's own listeners, and for those who watch over all.
 */
class PostTenants extends TenantManager {

  @Override
  public boolean isTenantCheckEnabled() {
    return super.isTenantCheckEnabled()
        && getCommandContext().isAuthorizationCheckEnabled()
        && !Oversight.has(getCurrentAuthentication());
  }

  /** Tasks are kept to posts by {@link PostAuthorizations}, without "or no tenant at all". */
  @Override
  public ListQueryParameterObject configureQuery(ListQueryParameterObject query) {
    super.configureQuery(query);
    if (query instanceof TaskQueryImpl) {
      query.getTenantCheck().setTenantCheckEnabled(false);
    }
    return query;
  }
}
