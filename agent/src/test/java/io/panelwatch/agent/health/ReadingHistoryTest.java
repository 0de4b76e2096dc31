package io.panelwatch.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ReadingHistoryTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final ReadingHistory history = new ReadingHistory();

  @Test
  void tellsAValueWhenItChangesAndNotWhenItStays() {
    add(0, 1200);
    add(2, 1200);
    add(4, 1100);
    add(6, 1200);

    assertEquals(List.of(1200.0, 1100.0, 1200.0), values());
    assertEquals(START.plusSeconds(4), history.changes(r -> true).get(1).wall());
  }

  @Test
  void forgetsWhatIsOlderThanAMinute() {
    add(0, 1);
    add(1, 2);
    add(61, 3);

    assertEquals(List.of(2.0, 3.0), values());
  }

  @Test
  void tellsOnlyWhatIsWanted() {
    add(0, 1);

    assertEquals(List.of(), history.changes(r -> !r.component().equals("fan1")));
  }

  @Test
  void staysBoundedUnderABurstOfScans() {
    for (int i = 0; i < 10_000; i++) {
      history.add(scan(START, i, i));
    }

    List<Double> values = values();
    assertTrue(values.size() <= ReadingHistory.MAX_TOLD);
    assertEquals(9_999.0, values.getLast());
  }

  private List<Double> values() {
    return history.changes(r -> true).stream().map(e -> e.reading().value().orElseThrow()).toList();
  }

  private void add(int second, double rpm) {
    history.add(scan(START.plusSeconds(second), second * 1_000_000_000L, rpm));
  }

  private static Scan scan(Instant wall, long nanos, double rpm) {
    var reading =
        new Reading(
            Quantity.FAN_RPM, "fan1", OptionalDouble.of(rpm), Quality.GOOD, 0, "/fan1_input");
    return new Scan(wall, true, nanos, List.of(reading));
  }
}
