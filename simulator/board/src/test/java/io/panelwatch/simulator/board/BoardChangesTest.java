package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.board.BoardChange.BatteryPercent;
import io.panelwatch.simulator.board.BoardChange.CertificateDays;
import io.panelwatch.simulator.board.BoardChange.DiskFills;
import io.panelwatch.simulator.board.BoardChange.DiskUsed;
import io.panelwatch.simulator.board.BoardChange.DriveErrors;
import io.panelwatch.simulator.board.BoardChange.DriveOnline;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import io.panelwatch.simulator.board.BoardChange.LinkUp;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.MemoryAvailable;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.BoardChange.PrinterAttached;
import io.panelwatch.simulator.board.BoardChange.RaidMissing;
import io.panelwatch.simulator.board.BoardChange.RailHeld;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.SensorHangs;
import io.panelwatch.simulator.board.BoardChange.ServiceFailed;
import io.panelwatch.simulator.board.BoardChange.SocHeld;
import io.panelwatch.simulator.board.BoardChanges.Accepted;
import io.panelwatch.simulator.board.BoardChanges.BadBody;
import io.panelwatch.simulator.board.BoardChanges.UnknownComponent;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BoardChangesTest {

  static Stream<Arguments> switches() {
    return Stream.of(
        Arguments.of("fan1", "stopped", true, new FanStopped(Component.FAN1, true)),
        Arguments.of("fan2", "stopped", false, new FanStopped(Component.FAN2, false)),
        Arguments.of("mains", "online", false, new MainsOnline(false)),
        Arguments.of("power-fail", "active", true, new PowerFailing(true)),
        Arguments.of("battery", "percent", 15, new BatteryPercent(15)),
        Arguments.of("disk1", "usedPercent", 97.5, new DiskUsed(Component.DISK1, 97.5)),
        Arguments.of("disk2", "fillPercentPerHour", 60L, new DiskFills(Component.DISK2, 60)),
        Arguments.of("soc", "celsius", 85, new SocHeld(85)),
        Arguments.of("soc", "celsius", null, new Repaired(Component.SOC)),
        Arguments.of("soc", "auto", true, new Repaired(Component.SOC)),
        Arguments.of("rail-5v", "milliVolts", 4500, new RailHeld(Component.RAIL_5V, 4500)),
        Arguments.of("rail-12v", "milliVolts", null, new Repaired(Component.RAIL_12V)),
        Arguments.of("link", "up", false, new LinkUp(false)),
        Arguments.of("certificate", "daysLeft", 5, new CertificateDays(5)),
        Arguments.of("certificate", "daysLeft", null, new Repaired(Component.CERTIFICATE)),
        Arguments.of("printer", "attached", false, new PrinterAttached(false)),
        Arguments.of("kiosk.service", "failed", true, new ServiceFailed(true)),
        Arguments.of("sda", "online", false, new DriveOnline(false)),
        Arguments.of("sda", "ioErrors", 3, new DriveErrors(3)),
        Arguments.of("md0", "missingDisks", 1, new RaidMissing(1)),
        Arguments.of("memory", "availablePercent", 4, new MemoryAvailable(4)),
        Arguments.of("memory", "availablePercent", null, new Repaired(Component.MEMORY)),
        Arguments.of("lcd", "reset", true, new LcdSuffers(new LcdGlitch.ResetByItself())),
        Arguments.of("lcd", "dropEvery", 60, new LcdSuffers(new LcdGlitch.DropsEvery(60))),
        Arguments.of("lcd", "failEvery", 0, new LcdSuffers(new LcdGlitch.FailsEvery(0))),
        Arguments.of(
            "lcd", "stallMs", 20, new LcdSuffers(new LcdGlitch.Stalls(Duration.ofMillis(20)))),
        Arguments.of(
            "lcd", "answers", false, new LcdSuffers(new LcdGlitch.Answers(LcdAnswers.NONE))),
        Arguments.of(
            "lcd", "wrongAnswers", true, new LcdSuffers(new LcdGlitch.Answers(LcdAnswers.WRONG))),
        Arguments.of("lcd", "unplugged", true, new LcdSuffers(new LcdGlitch.Unplugged(true))),
        Arguments.of("clock", "fails", 5.0, new SensorFails(Component.CLOCK, 5)),
        Arguments.of("fan1", "hangs", true, new SensorHangs(Component.FAN1)),
        Arguments.of("fan1", "hangs", false, new Repaired(Component.FAN1)));
  }

  @ParameterizedTest
  @MethodSource("switches")
  void bodyOfOneKeyIsRead(String component, String key, Object value, BoardChange meant) {
    assertEquals(new Accepted(meant), BoardChanges.parse(component, body(key, value)));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("fan1", "stopped", 1, "stopped must be true or false, not 1."),
        Arguments.of("fan1", "percent", 5, "there is no key 'percent'"),
        Arguments.of("mains", "online", null, "online must be true or false, not null."),
        Arguments.of("battery", "percent", 101, "percent must be a number from 0 to 100"),
        Arguments.of("disk1", "usedPercent", "full", "usedPercent must be a number, not full."),
        Arguments.of("disk1", "usedPercent", -1, "usedPercent must be a number from 0 to 100"),
        Arguments.of("soc", "celsius", Double.NaN, "celsius must be a number from -100 to 200"),
        Arguments.of("rail-5v", "milliVolts", 1e9, "milliVolts must be a number from 0 to 24000"),
        Arguments.of("certificate", "daysLeft", 1e9, "daysLeft must be a number from -3650 to"),
        Arguments.of("sda", "ioErrors", 0, "ioErrors must be a number from 1 to 1000, not 0"),
        Arguments.of("md0", "missingDisks", 2, "missingDisks must be a number from 0 to 1, not 2"),
        Arguments.of("memory", "availablePercent", 101, "availablePercent must be a number from 0"),
        Arguments.of("lcd", "reset", false, "reset can only be true, not false."),
        Arguments.of("lcd", "dropEvery", -1, "dropEvery must be from 0 (never) to 1000000, not -1"),
        Arguments.of("lcd", "failEvery", 1.5, "failEvery must be a whole number, not 1.5."),
        Arguments.of("lcd", "stallMs", 10_001, "stallMs must be from 0 to 10000, not 10001."),
        Arguments.of("lcd", "stallMs", -1, "stallMs must be from 0 to 10000, not -1."),
        Arguments.of("lcd", "answers", "no", "answers must be true or false, not no."),
        Arguments.of("lcd", "unplugged", null, "unplugged must be true or false, not null."),
        Arguments.of("soc", "auto", false, "auto can only be true, not false."),
        Arguments.of("soc", "fails", 0, "fails must be a number from 1 to 133"),
        Arguments.of("soc", "fails", 1.5, "fails must be a whole number, not 1.5."),
        Arguments.of("soc", "fails", 1e300, "fails must be a whole number"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void badBodyIsRefusedInOneSentence(String component, String key, Object value, String sentence) {
    var bad = assertInstanceOf(BadBody.class, BoardChanges.parse(component, body(key, value)));

    assertTrue(bad.reason().startsWith(component + ": " + sentence), bad::reason);
    assertTrue(bad.reason().endsWith("."), bad::reason);
  }

  @Test
  void unknownComponentIsSaidTogetherWithTheKnownOnes() {
    var unknown =
        assertInstanceOf(
            UnknownComponent.class, BoardChanges.parse("fan3", Map.of("stopped", true)));

    assertEquals(
        "there is no component 'fan3', only fan1, fan2, mains, battery, rail-12v, rail-5v,"
            + " rail-3v3, soc, disk1, disk2, link, clock, certificate, printer, kiosk.service, sda,"
            + " md0, memory, power-fail, lcd.",
        unknown.reason());
  }

  @Test
  void emptyBodyAndBodyOfTwoKeysAreRefused() {
    assertInstanceOf(BadBody.class, BoardChanges.parse("fan1", Map.of()));
    var two =
        assertInstanceOf(
            BadBody.class, BoardChanges.parse("fan1", Map.of("stopped", true, "fails", 5)));

    assertEquals(
        "fan1: the body must have exactly one of auto, fails, hangs, stopped.", two.reason());
  }

  @Test
  void longNonsenseIsNotEchoedWhole() {
    var bad =
        assertInstanceOf(
            BadBody.class, BoardChanges.parse("fan1", body("stopped", "x".repeat(100_000))));

    assertTrue(bad.reason().length() < 200);
  }

  private static Map<String, Object> body(String key, Object value) {
    return Collections.singletonMap(key, value);
  }
}
