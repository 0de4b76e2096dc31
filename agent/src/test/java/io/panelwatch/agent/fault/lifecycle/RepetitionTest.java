package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is counted goes on happening: it is told, and not with every scan. */
final class RepetitionTest {

  private final Bench bench = Bench.only("MEM-503");
  private int corrected;

  @Test
  void stormOfCorrectedErrorsIsToldOnceAnHour() {
    bench.memoryErrors(0, corrected).scan();
    stormFor(3 * 3_600);

    assertEquals(
        List.of("RAISED MEM-503 mc0", "UPDATED MEM-503 mc0", "UPDATED MEM-503 mc0"), bench.story());
  }

  @Test
  void errorThatCouldNotBeCorrectedIsToldInTheMiddleOfAStorm() {
    bench.memoryErrors(0, corrected).scan();
    stormFor(60);
    bench.memoryErrors(1, corrected).seconds(1);

    assertEquals(List.of("RAISED MEM-503 mc0", "UPDATED MEM-503 mc0"), bench.story());
    assertEquals(Severity.CRITICAL, bench.active("MEM-503").severity());
    assertEquals(OptionalDouble.of(1), bench.active("MEM-503").limit().value());
  }

  @Test
  void correctedErrorsAreNotToldInTheNameOfThoseThatWereNot() {
    bench.memoryErrors(0, 0).scan();
    bench.memoryErrors(1, 0).seconds(1);
    bench.memoryErrors(1, 0).hours(2);
    bench.memoryErrors(1, 100).hours(2);
    assertEquals(OptionalDouble.of(1), bench.active("MEM-503").limit().value());

    bench.memoryErrors(3, 120).seconds(1);

    assertEquals("UPDATED MEM-503 mc0", bench.story().getLast());
    assertEquals(OptionalDouble.of(2), bench.active("MEM-503").limit().value());
  }

  @Test
  void episodeThatNobodyAcknowledgesIsToldABoundedNumberOfTimes() {
    bench.memoryErrors(0, 0).scan();
    for (int hour = 1; hour <= 2 * Repetition.MOST; hour++) {
      corrected += 100;
      bench.memoryErrors(0, corrected).hours(1);
    }

    assertEquals(1 + Repetition.MOST, bench.story().size());
  }

  @Test
  void levelsOfOneNumberAndOneSeverityStillCountWhatIsTheirs() {
    var once =
        new LimitOverride(
            List.of(1.0, 1.0),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Severity.CRITICAL),
            Optional.empty());
    var alike = new Bench(Map.of(new Limits.Scope("MEM-503", Optional.empty()), once));

    alike.memoryErrors(0, 0).scan().memoryErrors(0, 1).seconds(1);

    assertEquals(List.of("RAISED MEM-503 mc0"), alike.story());
  }

  private void stormFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      corrected += 20;
      bench.memoryErrors(0, corrected).seconds(1);
    }
  }
}
