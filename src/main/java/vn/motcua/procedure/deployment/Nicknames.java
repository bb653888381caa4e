package vn.motcua.procedure.deployment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.language.Accentless;
import vn.motcua.language.DataFile;

/** What people call a procedure, as {@code nicknames.yaml} has it. */
record Nicknames(LocalDate asOf, List<Nickname> nicknames) {

  /** Several procedures may share a name. */
  record Nickname(String code, List<String> names) {}

  static Nicknames read() {
    return DataFile.ofClasspath("nicknames.yaml", Nicknames.class);
  }

  /** By code: folded names, each on a line of its own with a blank on either side. */
  Map<String, String> lines() {
    return nicknames.stream()
        .collect(
            Collectors.toMap(
                Nickname::code,
                nickname ->
                    nickname.names().stream()
                        .map(name -> " " + Accentless.slug(name).replace('-', ' ') + " ")
                        .collect(Collectors.joining("\n", "\n", "\n"))));
  }
}
