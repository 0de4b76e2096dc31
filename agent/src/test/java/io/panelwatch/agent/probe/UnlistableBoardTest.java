package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder that cannot be listed for a while is no board from which everything was pulled out. */
final class UnlistableBoardTest {

  /** Refused with ENAMETOOLONG to whoever follows it, root included. */
  private static final String BEYOND_NAME_MAX = "x".repeat(300);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "sys/block, disks",
    "sys/bus/usb/devices, usb-devices",
    "sys/class/net, net-links",
    "sys/class/power_supply, power-supplies",
  })
  void nothingIsMissedButTheSensorsThemselves(String folder, String family) throws Exception {
    BoardTree tree = BoardTree.healthy(root);
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        Story story = new Story(board, Limits.defaults(Catalogue.load()))) {
      story.sample();

      Files.move(root.resolve(folder), root.resolve("parked"));
      tree.link(folder, BEYOND_NAME_MAX);
      for (int i = 0; i < 6; i++) {
        story.after(MINUTE);
      }

      assertEquals(List.of("CONFIRMED AGT-A01 " + family), story.told());
    }
  }

  @Test
  void faultStaysWhileNobodyCanSeeWhetherItIsOver() throws Exception {
    BoardTree tree = BoardTree.healthy(root);
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        Story story = new Story(board, Limits.defaults(Catalogue.load()))) {
      story.sample();
      tree.file("run/panelwatch/failed/sync.service", "");
      story.after(MINUTE).after(MINUTE);
      assertEquals(List.of("CONFIRMED SVC-951 sync.service"), story.told());

      Files.move(root.resolve("run/panelwatch/failed"), root.resolve("parked"));
      tree.link("run/panelwatch/failed", BEYOND_NAME_MAX);
      for (int i = 0; i < 6; i++) {
        story.after(MINUTE);
      }

      assertEquals(
          List.of("CONFIRMED AGT-A01 units", "CONFIRMED SVC-951 sync.service"), story.told());
    }
  }
}
