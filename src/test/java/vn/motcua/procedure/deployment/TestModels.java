package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models for tests: like real ones in size and parts, but made in a moment. */
final class TestModels {

  static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"
          targetNamespace="http://motcua.vn/procedure">
      """;

  private static final List<String> WORDS =
      List.of(
          "đăng ký", "cấp lại", "giấy phép", "chứng nhận", "thay đổi", "khai sinh", "đất đai",
          "hộ kinh doanh", "xây dựng", "an toàn thực phẩm", "người có công", "thẩm định");

  private record Part(String act, String role, String unit, String form, String allowance) {}

  private static final List<Part> ROUTE =
      List.of(
          new Part("receive", "counter-clerk", "reception", "receive", "0,5"),
          new Part("assign", "head-of-room", "lead", "assign", "0,5"),
          new Part("appraise", "appraiser", "lead", "appraise", "5"),
          new Part("consult", "partner", "agency:so-tai-chinh", "consult", "1"),
          new Part("initial", "head-of-room", "lead", "initial", "1"),
          new Part("approve", "approver", "lead", "approve", "1"),
          new Part("seal", "seal-clerk", "lead", "seal", "0,5"),
          new Part("return", "return-clerk", "reception", "return", "0,5"));

  private TestModels() {}

  static String code(int number) {
    return "1.%06d".formatted(number);
  }

  static String name(int number) {
    return "Thủ tục "
        + WORDS.get(number % 12)
        + " "
        + WORDS.get(number / 12 % 12)
        + " "
        + WORDS.get(number / 144 % 12)
        + " số "
        + number;
  }

  static String path(int number) {
    return "processes/field-%d/%s-thu-tuc.bpmn".formatted(number % 40, code(number));
  }

  /** A whole procedure of some 17 KB; the note changes its bytes and nothing else. */
  static String model(int number, String note) {
    String name = name(number);
    StringBuilder process = new StringBuilder();
    StringBuilder diagram = new StringBuilder();
    node(process, diagram, "<startEvent id=\"received\" name=\"Nhận hồ sơ\"/>", "received", 0);
    String before = "received";
    for (int i = 0; i < ROUTE.size(); i++) {
      Part part = ROUTE.get(i);
      node(process, diagram, task(part), part.act(), i + 1);
      flow(process, diagram, before, part.act(), i + 1);
      before = part.act();
    }
    node(
        process,
        diagram,
        "<endEvent id=\"returned\" name=\"Đã trả kết quả\"><terminateEventDefinition"
            + " id=\"returned-now\"/></endEvent>",
        "returned",
        ROUTE.size() + 1);
    flow(process, diagram, before, "returned", ROUTE.size() + 1);
    timer(process, diagram, "warning", "warning-time", "warned", "${warnAt}", 11);
    timer(process, diagram, "overdue", "due-time", "overdue-noted", "${dueAt}", 12);
    return HEAD
        + """
          <collaboration id="collaboration">
            <participant id="pool" name="%s" processRef="procedure-%s">
              <extensionElements><camunda:properties>
        """
            .formatted(name, code(number))
        + facts(number, name, note)
        + """
              </camunda:properties></extensionElements>
            </participant>
          </collaboration>
          <process id="procedure-%s" name="%s" isExecutable="true">
        """
            .formatted(code(number), name)
        + process
        + """
          </process>
          <bpmndi:BPMNDiagram id="diagram">
            <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">
              <bpmndi:BPMNShape id="pool-shape" bpmnElement="pool" isHorizontal="true">
                <dc:Bounds x="100" y="80" width="2200" height="600"/>
              </bpmndi:BPMNShape>
        """
        + diagram
        + "    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</definitions>\n";
  }

  private static String facts(int number, String name, String note) {
    String papers = "Tờ khai theo mẫu ban hành kèm theo Thông tư của Bộ, bản chính&#10;".repeat(8);
    return fact("code", code(number))
        + fact("fullName", name)
        + fact("field", "Lĩnh vực " + number % 40)
        + fact("ministry", "Bộ Tư pháp")
        + fact("level", "tinh")
        + fact("agency", "so-tu-phap")
        + fact("agencyBasis", "source")
        + fact("limit", "10 ngày làm việc")
        + fact("limitText", "10 ngày làm việc")
        + fact("fee", "Miễn phí")
        + fact("online", "toan_trinh")
        + fact("documents", papers + note)
        + fact("result", "Giấy chứng nhận")
        + fact("legalBasis", "Luật số 60/2014/QH13&#10;".repeat(6) + "Nghị định 63/2010/NĐ-CP")
        + fact("family", "desk-appraisal")
        + fact("routeBasis", "proposal");
  }

  private static String fact(String name, String value) {
    return "        <camunda:property name=\"%s\" value=\"%s\"/>\n".formatted(name, value);
  }

  private static String task(Part part) {
    return """
        <userTask id="%s" name="Bước %s theo quy trình nội bộ" camunda:formRef="%s"
            camunda:formRefBinding="latest">
          <extensionElements><camunda:properties>
    """
            .formatted(part.act(), part.act(), part.form())
        + fact("act", part.act())
        + fact("role", part.role())
        + fact("unit", part.unit())
        + fact("allowance", part.allowance() + " ngày làm việc")
        + fact("unitName", "Phòng Thẩm định và Đăng ký hồ sơ của cơ quan giải quyết")
        + "      </camunda:properties></extensionElements>\n    </userTask>";
  }

  private static void node(
      StringBuilder process, StringBuilder diagram, String xml, String id, int column) {
    process.append("    ").append(xml).append('\n');
    diagram.append(
        """
              <bpmndi:BPMNShape id="%s-shape" bpmnElement="%s">
                <dc:Bounds x="%d" y="200" width="100" height="80"/>
                <bpmndi:BPMNLabel><dc:Bounds x="%d" y="290" width="90" height="27"/></bpmndi:BPMNLabel>
              </bpmndi:BPMNShape>
        """
            .formatted(id, id, 150 + 160 * column, 155 + 160 * column));
  }

  private static void flow(
      StringBuilder process, StringBuilder diagram, String from, String to, int column) {
    String id = from + "-to-" + to;
    process.append(
        "    <sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
            .formatted(id, from, to));
    diagram.append(
        """
              <bpmndi:BPMNEdge id="%s-edge" bpmnElement="%s">
                <di:waypoint x="%d" y="240"/>
                <di:waypoint x="%d" y="240"/>
              </bpmndi:BPMNEdge>
        """
            .formatted(id, id, 90 + 160 * column, 150 + 160 * column));
  }

  private static void timer(
      StringBuilder process,
      StringBuilder diagram,
      String id,
      String start,
      String end,
      String time,
      int column) {
    node(
        process,
        diagram,
        """
        <subProcess id="%s" name="Nhắc hạn" triggeredByEvent="true">
              <startEvent id="%s" name="Đến giờ" isInterrupting="false">
                <timerEventDefinition id="%s-timer"><timeDate>%s</timeDate></timerEventDefinition>
              </startEvent>
              <sequenceFlow id="%s-flow" sourceRef="%s" targetRef="%s"/>
              <endEvent id="%s" name="Đã ghi"/>
            </subProcess>"""
            .formatted(id, start, id, time, id, start, end, end),
        id,
        column);
  }

  static String form(String id, String text) {
    return """
    {"id": "%s", "type": "default", "schemaVersion": 16, "components": [
      {"type": "text", "id": "text", "text": "%s"}]}
    """
        .formatted(id, text);
  }

  static void write(Path directory, String path, String content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a catalogue of so many procedures and one shared form. */
  static void writeCatalogue(Path directory, int count) {
    for (int number = 1; number <= count; number++) {
      write(directory, path(number), model(number, ""));
    }
    write(directory, "forms/appraise.form", form("appraise", "Thẩm định"));
  }
}
