package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.TestFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlarmMeterTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = 60 * SECOND;

  private final AlarmMeter meter = new AlarmMeter(List.of());

  @Test
  void oneAlarmInTenMinutesAllDayIsWhatAPersonCanAnswer() {
    for (int i = 0; i < 144; i++) {
      meter.take(TestFaults.raised("f-" + i), i * (10 * MINUTE));
    }

    AlarmLoad load = meter.load(143 * 10 * MINUTE);

    assertEquals(144, load.in24Hours());
    assertEquals(1.0, load.per10Minutes());
    assertEquals(1, load.mostIn10Minutes());
    assertEquals(0, load.floodMinutes());
  }

  @Test
  void alarmCountsForTenMinutesAndForADayAndNotLonger() {
    meter.take(TestFaults.raised("f-1"), 0);

    assertEquals(1, meter.load(10 * MINUTE - 1).in10Minutes());
    assertEquals(0, meter.load(10 * MINUTE).in10Minutes());
    assertEquals(1, meter.load(24 * 60 * MINUTE - 1).in24Hours());
    assertEquals(0, meter.load(24 * 60 * MINUTE).in24Hours());
  }

  @Test
  void floodBeginsWithTheEleventhInTenMinutesAndEndsBelowFive() {
    for (int i = 0; i < 10; i++) {
      meter.take(TestFaults.raised("f-" + i), i * MINUTE / 2);
    }
    assertFalse(meter.load(5 * MINUTE).flood());
    meter.take(TestFaults.raised("f-10"), 5 * MINUTE);
    assertTrue(meter.load(5 * MINUTE).flood());

    // At 13:30 those of 4:00 and 4:30 and 5:00 are left, at 12:30 five.
    assertTrue(meter.load(12 * MINUTE + MINUTE / 2).flood());
    AlarmLoad after = meter.load(14 * MINUTE);
    assertFalse(after.flood());
    assertEquals(11, after.mostIn10Minutes());
    assertEquals(8, after.floodMinutes());
  }

  @Test
  void whatComesAgainAndAgainIsNamed() {
    assertEquals(Optional.empty(), meter.load(0).mostFrequent());
    meter.take(TestFaults.raised("f-1"), 0);
    assertEquals(Optional.empty(), meter.load(MINUTE).mostFrequent());
    meter.take(TestFaults.raised("f-2"), MINUTE);

    AlarmLoad load = meter.load(MINUTE);

    assertEquals(Optional.of(new AlarmLoad.Frequent("FAN-201", "fan1", 2)), load.mostFrequent());
    assertEquals(
        Map.of(Severity.CRITICAL, 2, Severity.MAJOR, 0, Severity.MINOR, 0), load.bySeverity());
  }

  @Test
  void onlyWhatCallsSomebodyIsAnAlarm() {
    Fault fault = TestFaults.stoppedFan("f-1", 1, true);
    Instant at = fault.last();
    var stamp = new Stamp(at, true, "boot-1", 1);
    var shelf = new Shelf("FAN-201", "fan1", stamp, Optional.empty(), Actor.AGENT);
    var level =
        new Level(
            Level.Side.HIGH,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Severity.MINOR,
            PublicImpact.NONE);
    Fault symptom = fault.updated(at, level, fault.limit(), Optional.of("f-0"), Standing.NEW);
    Fault putAside = fault.with(Standing.NEW.withShelf(Optional.of(shelf)));

    meter.take(TestFaults.told(FaultTransition.Kind.RAISED, symptom), 0);
    meter.take(TestFaults.told(FaultTransition.Kind.RAISED, putAside), 0);
    meter.take(TestFaults.updated("f-1", 2), 0);
    meter.take(TestFaults.cleared("f-1"), 0);

    assertEquals(0, meter.load(0).in24Hours());
  }

  @Test
  void alarmsOfBeforeTheStartCountFromWhenTheyWere() {
    var before = new AlarmMeter.Alarm(-5 * MINUTE, Severity.MAJOR, "FAN-202", "fan2");

    AlarmLoad load = new AlarmMeter(List.of(before)).load(5 * MINUTE - 1);

    assertEquals(1, load.in10Minutes());
    assertEquals(1, load.bySeverity().get(Severity.MAJOR));
  }

  @Test
  void floodOfADayIsKeptWithinABound() {
    for (int i = 0; i < AlarmMeter.MOST + 500; i++) {
      meter.take(TestFaults.raised("f"), i * SECOND);
    }

    AlarmLoad load = meter.load((AlarmMeter.MOST + 500) * SECOND);

    assertEquals(AlarmMeter.MOST, load.in24Hours());
    assertTrue(load.flood());
  }

  /** Against counting by looking at every alarm for every minute. */
  @Property(tries = 200)
  void countsWhatOneCanCountByHand(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3_000) Integer> seconds) {
    List<Integer> sorted = seconds.stream().sorted().toList();
    var counting = new AlarmMeter(List.of());
    sorted.forEach(second -> counting.take(TestFaults.raised("f"), second * SECOND));
    int now = 3_000;

    AlarmLoad load = counting.load(now * SECOND);

    assertEquals(inTenMinutesTo(sorted, now), load.in10Minutes());
    assertEquals(
        sorted.stream().mapToInt(end -> inTenMinutesTo(sorted, end)).max().orElse(0),
        load.mostIn10Minutes());
    var floods = new ArrayList<Boolean>();
    boolean flood = false;
    for (int end = now % 60; end <= now; end += 60) {
      int began = inTenMinutesTo(sorted, end);
      flood = began > 10 || (flood && began >= 5);
      floods.add(flood);
    }
    assertEquals(flood, load.flood());
    assertEquals(floods.stream().filter(one -> one).count(), load.floodMinutes());
  }

  private static int inTenMinutesTo(List<Integer> seconds, int end) {
    return (int) seconds.stream().filter(at -> at <= end && at > end - 600).count();
  }
}
