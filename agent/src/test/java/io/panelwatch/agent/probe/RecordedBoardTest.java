package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults raised through the files of a recorded board. */
final class RecordedBoardTest {

  @TempDir private Path root;

  @BeforeEach
  void healthyBoard() throws IOException {
    write("sys/class/hwmon/hwmon0/name", "pwmfan");
    write("sys/class/hwmon/hwmon0/fan1_input", "1200");
    write("sys/class/hwmon/hwmon0/fan1_min", "600");
    write("sys/class/hwmon/hwmon1/name", "nct6779");
    write("sys/class/hwmon/hwmon1/fan3_input", "0");
    write("sys/class/hwmon/hwmon1/fan3_min", "0");
    write("sys/class/thermal/thermal_zone0/type", "cpu-thermal");
    write("sys/class/thermal/thermal_zone0/temp", "52000");
    write("sys/class/power_supply/AC/type", "Mains");
    write("sys/class/power_supply/AC/online", "1");
    write("sys/class/power_supply/ucsi/type", "USB");
    write("sys/class/power_supply/ucsi/online", "0");
  }

  @Test
  void healthyBoardWithAnEmptyHeaderAndAnIdlePortHasNoFault() throws Exception {
    assertEquals(List.of(), probe());
  }

  @Test
  void stoppedFanIsFound() throws Exception {
    write("sys/class/hwmon/hwmon0/fan1_input", "0");

    assertEquals(List.of("CONFIRMED FAN-201 pwmfan-fan1"), probe());
  }

  @Test
  void emptyHeadersAndUntouchedRegistersOfABoardMonitorAreNoFaults() throws Exception {
    write("sys/class/hwmon/hwmon1/fan3_min", "300");
    write("sys/class/hwmon/hwmon1/fan4_input", "1117");
    write("sys/class/hwmon/hwmon1/fan4_min", "300");
    write("sys/class/hwmon/hwmon2/name", "w83667hg");
    write("sys/class/hwmon/hwmon2/fan1_input", "1171");
    write("sys/class/hwmon/hwmon2/fan1_min", "10546");
    write("sys/class/hwmon/hwmon2/fan1_alarm", "1");
    write("sys/class/hwmon/hwmon2/fan3_input", "0");
    write("sys/class/hwmon/hwmon2/fan3_min", "5273");

    assertEquals(List.of(), probe());
  }

  /** As sensors(1) shows an M3A78-CM: the firmware names a limit for every header. */
  @Test
  void emptyHeadersOfAnAsusBoardAreNoFaults() throws Exception {
    write("sys/class/hwmon/hwmon2/name", "atk0110");
    write("sys/class/hwmon/hwmon2/fan1_input", "2789");
    write("sys/class/hwmon/hwmon2/fan1_min", "600");
    write("sys/class/hwmon/hwmon2/fan2_input", "0");
    write("sys/class/hwmon/hwmon2/fan2_min", "600");

    assertEquals(List.of(), probe());

    write("sys/class/hwmon/hwmon2/in2_input", "2100");
    write("sys/class/hwmon/hwmon2/in2_min", "2970");
    write("sys/class/hwmon/hwmon2/in2_max", "3630");

    assertEquals(List.of("CONFIRMED PWR-102 atk0110-in2"), probe());
  }

  @Test
  void limitsThatBoardMonitorsOfAnyNameWokeUpWithAreNoFaults() throws Exception {
    write("sys/class/hwmon/hwmon2/name", "as99127f");
    write("sys/class/hwmon/hwmon2/fan2_input", "4687");
    write("sys/class/hwmon/hwmon2/fan2_min", "56250");
    write("sys/class/hwmon/hwmon2/fan3_input", "0");
    write("sys/class/hwmon/hwmon2/fan3_min", "7031");
    write("sys/class/hwmon/hwmon2/in5_input", "-1630");
    write("sys/class/hwmon/hwmon2/in5_min", "-15060");
    write("sys/class/hwmon/hwmon2/in5_max", "-12320");
    write("sys/class/hwmon/hwmon3/name", "adm1031");
    write("sys/class/hwmon/hwmon3/fan2_input", "0");
    write("sys/class/hwmon/hwmon3/fan2_min", "1323");
    write("sys/class/hwmon/hwmon4/name", "nct7802");
    write("sys/class/hwmon/hwmon4/temp1_input", "127875");
    write("sys/class/hwmon/hwmon4/temp1_fault", "1");

    assertEquals(List.of(), probe());
  }

  /** FAN_FROM_REG of lm78, adm1026 and their like gives it for a count of 0. */
  @Test
  void fanThatTurnsFasterThanItsDividerCanShowDoesNotStandStill() throws Exception {
    write("sys/class/hwmon/hwmon0/fan1_input", "-1");

    assertEquals(List.of(), probe());
  }

  @Test
  void lostMainsIsFound() throws Exception {
    write("sys/class/power_supply/AC/online", "0");

    assertEquals(List.of("CONFIRMED PWR-103 AC"), probe());
  }

  @Test
  void hotProcessorIsFound() throws Exception {
    write("sys/class/thermal/thermal_zone0/temp", "75000");

    assertEquals(List.of("CONFIRMED TMP-301 cpu-thermal"), probe());
  }

  @Test
  void emptyFolderIsABoardWithoutFaults() throws Exception {
    try (LinuxBoard board = LinuxBoard.of(Files.createDirectory(root.resolve("empty")))) {
      assertEquals(List.of(), probe(board).faults());
    }
  }

  private List<String> probe() throws InterruptedException {
    try (LinuxBoard board = LinuxBoard.of(root)) {
      return probe(board).faults().stream()
          .map(f -> f.state() + " " + f.code() + " " + f.component())
          .toList();
    }
  }

  private static ProbeReport probe(LinuxBoard board) throws InterruptedException {
    return ProbeRun.over(
        board,
        7,
        Duration.ofSeconds(10),
        Limits.defaults(Catalogue.load()),
        ProbeRun.Pace.RECORDED);
  }

  private void write(String path, String line) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n");
  }
}
