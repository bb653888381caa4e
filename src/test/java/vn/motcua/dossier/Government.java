package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarStore;
import vn.motcua.calendar.CalendarText;
import vn.motcua.language.Dates;

/** Publishes changes of the calendar in a story, as the administrator's page does. */
record Government(CalendarStore store, PlatformTransactionManager transactions, FixedTime time) {

  static final String WHO = "quantri";
  static final String BASIS = "Công điện 9/CĐ-UBND";

  static Government of(ConfigurableApplicationContext node) {
    return new Government(
        node.getBean(CalendarStore.class),
        node.getBean(PlatformTransactionManager.class),
        node.getBean(FixedTime.class));
  }

  /** The number of the new version. */
  int announces(String note, CalendarChange... changes) {
    var base = store.inForce();
    String text = CalendarText.apply(base.text(), List.of(changes));
    return new TransactionTemplate(transactions)
        .execute(status -> store.publish(base.number(), text, note, BASIS, WHO, time.instant()));
  }

  static CalendarChange storm(String unit, String from, String to) {
    return new CalendarChange.Closed(unit, day(from), day(to), "Bão số 3", BASIS);
  }

  static CalendarChange swap(String off, String worked) {
    return new CalendarChange.Swap(day(off), day(worked), BASIS);
  }

  static LocalDate day(String day) {
    return Dates.parse(day + "/2026");
  }
}
