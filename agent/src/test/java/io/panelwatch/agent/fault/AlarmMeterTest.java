package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlarmMeterTest {

  private static final long SECOND = Duration.ofSeconds(1).toMillis();
  private static final long MINUTE = 60 * SECOND;

  private final AlarmMeter meter = new AlarmMeter(List.of(), at(0));

  @Test
  void oneAlarmInTenMinutesAllDayIsWhatAPersonCanAnswer() {
    for (int i = 0; i < 144; i++) {
      meter.take(alarm(i * (10 * MINUTE)));
    }

    AlarmLoad load = meter.load(at(143 * 10 * MINUTE));

    assertEquals(144, load.in24Hours());
    assertEquals(1.0, load.per10Minutes());
    assertEquals(1, load.mostIn10Minutes());
    assertEquals(0, load.floodMinutes());
  }

  @Test
  void alarmCountsForTenMinutesAndForADayAndNotLonger() {
    meter.take(alarm(0));

    assertEquals(1, meter.load(at(10 * MINUTE - 1)).in10Minutes());
    assertEquals(0, meter.load(at(10 * MINUTE)).in10Minutes());
    assertEquals(1, meter.load(at(24 * 60 * MINUTE - 1)).in24Hours());
    assertEquals(0, meter.load(at(24 * 60 * MINUTE)).in24Hours());
  }

  @Test
  void floodBeginsWithTheEleventhInTenMinutesAndEndsBelowFive() {
    for (int i = 0; i < 10; i++) {
      meter.take(alarm(i * MINUTE / 2));
    }
    assertFalse(meter.load(at(5 * MINUTE)).flood());
    meter.take(alarm(5 * MINUTE));
    assertTrue(meter.load(at(5 * MINUTE)).flood());

    // At 13:30 those of 4:00 and 4:30 and 5:00 are left, at 12:30 five.
    assertTrue(meter.load(at(12 * MINUTE + MINUTE / 2)).flood());
    AlarmLoad after = meter.load(at(14 * MINUTE));
    assertFalse(after.flood());
    assertEquals(11, after.mostIn10Minutes());
    assertEquals(8, after.floodMinutes());
  }

  @Test
  void whatComesAgainAndAgainIsNamed() {
    assertEquals(Optional.empty(), meter.load(at(0)).mostFrequent());
    meter.take(alarm(0));
    assertEquals(Optional.empty(), meter.load(at(MINUTE)).mostFrequent());
    meter.take(alarm(MINUTE));

    AlarmLoad load = meter.load(at(MINUTE));

    assertEquals(Optional.of(new AlarmLoad.Frequent("FAN-201", "fan1", 2)), load.mostFrequent());
    assertEquals(
        Map.of(Severity.CRITICAL, 2, Severity.MAJOR, 0, Severity.MINOR, 0), load.bySeverity());
  }

  @Test
  void alarmsOfBeforeARestartOfTheAgentCountByTheUptimeWhateverTheWallClockSays() {
    List<Alarm> before = List.of(alarm(5 * MINUTE));
    var untrusted = new Stamp(Instant.EPOCH, false, "boot-1", 14 * MINUTE);

    assertEquals(1, new AlarmMeter(before, untrusted).load(at(15 * MINUTE - 1)).in10Minutes());
    assertEquals(0, new AlarmMeter(before, untrusted).load(at(15 * MINUTE)).in10Minutes());
  }

  @Test
  void alarmsOfAnEarlierBootCountByTheWallClock() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    var last = new Stamp(noon, true, "boot-0", 99 * MINUTE);
    var begun = new Stamp(noon.plusSeconds(300), true, "boot-1", 0);

    AlarmLoad load = new AlarmMeter(List.of(alarm(last)), begun).load(at(5 * MINUTE - 1));

    assertEquals(1, load.in10Minutes());
    assertEquals(1, load.bySeverity().get(Severity.CRITICAL));
    assertEquals(0, new AlarmMeter(List.of(alarm(last)), begun).load(at(5 * MINUTE)).in10Minutes());
  }

  @Test
  void alarmOfAnEarlierBootDoesNotCountWhereNobodyKnowsHowLongAgoItWas() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    var believed = new Stamp(noon, true, "boot-0", 1);
    var doubted = new Stamp(noon, false, "boot-0", 1);
    var later = new Stamp(noon.plusSeconds(1), true, "boot-1", 0);

    assertEquals(0, countedBy(later, doubted));
    assertEquals(0, countedBy(new Stamp(later.wall(), false, "boot-1", 0), believed));
    assertEquals(0, countedBy(new Stamp(noon.minusSeconds(1), true, "boot-1", 0), believed));
    assertEquals(1, countedBy(later, believed));
  }

  @Test
  void alarmsOfAnEarlierBootCountOnceTheClockIsSetThoughTheMeterBeganBefore() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    List<Alarm> before =
        List.of(
            alarm(new Stamp(noon, true, "boot-0", 99 * MINUTE)),
            alarm(new Stamp(noon, false, "boot-0", 99 * MINUTE)),
            alarm(new Stamp(noon.plusSeconds(3600), true, "boot-0", 99 * MINUTE)));
    var begun = new AlarmMeter(before, at(0));
    begun.take(alarm(20 * SECOND));
    assertEquals(1, begun.load(at(30 * SECOND)).in24Hours());

    var set = new Stamp(noon.plusSeconds(300), true, "boot-1", MINUTE);
    assertEquals(2, begun.load(set).in10Minutes());

    // It counts until 12:10, which is six minutes after the boot, whatever becomes of the clock.
    assertEquals(2, begun.load(at(6 * MINUTE - 1)).in10Minutes());
    begun.take(alarm(6 * MINUTE));
    assertEquals(2, begun.load(at(6 * MINUTE)).in10Minutes());
    assertEquals(3, begun.load(at(6 * MINUTE)).in24Hours());
  }

  @Test
  void floodsOfTwoBootsAreKeptWithinOneBound() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    List<Alarm> before =
        IntStream.range(0, AlarmMeter.MOST + 500)
            .mapToObj(i -> alarm(new Stamp(noon.plusSeconds(i), true, "boot-0", i * SECOND)))
            .toList();
    var begun = new AlarmMeter(before, at(0));
    begun.take(alarm(MINUTE));

    var set = new Stamp(noon.plusSeconds(AlarmMeter.MOST + 600), true, "boot-1", MINUTE);
    AlarmLoad load = begun.load(set);

    assertEquals(AlarmMeter.MOST, load.in24Hours());
    assertEquals(500, load.in10Minutes(), "those of the end and the one of this boot");
  }

  private static int countedBy(Stamp now, Stamp before) {
    return new AlarmMeter(List.of(alarm(before)), now).load(now).in24Hours();
  }

  @Test
  void floodOfADayIsKeptWithinABound() {
    for (int i = 0; i < AlarmMeter.MOST + 500; i++) {
      meter.take(alarm(i * SECOND));
    }

    AlarmLoad load = meter.load(at((AlarmMeter.MOST + 500) * SECOND));

    assertEquals(AlarmMeter.MOST, load.in24Hours());
    assertTrue(load.flood());
  }

  /** Against counting by looking at every alarm for every minute. */
  @Property(tries = 200)
  void countsWhatOneCanCountByHand(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3_000) Integer> seconds) {
    List<Integer> sorted = seconds.stream().sorted().toList();
    var counting = new AlarmMeter(List.of(), at(0));
    sorted.forEach(second -> counting.take(alarm(second * SECOND)));
    int now = 3_000;

    AlarmLoad load = counting.load(at(now * SECOND));

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

  private static Alarm alarm(long uptimeMillis) {
    return alarm(at(uptimeMillis));
  }

  private static Alarm alarm(Stamp at) {
    return new Alarm("f-1", 1, Severity.CRITICAL, "FAN-201", "fan1", at);
  }

  /** That moment of a boot of which nobody ever knew the date. */
  private static Stamp at(long uptimeMillis) {
    return new Stamp(Instant.EPOCH, false, "boot-1", uptimeMillis);
  }

  private static int inTenMinutesTo(List<Integer> seconds, int end) {
    return (int) seconds.stream().filter(at -> at <= end && at > end - 600).count();
  }
}
