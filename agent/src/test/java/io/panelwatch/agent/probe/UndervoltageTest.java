package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PWR-101 is the one code with two ways to be confirmed: it lasts for ten seconds, or it is seen
 * three times in ten minutes.
 */
final class UndervoltageTest {

  private static final String ALARM = "sys/class/hwmon/hwmon0/in0_lcrit_alarm";
  private static final String FAULT = " PWR-101 rpi_volt-in0";

  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path root;

  @Test
  void undervoltageThatLastsIsAFaultAfterTenSecondsAndNotBefore() throws Exception {
    Duration lasting = Duration.ofSeconds(10);

    assertEquals(List.of("PENDING" + FAULT), seen(Steady.YES, lasting.minus(TICK)));
    assertEquals(List.of("CONFIRMED" + FAULT), seen(Steady.YES, lasting));
  }

  @Test
  void undervoltageThatComesAndGoesIsAFaultTheThirdTimeInTenMinutes() throws Exception {
    Duration rest = Duration.ofMinutes(9);

    assertEquals(List.of("PENDING" + FAULT), seen(Steady.NO, MINUTE));
    assertEquals(List.of("CONFIRMED" + FAULT), seen(Steady.NO, MINUTE, rest.minus(TICK)));
    assertEquals(List.of("PENDING" + FAULT), seen(Steady.NO, MINUTE, rest));
  }

  private enum Steady {
    YES,
    NO
  }

  /** What is told when it was seen now, and then after each of these times. */
  private List<String> seen(Steady steady, Duration... later) throws InterruptedException {
    BoardTree tree = BoardTree.healthy(root);
    try (LinuxBoard board = LinuxBoard.of(root);
        var story = new Story(board, Limits.defaults(Catalogue.load()))) {
      story.sample();
      tree.file(ALARM, "1");
      story.sample();
      for (Duration passed : later) {
        if (steady == Steady.NO) {
          tree.file(ALARM, "0");
          story.sample();
          tree.file(ALARM, "1");
        }
        story.after(passed);
      }
      return story.told();
    }
  }
}
