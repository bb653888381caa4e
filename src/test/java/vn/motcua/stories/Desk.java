package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.Browser;

/** One official at a screen, from signing in to leaving. What is seen is kept as pictures. */
final class Desk implements AutoCloseable {

  /** Words of the engine and of the stock screens that no official should meet. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "ENGINE-|Exception|Cannot|\\b(Task|Filter|Claim|Unclaim|Complete|Due|Created|Assignee|Log out"
              + "|Loading|Form|History|Field is required|Save|Cancel|Select|Search|Date|Could"
              + "|failed|Error)\\b");

  private final Page page;
  private final String person;
  private final String story;

  private Desk(Page page, String person, String story) {
    this.page = page;
    this.person = person;
    this.story = story;
  }

  /** Comes in by the login page and lands in Tasklist. */
  static Desk of(Browser browser, String person, String story) {
    Desk desk = new Desk(browser.signedIn(person, "motcua"), person, story);
    assertThat(desk.page.url()).contains("/camunda/app/tasklist/");
    desk.page.waitForSelector(".task-filters .task-filter");
    return desk;
  }

  Page page() {
    return page;
  }

  /** Receives through the window of the counter: finds the procedure, then fills in its form. */
  void open(String words, String code) {
    page.click(".mc-receive");
    page.fill(".mc-search", words);
    page.locator(".mc-found li", new Page.LocatorOptions().setHasText(code)).first().waitFor();
    picture("search");
    page.locator(".mc-found li", new Page.LocatorOptions().setHasText(code)).first().click();
    page.waitForSelector(".mc-form form");
  }

  /** Sends the form; the code of the dossier on the slip. */
  String received() {
    page.click(".mc-form button[type=submit]");
    Locator code = page.locator(".rd-slip .rd-code");
    code.waitFor();
    String given = code.innerText();
    picture("slip");
    readable();
    page.click(".mc-close");
    return given;
  }

  /** Finds the dossier among the work of the unit, opens it and takes it. */
  Desk take(String code) {
    see(code);
    // What was sent back is theirs already.
    page.waitForSelector(".task-card .claim, .task-card .unclaim");
    if (page.locator(".task-card .claim").isVisible()) {
      page.locator(".task-card .claim").press("Enter");
      page.waitForSelector(".task-card .unclaim");
    }
    return form();
  }

  /** Turns to the form of the step that is open. */
  Desk form() {
    page.locator(".nav-tabs").getByText("Biểu mẫu").press("Enter");
    page.waitForSelector(".fjs-container form, .fjs-container .fjs-form");
    return this;
  }

  /** Finds the dossier among the work of the unit and reads its sheet. */
  Desk see(String code) {
    page.locator(".task-filters .name a").getByText("Việc của đơn vị").click();
    Locator card = page.locator("li.task", new Page.LocatorOptions().setHasText(code));
    // Tasklist draws its list anew after each act and every few seconds.
    PlaywrightAssertions.assertThat(card).hasCount(1);
    card.locator("h4 a").click();
    page.waitForSelector(".mc-sheet");
    picture("sheet");
    readable();
    return this;
  }

  String sheet() {
    return page.locator(".mc-sheet").innerText();
  }

  Desk choose(String outcome) {
    radio(outcome).check();
    return this;
  }

  Desk pick(String field, String choice) {
    Locator box =
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(field));
    box.locator(".fjs-input-group").click();
    box.getByText(choice).click();
    return this;
  }

  Desk type(String field, String words) {
    page.locator(".fjs-container").getByLabel(field).fill(words);
    return this;
  }

  /** Types where the keyboard would, over what stands there. */
  Desk types(String field, String words) {
    page.locator(".fjs-container").getByLabel(field).first().focus();
    page.keyboard().press("Control+A");
    page.keyboard().type(words);
    page.keyboard().press("Tab");
    return this;
  }

  String typed(String field) {
    return page.locator(".fjs-container").getByLabel(field).inputValue();
  }

  boolean chosen(String outcome) {
    return radio(outcome).isChecked();
  }

  /** Opens the ledger of the clock in the sheet and reads its rows. */
  List<String> whyThisDate() {
    page.getByText("Xem cách tính hạn").click();
    page.locator(".mc-ledger > li").first().waitFor();
    return page.locator(".mc-ledger > li").allInnerTexts();
  }

  /** Completes the step; the card leaves the list. */
  void complete() {
    picture("form");
    readable();
    String task = page.url().replaceFirst(".*[?&]task=([^&]+).*", "$1");
    press();
    for (String done : List.of(".task-card", "li.task a[href*='task=" + task + "']")) {
      page.waitForSelector(
          done, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  /** Tries to complete the step and is refused; what the screen says about it. */
  String refusedToComplete() {
    press();
    return refusal();
  }

  /** Tries to take the step and is refused; what the screen says about it. */
  String refusedToTake(String code) {
    see(code);
    page.click(".task-card .claim");
    return refusal();
  }

  private String refusal() {
    Locator told = page.locator("[notifications-panel] .alert, .notifications .alert").first();
    told.waitFor();
    picture("refused");
    String words = told.innerText();
    readable();
    return words;
  }

  private Locator radio(String outcome) {
    return page.locator(".fjs-container")
        .getByLabel(outcome, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Asks to complete the step, whatever becomes of it. */
  void press() {
    page.locator("button[ng-click='complete()']").press("Enter");
  }

  private void readable() {
    assertThat(page.locator("body").innerText()).doesNotContainPattern(FOREIGN);
  }

  void picture(String what) {
    Browser.picture(page, story + "-" + person + "-" + what);
  }

  /** Leaves by the menu; the screen is free for the next person. */
  @Override
  public void close() {
    page.locator("[cam-widget-header] .account a").first().click();
    page.locator("li.logout a").first().click();
    page.waitForURL("**/login?logout");
    page.context().close();
  }
}
