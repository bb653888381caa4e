package vn.motcua.procedure.deployment;

import java.util.List;
import vn.motcua.procedure.Finding;
import vn.motcua.procedure.Model;

/** Judges a model before it is deployed. Must be safe for use by many threads. */
public interface ModelCheck {

  /** What is wrong with a model, readable or not; errors keep it from being deployed. */
  List<Finding> findings(Model model);
}
