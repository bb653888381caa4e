package vn.motcua.access;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody finds the doors that are open to them. */
@Controller
class HomePage {

  private static final String APP = "/camunda/app/";

  private final Memberships memberships;

  HomePage(Memberships memberships) {
    this.memberships = memberships;
  }

  /** One door of the home page: its address, and the word of its texts. */
  record Door(String address, String word) {}

  @GetMapping("/")
  String show(Principal login, Model page) {
    Membership person =
        memberships
            .of(login.getName())
            .orElseGet(() -> new Membership(login.getName(), login.getName(), List.of()));
    page.addAttribute("name", person.name());
    page.addAttribute("posts", memberships.namesOfPosts(person));
    page.addAttribute("standIns", standIns(person));
    page.addAttribute("doors", doors(person));
    return "home";
  }

  /** Names of the absent people in whose place this person works now. */
  private static List<String> standIns(Membership person) {
    return person.standIns().stream().map(StandIn::name).distinct().toList();
  }

  private static List<Door> doors(Membership person) {
    Stream.Builder<Door> doors = Stream.builder();
    if (person.receives()) {
      doors.add(new Door("/counter", "counter"));
    }
    doors.add(new Door(APP + "tasklist/default/", "tasklist"));
    if (person.hasWork()) {
      doors.add(new Door("/work", "work"));
    }
    if (person.leads()) {
      doors.add(new Door("/unit", "unit"));
    }
    doors.add(new Door("/warnings", "warnings"));
    doors.add(new Door("/dossiers", "dossier"));
    if (person.hasWork() || person.isAdministrator()) {
      doors.add(new Door("/absence", "absence"));
    }
    if (person.hasWork()) {
      doors.add(new Door("/handover", "handover"));
      doors.add(new Door("/returns", "returns"));
    }
    if (person.takesMoney()) {
      doors.add(new Door("/fees", "fees"));
    }
    if (person.seesCockpit()) {
      doors.add(new Door(APP + "cockpit/default/", "cockpit"));
    }
    if (person.isAdministrator()) {
      doors.add(new Door(APP + "admin/default/", "admin"));
      doors.add(new Door("/admin/models", "models"));
      doors.add(new Door("/admin/calendar", "calendar"));
      doors.add(new Door("/admin/clock", "clock"));
      doors.add(new Door("/admin/warnings", "digests"));
    }
    doors.add(new Door(APP + "welcome/default/", "welcome"));
    return doors.build().toList();
  }
}
