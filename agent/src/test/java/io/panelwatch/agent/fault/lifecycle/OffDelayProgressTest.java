package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An off-delay that is longer than the agent runs. */
final class OffDelayProgressTest {

  private static final Measured SILENT = new Measured.Failed(5, "read", "/hwmon/fan1");

  private final Bench before = new Bench(offDelay(Duration.ofHours(16)));

  private static Map<Limits.Scope, LimitOverride> offDelay(Duration delay) {
    var slowly =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(delay),
            Optional.empty(),
            Optional.empty());
    return Map.of(new Limits.Scope("FAN-201", Optional.empty()), slowly);
  }

  @Test
  void progressOfALongOffDelayIsStoredEveryHour() {
    repairedFan(before).hours(4);

    assertEquals(
        List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(4)),
        progress(before));
  }

  @Test
  void progressOfAShorterOneIsStoredEveryEighthOfIt() {
    Bench bench = repairedFan(new Bench(offDelay(Duration.ofHours(2)))).hours(1);

    assertEquals(4, progress(bench).size());
    assertEquals(Duration.ofMinutes(15), progress(bench).getFirst());
  }

  @Test
  void progressOfAShortOneIsNotStoredAtAll() {
    assertEquals(
        List.of(), progress(repairedFan(new Bench(offDelay(Duration.ofMinutes(10)))).hours(1)));
  }

  @Test
  void progressThatIsLostIsStoredAsNone() {
    repairedFan(before).hours(2).fan("fan1", 0).seconds(1);

    assertEquals(Duration.ZERO, progress(before).getLast());
    int stored = progress(before).size();
    before.hours(10);
    assertEquals(stored, progress(before).size(), "once");
  }

  @Test
  void offDelayGoesOnAfterARestartFromWhereItWasStored() {
    Bench after = resumed(Duration.ofHours(10)).fan("fan1", 1200).scan().hours(6);

    assertEquals(List.of("CLEARED FAN-201 fan1"), after.story());
  }

  @Test
  void offDelayDoesNotEndEarlierThanItsRest() {
    Bench after = resumed(Duration.ofHours(10)).fan("fan1", 1200).scan().hours(5).seconds(3599);

    assertEquals(List.of(), after.story());
  }

  @Test
  void conditionThatIsThereAgainAfterARestartBeginsItsOffDelayAnew() {
    Bench after = resumed(Duration.ofHours(10)).fan("fan1", 0).scan();
    assertEquals(List.of(Duration.ZERO), progress(after));

    after.fan("fan1", 1200).seconds(1).hours(15);

    assertEquals(List.of(), after.story());
    assertEquals(List.of("CLEARED FAN-201 fan1"), after.hours(1).story());
  }

  @Test
  void progressWaitsForTheFirstScanThatSeesAnything() {
    Bench after = resumed(Duration.ofHours(10)).fan("fan1", SILENT).scan().hours(1);

    after.fan("fan1", 1200).seconds(1).hours(6);

    assertEquals(List.of("CLEARED FAN-201 fan1"), fanStory(after));
  }

  private static List<String> fanStory(Bench bench) {
    return bench.story().stream().filter(told -> told.contains("FAN-201")).toList();
  }

  private Bench resumed(Duration clean) {
    before.fan("fan1", 0).scan().seconds(30);
    var kept = new Resumed(before.active("FAN-201"), clean, Duration.ZERO);
    return new Bench(offDelay(Duration.ofHours(16)))
        .resume(new Recollection(List.of(kept), List.of(), Arrangements.NONE));
  }

  /** A fan that has failed and turns again since the latest scan. */
  private static Bench repairedFan(Bench bench) {
    return bench.fan("fan1", 0).scan().seconds(30).fan("fan1", 1200).seconds(1);
  }

  private static List<Duration> progress(Bench bench) {
    return bench.checkpoints.stream().map(Checkpoint::clean).toList();
  }
}
