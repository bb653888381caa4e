package vn.motcua;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

  @Test
  void everyRoomUsesOnlyTheRoomsItMay() {
    ApplicationModules.of(Application.class).verify();
  }
}
