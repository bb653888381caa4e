package vn.motcua.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.motcua.Axe;
import vn.motcua.Browser;

/**
 * Every page of the house as the role that uses it, with work on it and with an error shown: no
 * fault of accessibility against WCAG 2.1 A and AA, and every act within reach of the keyboard.
 */
class EveryPageTest extends TownStory {

  /**
   * Regions that Camunda draws; their faults are Camunda's: icons named by a tooltip alone, grey on
   * grey, lists within lists. What we put into them is looked at by itself.
   */
  private static final List<String> STOCK =
      List.of(
          ".task-filters",
          "[data-region]",
          ".maximize",
          ".reset-regions",
          ".sort-direction",
          ".dropdown-toggle",
          ".main-field",
          "[cam-widget-footer]",
          "[notifications-panel]",
          ".task-card > header",
          "[cam-task-meta]",
          "[cam-widget-header]");

  private static final List<String> OURS =
      List.of(".mc-card", ".mc-find", ".mc-due", ".mc-language", ".mc-sheet");

  @Autowired JdbcTemplate jdbc;

  private final List<String> faults = new ArrayList<>();
  private String atCounter;
  private String appraised;
  private String waiting;

  @BeforeAll
  void work() {
    atCounter = town.received(LAN, COPY, null);
    appraised = town.received(HUNG, CARD, null);
    town.step(appraised, "outcome", "accept");
    town.step(appraised);
    waiting = town.received(HUNG, CARD, null);
    town.approved(waiting);
    town.step(waiting, "documentKind", "certificate");
  }

  @Test
  void noPageOfOursHasAFaultOfAccessibility() {
    Page anybody = browser.window();
    look(anybody, "/login", "login");
    look(anybody, "/login?error", "login-refused");
    anybody.context().close();

    Page lan = browser.signedIn(LAN, "motcua");
    look(lan, "/", "home");
    look(lan, "/counter", "counter");
    look(lan, "/work", "work");
    look(lan, "/dossiers", "dossiers");
    look(lan, "/dossiers?q=lan", "dossiers-found");
    look(lan, "/dossiers?q=khongco", "dossiers-none");
    look(lan, "/dossier?code=" + atCounter, "dossier");
    look(lan, "/dossier?code=H49.00-000000-0000", "dossier-unknown");
    look(lan, "/fees?code=" + atCounter, "fees");
    look(lan, "/fees/day", "fees-of-the-day");
    look(lan, "/fees/day?day=31/02/2026", "fees-of-no-day");
    look(lan, "/absence", "absence");
    lan.locator("#from").fill("31/02/2026");
    lan.locator("#to").fill("01/03/2026");
    lan.locator("#substitute").selectOption(new SelectOption().setIndex(1));
    lan.locator("#reason").fill("Nghỉ phép");
    lan.locator("#reason").press("Enter");
    lan.locator(".message.wrong").waitFor();
    faults(lan, "absence-refused");
    look(lan, "/warnings", "warnings");
    look(lan, "/admin/clock", "forbidden");
    lan.context().close();

    Page hung = browser.signedIn(HUNG, "motcua");
    look(hung, "/handover", "handover");
    Locator give = hung.locator("form.give").first();
    give.locator("input[name=code]").first().check();
    give.locator("input.count").first().fill("nhiều");
    give.locator("button").press("Enter");
    hung.locator(".message.wrong").waitFor();
    faults(hung, "handover-refused");
    hung.context().close();

    Page head = browser.signedIn(town.holder("so-tu-phap.approver"), "motcua");
    look(head, "/dossier?code=" + appraised, "dossier-of-the-head");
    head.locator("#ground-suspend").selectOption("court");
    head.locator("#reason-suspend").fill(" ");
    head.locator("#reason-suspend").press("Enter");
    head.locator(".message.wrong").waitFor();
    faults(head, "dossier-refused");
    head.context().close();

    Page thu = browser.signedIn(town.whose(waiting), "motcua");
    look(thu, "/returns", "returns");
    look(thu, "/returns?code=" + waiting, "returns-one");
    thu.locator("#fee").selectOption("paid");
    thu.locator("#receiverIdentity").fill("1");
    thu.locator("#note").press("Enter");
    thu.locator(".message.wrong").waitFor();
    faults(thu, "returns-refused");
    thu.context().close();

    Page room = browser.signedIn("giang.truongphong", "motcua");
    look(room, "/unit", "unit");
    look(room, "/absence", "absence-of-the-head");
    room.context().close();

    Page director = browser.signedIn("giamdoc", "motcua");
    look(director, "/", "home-of-the-director");
    look(director, "/warnings", "warnings-of-the-director");
    director.context().close();

    Page administrator = browser.signedIn("quantri", "motcua");
    look(administrator, "/", "home-of-the-administrator");
    look(administrator, "/admin/models", "models");
    look(administrator, "/admin/calendar", "calendar");
    look(administrator, "/admin/calendar/preview", "calendar-preview");
    look(administrator, "/admin/calendar?change=swap&year=2026", "calendar-change");
    changeTheCalendar(administrator, "31/02/2026");
    administrator.locator(".wrong-field").waitFor();
    faults(administrator, "calendar-change-refused");
    changeTheCalendar(administrator, "18/12/2026");
    administrator.locator("a.button").press("Enter");
    administrator.locator("#basis").waitFor();
    faults(administrator, "calendar-preview-of-a-change");
    look(administrator, "/warnings/dossier?code=" + atCounter, "warnings-of-a-dossier");
    look(administrator, "/admin/clock", "clock");
    look(administrator, "/admin/warnings", "digests");
    look(administrator, "/khong-co-trang-nay", "no-such-page");
    administrator.context().close();

    assertThat(faults).isEmpty();
  }

