package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.language.Dong;
import vn.motcua.language.Texts;

/**
 * A result goes to the right person: the applicant or owner with the paper of the register, or
 * somebody with an authorisation, or the post, or online (NĐ 61/2018/NĐ-CP Điều 6, 20, 22).
 */
@Component
class Collecting {

  private static final Texts TEXTS = Texts.of("dossier");

  private final FeeBook fees;
  private final LinkedResults linked;

  Collecting(FeeBook fees, LinkedResults linked) {
    this.fees = fees;
    this.linked = linked;
  }

  /**
   * The step of the route: whatever the applicant does not have yet is given now.
   *
   * @throws NotAllowed as {@link #trace} does
   */
  String whole(FormWords.Said said, Dossier d, String note, Instant now) {
    String trace = trace(said, d, note);
    List<DossierResult> given = linked.lock(d).stream().filter(DossierResult::waits).toList();
    linked.returned(d.code(), given, now, trace);
    return LinkedResults.words(given).map(words -> trace + "; " + words).orElse(trace);
  }

  /**
   * Takes the words of the form and makes the trace of the act.
   *
   * @param note words of the act; compulsory where the fee is owed
   * @throws NotAllowed if the person is not the right one, or what proves it is missing
   */
  String trace(FormWords.Said task, Dossier d, String note) {
    String chosen = FormWords.take(task, "collector");
    String authorisation = FormWords.take(task, "authorisation");
    Collector collector = collector(chosen, authorisation);
    boolean absent = collector == Collector.ONLINE || collector == Collector.POST;
    String name = or(FormWords.take(task, "receiverName"), absent ? d.applicant().name() : null);
    String identity =
        or(
            FormWords.take(task, "receiverIdentity"),
            absent ? d.applicant().identityNumber() : null);
    String item = FormWords.take(task, "postalItem");
    present(task, "receiverName", name);
    present(task, "receiverIdentity", identity);
    if (collector == Collector.POST) {
      present(task, "postalItem", item);
    }
    if (collector == Collector.AUTHORISED) {
      present(task, "authorisation", authorisation);
    }
    if (chosen != null && collector == Collector.OWNER && !isTheirs(identity, d)) {
      throw new NotAllowed(TEXTS.get("collector.other-person", identity, d.code()));
    }
    List<String> parts = new ArrayList<>();
    parts.add(TEXTS.get("trace.receiverName", name));
    parts.add(TEXTS.get("trace.receiverIdentity", identity));
    if (authorisation != null) {
      parts.add(TEXTS.get("trace.authorisation", authorisation));
    }
    if (chosen != null) {
      parts.add(TEXTS.get("trace.collector", Word.words(collector)));
    }
    if (item != null) {
      parts.add(TEXTS.get("trace.postalItem", item));
    }
    String originals = FormWords.take(task, "originalsReturned");
    if (originals != null) {
      parts.add(TEXTS.get("trace.originalsReturned", originals));
    }
    fee(task, d, collector, note, parts);
    if ("true".equals(FormWords.take(task, "ratingAsked"))) {
      parts.add(TEXTS.get("trace.ratingAsked"));
    }
    return String.join("; ", parts);
  }

  private static Collector collector(String chosen, String authorisation) {
    Collector collector =
        chosen == null
            ? Collector.OWNER
            : Word.read(Collector.class, chosen)
                .orElseThrow(() -> new NotAllowed(TEXTS.get("collector.unknown", chosen)));
    // A representative shows a paper, whatever was ticked.
    return collector == Collector.OWNER && authorisation != null ? Collector.AUTHORISED : collector;
  }

  /**
   * A result is not given away before what it costs is paid or remitted; only the post collects it
   * on delivery and passes it on (QĐ 45/2016/QĐ-TTg).
   */
  private void fee(
      FormWords.Said task, Dossier d, Collector collector, String note, List<String> parts) {
    String word = FormWords.take(task, "fee");
    String paper = FormWords.take(task, "feePaper");
    if (d.feeOwed() != null) {
      Dong owed = fees.lock(d.code());
      if (!owed.isZero() && collector != Collector.POST) {
        throw new NotAllowed(TEXTS.get("fee.owed", d.code(), owed));
      }
      parts.add(TEXTS.get(owed.isZero() ? "trace.fee.settled" : "trace.fee.post", owed));
      return;
    }
    if (word == null) {
      return;
    }
    FeeState fee =
        Word.read(FeeState.class, word)
            .orElseThrow(() -> new NotAllowed(TEXTS.get("fee-state.unknown", word)));
    if (fee == FeeState.OWED && (collector != Collector.POST || note == null)) {
      throw new NotAllowed(TEXTS.get("fee-state.owed-why"));
    }
    parts.add(TEXTS.get("trace.fee", Word.words(fee) + (paper == null ? "" : " (" + paper + ")")));
  }

  private static boolean isTheirs(String identity, Dossier d) {
    return Stream.of(d.applicant(), d.owner())
        .map(Application.Person::identityNumber)
        .filter(Objects::nonNull)
        .anyMatch(number -> plain(number).equals(plain(identity)));
  }

  private static String plain(String number) {
    return number.replaceAll("[\\s.-]", "");
  }

  private static void present(FormWords.Said task, String name, String words) {
    if (words == null) {
      throw new NotAllowed(TEXTS.get("trace." + name + ".missing", task.getName()));
    }
  }

  private static String or(String given, String otherwise) {
    return given == null ? otherwise : given;
  }
}
