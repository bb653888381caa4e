package vn.motcua.agency;

/**
 * Nobody holds the post that a step asks for. The message is Vietnamese and names unit and role.
 */
public class NoSuchPost extends RuntimeException {
  public NoSuchPost(String message) {
    super(message);
  }
}
