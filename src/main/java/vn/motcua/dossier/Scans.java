package vn.motcua.dossier;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.language.Texts;

/**
 * Scanned papers (số hóa thành phần hồ sơ, NĐ 61/2018/NĐ-CP Điều 17): of a draft for the clerk
 * whose draft it is, of a dossier for whoever may read the dossier.
 */
@Component
class Scans {

  static final int MOST_OF_DRAFT = 40;

  private static final Texts TEXTS = Texts.of("dossier");

  private final ScanStore store;
  private final Drafts drafts;
  private final DossierReading reading;
  private final Clock clock;

  Scans(ScanStore store, Drafts drafts, DossierReading reading, Clock clock) {
    this.store = store;
    this.drafts = drafts;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Hangs a file on a draft; the same file again is the one that is there.
   *
   * @throws UnknownDraft if the draft is not this person's
   * @throws NotAllowed if its dossier is received already
   * @throws ScanRefused if there are too many
   */
  @Transactional
  public Scan add(String draft, Integer paper, ScanFile file, CurrentOfficial official) {
    drafts.lockOpen(draft, official);
    List<Scan> there = store.ofDraft(draft);
    for (Scan one : there) {
      if (one.sha256().equals(file.sha256())) {
        return one;
      }
    }
    if (there.size() >= MOST_OF_DRAFT) {
      throw new ScanRefused(TEXTS.get("scan.too-many", file.name(), MOST_OF_DRAFT), false);
    }
    long id = store.add(draft, paper, file, official.userId(), clock.instant());
    return store.find(id).orElseThrow(() -> new UnknownScan(id));
  }

  /** Says to which paper of the list a scan belongs; null for none of them. */
  @Transactional
  public void belongs(String draft, long id, Integer paper, CurrentOfficial official) {
    drafts.lockOpen(draft, official);
    store.belongs(ofDraft(draft, id).id(), paper);
  }

  @Transactional
  public void remove(String draft, long id, CurrentOfficial official) {
    drafts.lockOpen(draft, official);
    store.remove(ofDraft(draft, id).id());
  }

  private Scan ofDraft(String draft, long id) {
    return store
        .find(id)
        .filter(scan -> draft.equals(scan.draft()))
        .orElseThrow(() -> new UnknownScan(id));
  }

  List<Scan> ofDraft(String draft, CurrentOfficial official) {
    drafts.mine(draft, official);
    return store.ofDraft(draft);
  }

  /**
   * @throws UnknownDossier if there is none, or the official may not know of it
   */
  List<Scan> ofDossier(String code, CurrentOfficial official) {
    reading.whole(code, official);
    return store.ofDossier(code);
  }

  /**
   * @throws UnknownScan if there is none, or the official may not see it
   */
  Scan find(long id, CurrentOfficial official) {
    Scan scan = store.find(id).orElseThrow(() -> new UnknownScan(id));
    try {
      if (scan.dossier() == null) {
        drafts.mine(scan.draft(), official);
      } else {
        reading.whole(scan.dossier(), official);
      }
    } catch (UnknownDraft | UnknownDossier notForThem) {
      throw new UnknownScan(id);
    }
    return scan;
  }

  /** Rights are those of {@link #find}, which comes first. */
  byte[] content(Scan scan) {
    return store.content(scan.id());
  }
}
