package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.AlarmMeter;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.model.Event;
import io.panelwatch.agent.fault.lifecycle.model.Stories;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.Kept;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * In any story, a meter that begins with what is stored comes to what one comes to that has run
 * throughout: whether it begins with this look, or began with the agent, before the clock was set.
 */
final class AlarmRateProperties {

  /** Each takes a database of its own. */
  private static final int TRIES = 25;

  /** At least so many has a story about them. */
  private static final int BOOTS = 3;

  private static final String SEED = "20261122";

  @Provide
  Arbitrary<List<Event>> storiesOfABoot() {
    return Stories.all()
        .map(story -> story.stream().filter(event -> !isReboot(event)).toList())
        .filter(story -> !story.isEmpty());
  }

  @Provide
  Arbitrary<List<Event>> storiesWithARightClock() {
    return Stories.all()
        .map(story -> story.stream().filter(event -> !(event instanceof Event.SetClock)).toList())
        .list()
        .ofSize(BOOTS)
        .map(AlarmRateProperties::oneBootAfterTheOther);
  }

  private static List<Event> oneBootAfterTheOther(List<List<Event>> stories) {
    return stories.stream()
        .flatMap(story -> Stream.concat(Stream.of(new Event.Reboot(20)), story.stream()))
        .toList();
  }

  private static boolean isReboot(Event event) {
    return event instanceof Event.Reboot || event instanceof Event.Boots;
  }

  @Property(tries = TRIES, seed = SEED)
  void agentThatIsStartedAnewCountsTheSameWhateverTheWallClockSays(
      @ForAll("storiesOfABoot") List<Event> story) {
    live(story, UnaryOperator.identity());
  }

  @Property(tries = TRIES, seed = SEED)
  void boardThatIsStartedAnewCountsTheSameWhereTheWallClockIsRight(
      @ForAll("storiesWithARightClock") List<Event> story) {
    live(story, AlarmRateProperties::asOneBoot);
  }

  private static Stamp asOneBoot(Stamp at) {
    return new Stamp(at.wall(), at.trusted(), "throughout", at.wall().toEpochMilli());
  }

  private static void live(List<Event> story, UnaryOperator<Stamp> clock) {
    try (var folder = ScratchFolder.made();
        var metered = new Metered(folder.path(), clock)) {
      var lifecycle = new ScriptedLifecycle(metered);
      for (Event event : story) {
        lifecycle.after(event);
        metered.compare();
      }
      Statistics.label("called").collect(metered.updated);
    }
    Statistics.label("called")
        .coverage(called -> called.check(true).count((Integer count) -> count > 0));
  }

  /** A store that is closed and opened with the agent, beside a meter that is not. */
  private static final class Metered implements Keeping, AutoCloseable {
    private final Path folder;
    private final UnaryOperator<Stamp> clock;
    private FaultStore store;
    private Optional<AlarmMeter> throughout = Optional.empty();

    /** That of the agent that runs now; it has none before it is told of the moment. */
    private Optional<AlarmMeter> ofAgent = Optional.empty();

    private Optional<Stamp> now = Optional.empty();
    private boolean updated;

    Metered(Path folder, UnaryOperator<Stamp> clock) {
      this.folder = folder;
      this.clock = clock;
      store = FaultStore.open(folder, new ManualClock());
    }

    @Override
    public void keep(Batch batch) {
      batch.transitions().stream().map(FaultTransition::at).forEach(this::begin);
      Kept kept = store.commit(batch);
      throughout.ifPresent(
          meter -> kept.alarms().stream().map(this::throughout).forEach(meter::take));
      ofAgent.ifPresent(meter -> kept.alarms().forEach(meter::take));
      updated |= kept.alarms().stream().anyMatch(alarm -> alarm.rev() > 1);
    }

    @Override
    public Fault asRemembered(Fault fault) {
      return store.episode(fault.faultId()).orElseThrow();
    }

    private void begin(Stamp at) {
      now = Optional.of(at);
      throughout = throughout.or(() -> Optional.of(new AlarmMeter(List.of(), clock.apply(at))));
      ofAgent = ofAgent.or(() -> Optional.of(begunBeforeTheClockWasSet(at)));
    }

    private AlarmMeter begunBeforeTheClockWasSet(Stamp at) {
      var unset = new Stamp(Instant.EPOCH, false, at.bootId(), at.uptimeMillis());
      var meter = new AlarmMeter(store.alarms(), unset);
      meter.load(unset);
      return meter;
    }

    private Alarm throughout(Alarm alarm) {
      return new Alarm(
          alarm.faultId(),
          alarm.rev(),
          alarm.severity(),
          alarm.code(),
          alarm.component(),
          clock.apply(alarm.at()));
    }

    void compare() {
      now.ifPresent(
          at -> {
            AlarmLoad expected = throughout.orElseThrow().load(clock.apply(at));
            assertEquals(expected, new AlarmMeter(store.alarms(), at).load(at));
            ofAgent.ifPresent(meter -> assertEquals(expected, meter.load(at)));
          });
    }

    @Override
    public Occurrence nextOccurrence(String code, String component, String bootId) {
      return store.nextOccurrence(code, component, bootId);
    }

    @Override
    public Recollection afterRestart() {
      store.close();
      ofAgent = Optional.empty();
      store = FaultStore.open(folder, new ManualClock());
      return store.recollection();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
