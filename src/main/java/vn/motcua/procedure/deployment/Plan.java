package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.motcua.procedure.deployment.ManifestRow.Status;

/**
 * What has to be done so that the engine has what the application brings. Files are read only if
 * their stamp is not the one of the content that serves.
 */
final class Plan {

  /** Units to be examined and deployed. */
  final List<Change> changes = new ArrayList<>();

  /** Rows to be written as they are: same content, but another stamp, place or standing. */
  final List<ManifestRow> same = new ArrayList<>();

  /** Rows of units whose files came back as they were. */
  final List<ManifestRow> returned = new ArrayList<>();

  /** Rows whose files are gone, with their units. */
  final List<ManifestRow> gone = new ArrayList<>();

  /** Rows that a moved file left behind. */
  final List<String> left = new ArrayList<>();

  /** Rows that stay untouched. */
  final List<ManifestRow> kept = new ArrayList<>();

  private Plan() {}

  static Plan of(Collection<ModelUnit> units, Collection<ManifestRow> rows) {
    Map<String, List<ManifestRow>> byOwner =
        rows.stream()
            .collect(
                Collectors.groupingBy(ManifestRow::owner, LinkedHashMap::new, Collectors.toList()));
    Plan plan = new Plan();
    List<ModelUnit> fresh = new ArrayList<>();
    for (ModelUnit unit : units) {
      List<ManifestRow> before = byOwner.remove(unit.path());
      if (before == null) {
        fresh.add(unit);
      } else {
        plan.compare(unit, before);
      }
    }
    Map<String, List<ManifestRow>> movable = new HashMap<>();
    byOwner.values().forEach(gone -> movable.put(digests(gone), gone));
    for (ModelUnit unit : fresh) {
      Change change = new Change(unit, read(unit), List.of());
      List<ManifestRow> origin = movable.isEmpty() ? null : movable.remove(digests(change));
      if (origin == null) {
        plan.changes.add(change);
      } else {
        plan.move(unit, origin);
        byOwner.remove(origin.get(0).owner());
      }
    }
    for (List<ManifestRow> gone : byOwner.values()) {
      boolean known = gone.stream().allMatch(row -> row.status() == Status.RETIRED);
      (known ? plan.kept : plan.gone).addAll(gone);
    }
    return plan;
  }

  /** True if all files have the stamps they were deployed with, and no others were deployed. */
  static boolean isCarriedOut(Collection<ModelUnit> units, Collection<ManifestRow> rows) {
    Map<String, ManifestRow> open = new HashMap<>();
    rows.forEach(row -> open.put(row.path(), row));
    for (ModelUnit unit : units) {
      for (PackagedFile file : unit.files()) {
        ManifestRow row = open.remove(file.path());
        boolean same =
            row != null
                && row.status() == Status.DEPLOYED
                && row.owner().equals(unit.path())
                && file.stamp().equals(row.stamp());
        if (!same) {
          return false;
        }
      }
    }
    return open.values().stream().allMatch(row -> row.status() == Status.RETIRED);
  }

  private void compare(ModelUnit unit, List<ManifestRow> before) {
    Map<String, ManifestRow> rows = new HashMap<>();
    before.forEach(row -> rows.put(row.path(), row));
    boolean stamped = true;
    for (PackagedFile file : unit.files()) {
      ManifestRow row = rows.get(file.path());
      stamped &= row != null && row.digest() != null && file.stamp().equals(row.stamp());
    }
    boolean complete = rows.size() == unit.files().size();
    if (stamped && complete && before.stream().allMatch(row -> row.status() == Status.DEPLOYED)) {
      kept.addAll(before);
      return;
    }
    Change change = new Change(unit, read(unit), before);
    boolean equal = complete;
    for (PackagedFile file : unit.files()) {
      ManifestRow row = rows.get(file.path());
      String digest = PackagedFile.digest(change.contents().get(file.path()));
      equal &= row != null && digest.equals(row.digest());
    }
    if (!equal) {
      changes.add(change);
      return;
    }
    List<ManifestRow> target = change.wasRetired() ? returned : same;
    for (PackagedFile file : unit.files()) {
      target.add(rows.get(file.path()).with(Status.DEPLOYED).withStamp(file.stamp()));
    }
  }

  private void move(ModelUnit unit, List<ManifestRow> origin) {
    boolean retired = origin.stream().anyMatch(row -> row.status() == Status.RETIRED);
    Map<String, ManifestRow> byDigest = new HashMap<>();
    for (ManifestRow row : origin) {
      byDigest.put(row.digest(), row);
      left.add(row.path());
    }
    for (PackagedFile file : unit.files()) {
      ManifestRow row = byDigest.get(PackagedFile.digest(read(file)));
      (retired ? returned : same)
          .add(row.with(Status.DEPLOYED).at(file.path(), unit.path(), file.stamp()));
    }
  }

  private static String digests(List<ManifestRow> rows) {
    return rows.stream()
        .map(row -> String.valueOf(row.digest()))
        .sorted()
        .collect(Collectors.joining("/"));
  }

  private static String digests(Change change) {
    return change.contents().values().stream()
        .map(PackagedFile::digest)
        .sorted()
        .collect(Collectors.joining("/"));
  }

  private static TreeMap<String, byte[]> read(ModelUnit unit) {
    TreeMap<String, byte[]> contents = new TreeMap<>();
    unit.files().forEach(file -> contents.put(file.path(), read(file)));
    return contents;
  }

  private static byte[] read(PackagedFile file) {
    try {
      return file.content().read();
    } catch (IOException e) {
      throw new UncheckedIOException(file.path(), e);
    }
  }
}