  @Test
  void nothingThatWePutIntoTasklistHasAFaultOfAccessibility() {
    late(atCounter);
    try (Desk desk = sit(LAN, "axe")) {
      Page page = desk.see(atCounter).page();
      page.waitForSelector(".mc-late");
      page.waitForSelector(".mc-sheet [data-form]");
      faultsInTasklist(page, "sheet");
      page.locator(".mc-late-save").press("Enter");
      faultsInTasklist(page, "late-cause-missing");
      page.getByText("Xem cách tính hạn").press("Enter");
      page.locator(".mc-ledger > li").first().waitFor();
      faultsInTasklist(page, "why");
      page.locator("[data-form=slip]").press("Enter");
      page.locator("dialog .mc-buttons button").first().waitFor();
      faults("letter", Axe.faults(page, "dialog"));
      page.keyboard().press("Escape");

      desk.take(atCounter);
      desk.press();
      page.getByText("Bắt buộc nhập.").first().waitFor();
      faultsInTasklist(page, "form-refused");

      page.keyboard().press("Alt+KeyK");
      page.keyboard().type(atCounter);
      page.locator(".mc-find-list li").first().waitFor();
      faultsInTasklist(page, "found");
      page.keyboard().press("Escape");

      page.keyboard().press("Alt+KeyN");
      page.waitForSelector(".mc-window .mc-search:focus");
      page.keyboard().type("sao");
      page.locator(".mc-found li").first().waitFor();
      faults("receive", Axe.faults(page, ".mc-window"));
      page.keyboard().press("Enter");
      page.waitForSelector(".mc-form form");
      page.locator(".mc-form button[type=submit]").press("Enter");
      page.getByText("Những gì đã nhập vẫn được giữ").waitFor();
      faults("receive-refused", Axe.faults(page, ".mc-window"));
      page.onceDialog(dialog -> dialog.accept());
      page.keyboard().press("Escape");
      page.click(".task-card .unclaim");
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theFocusStaysOnItsTaskWhenTasklistDrawsItsListAnew() {
    String other = town.received(LAN, COPY, null);
    try (Desk desk = sit(LAN, "focus")) {
      Page page = desk.see(other).page();
      Locator card = page.locator("li.task", new Page.LocatorOptions().setHasText(other));
      card.locator("h4 a").focus();
      String address = card.locator("h4 a").getAttribute("href");
      refresh(page);
      assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(address);

      // Tasklist itself goes on to who holds the task.
      page.locator(".task-card .claim").press("Enter");
      page.waitForSelector(".task-card .assignee :focus");
      refresh(page);
      assertThat(page.locator(".task-card .assignee :focus").count()).isOne();

      desk.form().choose("Hồ sơ đầy đủ, tiếp nhận giải quyết").press();
      page.waitForSelector("li.task h4 a:focus");
    }
  }

  @Test
  void everyPageIsWalkedByTabWithTheFocusInSight() {
    Page lan = browser.signedIn(LAN, "motcua");
    for (String address :
        List.of(
            "/",
            "/counter",
            "/work",
            "/dossiers?q=lan",
            "/dossier?code=" + atCounter,
            "/absence",
            "/warnings")) {
      walk(lan, address);
    }
    lan.context().close();
    Page hung = browser.signedIn(HUNG, "motcua");
    walk(hung, "/handover");
    hung.context().close();
    Page thu = browser.signedIn(town.whose(waiting), "motcua");
    walk(thu, "/returns?code=" + waiting);
    thu.context().close();
    Page room = browser.signedIn("giang.truongphong", "motcua");
    walk(room, "/unit");
    room.context().close();
    Page administrator = browser.signedIn("quantri", "motcua");
    for (String address :
        List.of("/admin/models", "/admin/calendar", "/admin/clock", "/admin/warnings")) {
      walk(administrator, address);
    }
    administrator.context().close();
    assertThat(faults).isEmpty();
  }

  private static void changeTheCalendar(Page page, String off) {
    page.locator("#f-off").fill(off);
    page.locator("#f-worked").fill("19/12/2026");
    page.locator("#f-basis").fill("Công văn 9/VPCP");
    page.locator("#f-basis").press("Enter");
    page.waitForLoadState();
  }

  private void look(Page page, String address, String name) {
    page.navigate(address);
    page.waitForTimeout(150);
    faults(page, name);
  }

  private void faults(Page page, String name) {
    Browser.picture(page, "page-" + name);
    faults(name, Axe.faults(page));
  }

  private void faultsInTasklist(Page page, String name) {
    Browser.picture(page, "tasklist-" + name);
    faults(name, Axe.faultsBeside(page, STOCK));
    for (String part : OURS) {
      if (page.locator(part).count() > 0) {
        faults(name, Axe.faults(page, part));
      }
    }
  }

  private void faults(String where, List<String> found) {
    found.forEach(fault -> faults.add(where + " – " + fault));
  }

  private void late(String code) {
    jdbc.update(
        "update ACT_RU_TASK set DUE_DATE_ = dateadd('day', -3, current_timestamp) where ID_ = ?",
        town.task(code).getId());
  }

  /** Tasklist reads its list again, as it does by itself every ten seconds. */
  private static void refresh(Page page) {
    page.evaluate(
        """
        () => {
          document.querySelectorAll('li.task').forEach(item => (item.seen = true));
          const root = angular.element(document.body).injector().get('$rootScope');
          root.$broadcast('refresh');
        }
        """);
    page.waitForFunction(
        "[...document.querySelectorAll('li.task')].some(item => !item.seen)"
            + " && document.querySelector('li.task .mc-card')");
  }

  /**
   * What can be clicked can be reached by Tab, is in sight when it is, and shows that it is: by an
   * outline, a shadow, or another border.
   */
  private void walk(Page page, String address) {
    page.navigate(address);
    page.waitForTimeout(300);
    Object missing =
        page.evaluate(
            """
            () => {
              const can = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
              const seen = node => node.offsetParent && !node.disabled && !node.closest('[hidden]')
                  && !node.closest('details:not([open]) > :not(summary)');
              window.toReach = new Set([...document.querySelectorAll(can)].filter(seen)
                  .filter(node => node.tabIndex >= 0));
              return [...document.querySelectorAll('[onclick], [role=button]')]
                  .filter(node => seen(node) && !node.matches(can)).map(node => node.outerHTML);
            }
            """);
    ((List<?>) missing).forEach(node -> faults.add(address + " – no key for " + node));
    int ends = 0;
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      Object told =
          page.evaluate(
              """
              () => {
                const node = document.activeElement;
                if (!node || node === document.body) return 'end';
                if (node.matches('iframe')) return '';
                const first = window.toReach.delete(node);
                // Of a group of radio buttons Tab reaches the chosen one only.
                if (node.type === 'radio') {
                  window.toReach.forEach(one => one.name === node.name && window.toReach.delete(one));
                }
                const style = getComputedStyle(node);
                const ring = [node, node.nextElementSibling, node.parentElement]
                    .filter(Boolean)
                    .map(one => getComputedStyle(one))
                    .some(one => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0
                        || one.boxShadow !== 'none');
                const box = node.getBoundingClientRect();
                const inSight = box.bottom > 0 && box.top < innerHeight;
                return first && !(ring && inSight) ? node.outerHTML.slice(0, 200) : '';
              }
              """);
      if ("end".equals(told)) {
        // The page began where its first field is; the second time round everything was passed.
        if (ends++ > 0) {
          break;
        }
        continue;
      }
      if (!"".equals(told)) {
        faults.add(address + " – focus is not seen on " + told);
      }
    }
    Object left =
        page.evaluate(
            "[...window.toReach].filter(n => n.isConnected && n.offsetParent)"
                + ".map(n => n.outerHTML.slice(0, 200))");
    ((List<?>) left).forEach(node -> faults.add(address + " – Tab does not reach " + node));
  }
}
