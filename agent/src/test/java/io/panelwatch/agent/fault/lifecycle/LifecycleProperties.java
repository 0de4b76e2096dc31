package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.Measured;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Any course of a temperature against a model that keeps the whole past and looks back over it,
 * where the lifecycle keeps a phase.
 */
final class LifecycleProperties {

  private static final int ON_DELAY = 60;
  private static final int OFF_DELAY = 120;

  /** A temperature, or none, for some seconds. */
  record Stretch(Optional<Double> celsius, int seconds) {}

  @Provide
  Arbitrary<List<Stretch>> courses() {
    Arbitrary<Optional<Double>> values =
        Arbitraries.of(
            Optional.of(60.0),
            Optional.of(70.0),
            Optional.of(70.5),
            Optional.of(74.5),
            Optional.of(75.0),
            Optional.of(90.0),
            Optional.<Double>empty());
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.integers().between(1, 200)),
            Tuple.of(1, Arbitraries.of(1, 59, 60, 61, 119, 120, 121)));
    return Combinators.combine(values, lengths).as(Stretch::new).list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 400)
  void anyCourseOfATemperatureIsJudgedAsTheModelJudgesIt(@ForAll("courses") List<Stretch> course) {
    Bench bench = Bench.only("TMP-301");
    var model = new Model();
    for (Stretch stretch : course) {
      bench.soc(stretch.celsius.map(Measured::of).orElse(new Measured.Failed(5, "read", "/t")));
      for (int i = 0; i < stretch.seconds; i++) {
        bench.seconds(1);
        model.second(stretch.celsius);
        assertEquals(model.fault, !bench.last.active().isEmpty(), "fault at " + model.now);
        assertEquals(model.pending(), !bench.last.pending().isEmpty(), "pending at " + model.now);
      }
    }
    raisedAndClearedAlternateUnderOneFaultIdEach(bench.told);
  }

  private static void raisedAndClearedAlternateUnderOneFaultIdEach(List<FaultTransition> told) {
    Set<String> used = new HashSet<>();
    for (int i = 0; i < told.size(); i++) {
      FaultTransition now = told.get(i);
      boolean raised = i % 2 == 0;
      assertEquals(raised ? FaultTransition.Kind.RAISED : FaultTransition.Kind.CLEARED, now.kind());
      assertEquals(raised ? 1 : 2, now.fault().rev());
      assertEquals(raised, used.add(now.fault().faultId()), "born once, ended once");
      assertTrue(raised || now.fault().faultId().equals(told.get(i - 1).fault().faultId()));
    }
  }

  /** Looks back: nothing but the seconds since the condition changed, found by counting. */
  private static final class Model {
    private int now;
    private boolean fault;

    /** The second in which the condition was first seen, while it is not a fault. */
    private Optional<Integer> seenSince = Optional.empty();

    /** Since when every second was cool, while it is a fault. */
    private Optional<Integer> coolSince = Optional.empty();

    /** Since when nothing is known of what was seen, while it is not a fault. */
    private Optional<Integer> blindSince = Optional.empty();

    void second(Optional<Double> celsius) {
      now++;
      boolean hot = celsius.filter(c -> c >= 75).isPresent();
      boolean cool = celsius.filter(c -> c <= 70).isPresent();
      if (fault) {
        coolSince = cool ? coolSince.or(() -> Optional.of(now)) : Optional.empty();
        fault = coolSince.filter(since -> now - since >= OFF_DELAY).isEmpty();
        seenSince = Optional.empty();
        blindSince = Optional.empty();
      } else {
        if (hot && blindSince.filter(since -> now - since >= ON_DELAY).isPresent()) {
          seenSince = Optional.empty();
        }
        blindSince =
            celsius.isEmpty() && seenSince.isPresent()
                ? blindSince.or(() -> Optional.of(now))
                : Optional.empty();
        seenSince =
            hot ? seenSince.or(() -> Optional.of(now)) : seenSince.filter(s -> celsius.isEmpty());
        fault = hot && seenSince.filter(since -> now - since >= ON_DELAY).isPresent();
        coolSince = Optional.empty();
      }
    }

    boolean pending() {
      return !fault && seenSince.isPresent();
    }
  }
}
