package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.language.Texts;

/** What the reader has seen of a file so far. Used by one thread. */
final class Draft {

  private static final Texts TEXTS = Texts.of("procedure");

  final String file;
  final List<Finding> findings = new ArrayList<>();
  final Map<String, String> facts = new LinkedHashMap<>();
  final Map<String, Node> nodes = new LinkedHashMap<>();
  final List<Flow> flows = new ArrayList<>();
  final List<Lane> lanes = new ArrayList<>();
  final List<String> pools = new ArrayList<>();
  final List<String> ids = new ArrayList<>();
  final Set<String> shapes = new LinkedHashSet<>();
  final Set<String> edges = new LinkedHashSet<>();
  final Map<String, String> messages = new LinkedHashMap<>();
  String key = "";
  String factsOn = "";
  String processName = "";
  String namespace = "";
  Map<String, String> settings = Map.of();
  boolean asynchronous;
  int processes;

  Draft(String file) {
    this.file = file;
  }

  /** Notes an error; the message comes from the texts of this room. */
  void error(String element, String rule, String text, Object... arguments) {
    findings.add(
        new Finding(file, element, rule, Finding.Severity.ERROR, TEXTS.get(text, arguments)));
  }

  Model finish(int size) {
    Route route = new Route(nodes, flows);
    Procedure procedure = new FactReader(this, route).read();
    return new Model(
        file,
        size,
        processes,
        processName,
        namespace,
        settings,
        asynchronous,
        pools,
        ids,
        lanes,
        route,
        shapes,
        edges,
        procedure,
        List.copyOf(findings));
  }
}
