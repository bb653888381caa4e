package vn.motcua.access;

import java.util.List;
import java.util.Optional;

/**
 * Who holds which post now, and where to write to them. Asked of the accounts at every call, so a
 * post that was taken away is gone at once. For the application itself, not in the name of a
 * person. Thread-safe.
 */
public interface Colleagues {

  /** Everybody who holds a post, by id of account; empty if nobody does. */
  List<Colleague> holding(String postId);

  /** The person with this account. */
  Optional<Colleague> find(String userId);
}
