package vn.motcua.language;

/** Typed words that are no amount of money; the message is Vietnamese, names them and says why. */
public class NotMoney extends RuntimeException {
  NotMoney(String message) {
    super(message);
  }
}
