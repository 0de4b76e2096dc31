package io.panelwatch.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoPanelTest {

  static final Path SHIPPED =
      Path.of("../../display/src/main/resources/io/panelwatch/display/profile");

  @Test
  void everyBuiltInPanelIsItsOwnModule() throws Exception {
    for (String name : PanelProfile.names()) {
      assertEquals(name, DemoPanel.of(PanelProfile.load(name)).module());
    }
  }

  @Test
  void panelOfTheFolderIsTheModuleThatIsLikeIt(@TempDir Path folder) throws Exception {
    write(folder, "lobby", "ST7735S");

    DemoPanel lobby = DemoPanel.of(PanelProfiles.with(folder).load("lobby"));

    assertEquals("st7735s", lobby.module());
    var clock = new ManualClock();
    try (var board = lobby.board(clock, 1)) {
      assertEquals("lobby", lobby.port(board).profile().name());
      assertEquals("st7735s", board.panel().module());
    }
  }

  @Test
  void panelThatNothingIsLikeIsRefusedByItsController(@TempDir Path folder) throws Exception {
    write(folder, "odd", "ST9999");
    PanelProfile odd = PanelProfiles.with(folder).load("odd");

    var refusal = assertThrows(IllegalArgumentException.class, () -> DemoPanel.of(odd));

    assertEquals(
        "panel odd: no ST9999 with registers of 8 bits, glass of 128 x 160 and memory of 132 x 162"
            + " can be simulated, only modules like",
        refusal.getMessage().substring(0, refusal.getMessage().indexOf(" [")));
  }

  /** A profile like the one of the ST7735S. */
  static void write(Path folder, String name, String controller) throws Exception {
    String text =
        Files.readString(SHIPPED.resolve("st7735s.panel"))
            .replaceFirst("(?m)^name +st7735s$", "name " + name)
            .replaceFirst("(?m)^controller +ST7735S$", "controller " + controller)
            .replaceFirst("(?m)^sum .*$", "");
    Files.writeString(folder.resolve(name + ".panel"), text);
  }
}
