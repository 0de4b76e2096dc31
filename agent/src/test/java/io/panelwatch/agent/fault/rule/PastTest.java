package io.panelwatch.agent.fault.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PastTest {

  private static final Quantity COUNTER = Quantity.LINK_CARRIER_CHANGES;
  private static final Quantity SECTORS = Quantity.SMART_PENDING_SECTORS;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Past past = Past.NONE;

  @Test
  void whatACounterStoodAtWhenItWasFirstReadIsItsBaseline() {
    count(0, 304);

    assertEquals(0, past.increase(COUNTER, "eth0", MINUTE));
    assertFalse(past.grew(COUNTER, "eth0"));
    assertEquals(OptionalDouble.of(304), past.highest(COUNTER, "eth0"));
  }

  @Test
  void growthCountsWithinItsWindowAndNotOneSecondLonger() {
    count(0, 10);
    count(30, 13);
    assertTrue(past.grew(COUNTER, "eth0"));
    count(89, 13);
    assertEquals(3, past.increase(COUNTER, "eth0", MINUTE));
    assertFalse(past.grew(COUNTER, "eth0"));

    count(90, 13);
    assertEquals(0, past.increase(COUNTER, "eth0", MINUTE));
    assertEquals(3, past.increase(COUNTER, "eth0", MINUTE.multipliedBy(5)));
  }

  @Test
  void counterThatIsLowerThanBeforeHasBegunAnew() {
    count(0, 100);
    count(10, 4);

    assertEquals(4, past.increase(COUNTER, "eth0", MINUTE));
  }

  @Test
  void counterThatNeverRestsIsNeverUnderestimatedAndHardlyOverestimated() {
    for (int second = 0; second <= 10_000; second++) {
      count(second, second * 10.0);
    }

    double growth = past.increase(COUNTER, "eth0", Duration.ofMinutes(15));
    assertTrue(growth >= 9000, () -> "at least what it grew in 900 s: " + growth);
    assertTrue(growth <= 9000 * 1.2, () -> "and not much more: " + growth);
  }

  @Test
  void whatAKeptCounterHasGrownByIsGrowthOfTheFirstScan() {
    past = past.withCounted(COUNTER, "eth0", 10).withCounted(COUNTER, "eth1", 10);
    count(0, 13);

    assertEquals(3, past.increase(COUNTER, "eth0", MINUTE));
    assertEquals(3, past.increaseFromNothing(COUNTER, "eth0", MINUTE));
    assertTrue(past.grew(COUNTER, "eth0"));
    assertFalse(past.grew(COUNTER, "eth1"));
    count(60, 13);
    assertEquals(0, past.increaseFromNothing(COUNTER, "eth0", MINUTE));
  }

  @Test
  void whatIsNoLongerThereIsForgottenForWhatIsNew() {
    past = past.with(scan(0, links(0, Past.MOST_TRACES)));
    assertTrue(past.isFull());
    past = past.with(scan(1, links(1, Past.MOST_TRACES + 1)));

    assertEquals(OptionalDouble.empty(), past.highest(COUNTER, "link0"));
    assertEquals(OptionalDouble.of(7), past.highest(COUNTER, "link1"));
    assertEquals(OptionalDouble.of(7), past.highest(COUNTER, "link" + Past.MOST_TRACES));
  }

  @Test
  void whatIsKnownFromBeforeTheStartIsForgottenLast() {
    past = past.withSeen(COUNTER, "kept", 1).withCounted(COUNTER, "counted", 2);
    assertFalse(past.isFull());
    past = past.with(scan(0, links(0, Past.MOST_TRACES - 2)));
    assertTrue(past.isFull());

    past = past.with(scan(1, links(1, Past.MOST_TRACES - 1)));
    assertEquals(OptionalDouble.empty(), past.highest(COUNTER, "link0"));
    assertEquals(OptionalDouble.of(1), past.highest(COUNTER, "kept"));
    assertEquals(OptionalDouble.of(2), past.highest(COUNTER, "counted"));

    past = past.with(scan(2, links(1, Past.MOST_TRACES)));
    assertEquals(OptionalDouble.empty(), past.highest(COUNTER, "kept"));
    assertEquals(OptionalDouble.of(2), past.highest(COUNTER, "counted"));

    past = past.with(scan(3, links(1, Past.MOST_TRACES + 2)));
    assertEquals(OptionalDouble.of(7), past.highest(COUNTER, "link" + Past.MOST_TRACES));
    assertEquals(
        OptionalDouble.empty(), past.highest(COUNTER, "link" + (Past.MOST_TRACES + 1)), "no room");
  }

  @Test
  void anotherDiskUnderTheSameNameBeginsAnew() {
    count(0, 10, 1);
    count(1, 13, 1);
    assertEquals(3, past.increase(SECTORS, "eth0", MINUTE));
    count(2, 500, 2);
    assertEquals(0, past.increase(SECTORS, "eth0", MINUTE));
    count(3, 502, 2);
    assertEquals(2, past.increase(SECTORS, "eth0", MINUTE));
  }

  private void count(int second, double sectors, double identity) {
    past = past.with(scan(second, good(SECTORS, sectors), good(Quantity.SMART_IDENTITY, identity)));
  }

  @Test
  void anyComponentWillDoWhereAnyIsAskedFor() {
    assertFalse(past.wasEverOnAny(COUNTER, -1));
    count(0, 5);
    assertTrue(past.wasEverOnAny(COUNTER, 4));
    assertFalse(past.wasEverOnAny(COUNTER, 5));
    assertFalse(past.wasEverOnAny(Quantity.LINK_SPEED_MBPS, 0));
  }

  @Test
  void whatWasListedIsBoundedAsWell() {
    past = past.with(scan(0, links(0, Past.MOST_TRACES + 5)));
    assertEquals(Past.MOST_TRACES, past.listed(SensorFamily.NET_LINKS).size());
    past = past.with(scan(1, good(COUNTER, 1)));
    assertEquals(Past.MOST_TRACES, past.listed(SensorFamily.NET_LINKS).size());
  }

  private static Reading[] links(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> new Reading(COUNTER, "link" + i, OptionalDouble.of(7), Quality.GOOD, 0, "/sys"))
        .toArray(Reading[]::new);
  }

  @Test
  void readThatFailedChangesNothing() {
    count(0, 100);
    past =
        past.with(
            scan(10, new Reading(COUNTER, "eth0", OptionalDouble.empty(), Quality.FAILED, 5, "/")));
    count(20, 101);

    assertEquals(1, past.increase(COUNTER, "eth0", MINUTE));
  }

  @Test
  void highestAndLatestValueAreKept() {
    past = past.with(scan(0, good(Quantity.LINK_SPEED_MBPS, 1000)));
    past = past.with(scan(1, good(Quantity.LINK_SPEED_MBPS, 100))).with(scan(2));

    assertEquals(OptionalDouble.of(100), past.last(Quantity.LINK_SPEED_MBPS, "eth0"));
    assertEquals(OptionalDouble.of(1000), past.highest(Quantity.LINK_SPEED_MBPS, "eth0"));
    assertTrue(past.wasEver(Quantity.LINK_SPEED_MBPS, "eth0", 999));
    assertFalse(past.wasEver(Quantity.LINK_SPEED_MBPS, "eth0", 1000));
    assertFalse(past.wasEver(Quantity.LINK_SPEED_MBPS, "eth1", 0));
  }

  @Test
  void whatWasListedOnceStaysKnown() {
    count(0, 1);
    past = past.with(scan(1));

    assertEquals(Set.of("eth0"), past.listed(SensorFamily.NET_LINKS));
    assertEquals(Set.of(), past.listed(SensorFamily.FANS));
  }

  private void count(int second, double value) {
    past = past.with(scan(second, good(COUNTER, value)));
  }

  private static Reading good(Quantity quantity, double value) {
    return new Reading(quantity, "eth0", OptionalDouble.of(value), Quality.GOOD, 0, "/sys");
  }

  private static Scan scan(int second, Reading... readings) {
    return new Scan(Instant.EPOCH, false, Duration.ofSeconds(second).toNanos(), List.of(readings));
  }
}
