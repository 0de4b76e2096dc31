package io.panelwatch.agent.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong codes, by the minute in which they were tried. */
final class LockoutTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void fourWrongCodesAreNotEnough() {
    assertFalse(Lockout.isClosed(tried(0, 1, 2, 3), at(3)));
  }

  @Test
  void fiveInAQuarterOfAnHourCloseForAQuarterOfAnHourFromTheFifth() {
    List<Stamp> wrong = tried(0, 3, 6, 9, 14);

    assertTrue(Lockout.isClosed(wrong, at(14)));
    assertTrue(Lockout.isClosed(wrong, at(28)));
    assertFalse(Lockout.isClosed(wrong, at(29)));
  }

  @Test
  void fiveInALongerTimeAreMistakes() {
    assertFalse(Lockout.isClosed(tried(0, 4, 8, 12, 15), at(15)));
  }

  @Test
  void clockThatIsSetAndARestartOfTheBoardTakeNothingBack() {
    List<Stamp> wrong = tried(0, 1, 2, 3, 4);
    var set = new Stamp(START.plus(Duration.ofDays(1)), false, "boot-1", minutes(5));
    var restarted = new Stamp(START, false, "boot-2", minutes(14));

    assertTrue(Lockout.isClosed(wrong, set));
    assertTrue(Lockout.isClosed(wrong, restarted));
  }

  private static List<Stamp> tried(int... atMinutes) {
    return Arrays.stream(atMinutes).mapToObj(LockoutTest::at).toList().reversed();
  }

  private static Stamp at(int minute) {
    return new Stamp(START.plus(Duration.ofMinutes(minute)), true, "boot-1", minutes(minute));
  }

  private static long minutes(int minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}
