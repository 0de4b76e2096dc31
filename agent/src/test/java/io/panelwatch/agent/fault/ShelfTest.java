package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a shelf of ten minutes, set 100 s after a start at noon, is over. */
final class ShelfTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "true,  this, 699, true,  699,  false",
    "true,  this, 700, true,  700,  true",
    "true,  this, 300, true,  5000, true",
    "true,  this, 300, false, 5000, false",
    "false, this, 300, true,  5000, false",
    "true,  this, 700, true,  -999, true",
    "true,  next, 10,  true,  699,  false",
    "true,  next, 10,  true,  700,  true",
    "true,  next, 599, false, 9999, false",
    "true,  next, 600, false, -999, true",
    "false, next, 10,  true,  9999, false",
  })
  void shelfIsOverByWhatIsKnownOfTheTime(
      boolean trustedThen,
      String boot,
      long uptimeSeconds,
      boolean trustedNow,
      long wallSeconds,
      boolean over) {
    var since = new Stamp(NOON.plusSeconds(100), trustedThen, "this", 100_000);
    var shelf =
        new Shelf("FAN-201", "fan1", since, Optional.of(Duration.ofMinutes(10)), Actor.AGENT);
    var outOfService = new Shelf("FAN-201", "fan1", since, Optional.empty(), Actor.AGENT);
    var now = new Stamp(NOON.plusSeconds(wallSeconds), trustedNow, boot, uptimeSeconds * 1_000);

    assertEquals(over, shelf.isOver(now));
    assertEquals(false, outOfService.isOver(now));
  }
}
