package io.panelwatch.display.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.power.BrightnessSchedule.Entry;
import io.panelwatch.display.power.PowerPolicy.Light;
import io.panelwatch.display.power.PowerPolicy.Wish;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PowerPolicyTest {

  private static final long DAY = Duration.ofDays(1).toNanos();
  private static final BrightnessSchedule SHOP_HOURS =
      new BrightnessSchedule(
          80,
          List.of(
              new Entry(LocalTime.of(7, 0), 100),
              new Entry(LocalTime.of(20, 0), 30),
              new Entry(LocalTime.of(23, 0), 0)));
  private static final PowerPolicy POLICY =
      new PowerPolicy(
          SHOP_HOURS, Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofMinutes(30)));

  @Property(tries = 500, seed = "20260310")
  void longerIdleIsNeverBrighter(
      @ForAll("policies") PowerPolicy policy,
      @ForAll("idle") long oneIdle,
      @ForAll("idle") long otherIdle,
      @ForAll("times") Optional<LocalTime> time) {
    Wish sooner = wish(policy, Math.min(oneIdle, otherIdle), false, time);
    Wish later = wish(policy, Math.max(oneIdle, otherIdle), false, time);

    assertTrue(later.percent() <= sooner.percent());
    assertTrue(later.light().compareTo(sooner.light()) >= 0);
  }

  @Property(tries = 300, seed = "20260311")
  void whatWaitsForAPersonIsNeverDimNorDark(
      @ForAll("policies") PowerPolicy policy,
      @ForAll("idle") long idle,
      @ForAll("times") Optional<LocalTime> time) {
    Wish wish = wish(policy, idle, true, time);

    assertEquals(Light.ON, wish.light());
    assertTrue(wish.percent() >= 1);
  }

  @Property(tries = 500, seed = "20260312")
  void wishHoldsUntilItsNextChange(
      @ForAll("policies") PowerPolicy policy,
      @ForAll("idle") long idle,
      @ForAll boolean attention,
      @ForAll("times") Optional<LocalTime> time,
      @ForAll long anyPart) {
    Wish wish = wish(policy, idle, attention, time);
    assertTrue(wish.nextChangeNanos() > 0, "a change is ahead");
    long on = Math.floorMod(anyPart, Math.min(wish.nextChangeNanos(), 3 * DAY));

    Wish then = wish(policy, idle + on, attention, time.map(t -> t.plusNanos(on)));

    assertEquals(wish.light(), then.light());
    assertEquals(wish.percent(), then.percent());
  }

  @Property(tries = 300, seed = "20260313")
  void percentIsOneToHundredUnlessAsleep(
      @ForAll("policies") PowerPolicy policy,
      @ForAll("idle") long idle,
      @ForAll("times") Optional<LocalTime> time) {
    Wish wish = wish(policy, idle, false, time);

    assertEquals(wish.light() == Light.ASLEEP, wish.percent() == 0);
    assertTrue(wish.percent() <= 100);
  }

  @Example
  void scheduleChangesAtItsTimesExactlyAndHoldsOverMidnight() {
    assertEquals(100, SHOP_HOURS.percentAt(at("07:00")));
    assertEquals(0, SHOP_HOURS.percentAt(at("06:59:59.999999999")));
    assertEquals(0, SHOP_HOURS.percentAt(at("00:00")));
    assertEquals(0, SHOP_HOURS.percentAt(at("23:00")));
    assertEquals(30, SHOP_HOURS.percentAt(at("22:59:59.999999999")));
  }

  @Example
  void unknownTimeOfDayIsTheBrightestOne() {
    assertEquals(100, SHOP_HOURS.percentAt(Optional.empty()));
    assertEquals(60, BrightnessSchedule.always(60).percentAt(Optional.empty()));
  }

  @Example
  void panelDimsAndSleepsAfterItsTimesExactly() {
    Optional<LocalTime> noon = at("12:00");
    long dim = Duration.ofMinutes(5).toNanos();
    long off = Duration.ofMinutes(30).toNanos();

    assertEquals(new Wish(Light.ON, 100, 1), wish(POLICY, dim - 1, false, noon));
    assertEquals(new Wish(Light.DIMMED, 20, off - dim), wish(POLICY, dim, false, noon));
    assertEquals(new Wish(Light.DIMMED, 20, 1), wish(POLICY, off - 1, false, noon));
    assertEquals(Light.ASLEEP, wish(POLICY, off, false, noon).light());
  }

  @Example
  void darkHoursAreLitForAMinuteAfterATouch() {
    long minute = PowerPolicy.LOOK_IN_DARK_HOURS.toNanos();

    assertEquals(new Wish(Light.ON, 80, minute), wish(POLICY, 0, false, at("02:00")));
    assertEquals(
        new Wish(Light.ASLEEP, 0, Duration.ofHours(5).toNanos() - minute),
        wish(POLICY, minute, false, at("02:01")));
  }

  @Example
  void faultAtNightIsShownAtPlainBrightness() {
    assertEquals(
        new Wish(Light.ON, 80, Duration.ofHours(4).toNanos()),
        wish(POLICY, DAY, true, at("03:00")));
  }

  @Example
  void timeOfDayThatIsNotKnownIsAskedForAgainEveryMinuteWhereItMatters() {
    var always = new PowerPolicy(BrightnessSchedule.always(60), Optional.empty(), Optional.empty());
    var dark = new BrightnessSchedule(60, List.of(new Entry(LocalTime.NOON, 0)));
    var neverLit = new PowerPolicy(dark, Optional.empty(), Optional.empty());
    long minute = PowerPolicy.LOOK_FOR_TIME.toNanos();

    assertEquals(new Wish(Light.ON, 100, minute), wish(POLICY, DAY, true, Optional.empty()));
    assertEquals(new Wish(Light.ON, 100, minute), wish(POLICY, 0, false, Optional.empty()));
    assertEquals(new Wish(Light.ASLEEP, 0, minute), wish(neverLit, DAY, false, Optional.empty()));
    assertEquals(new Wish(Light.ON, 60, Long.MAX_VALUE), wish(always, 0, false, Optional.empty()));
  }

  @Example
  void scheduleOutOfOrderIsRefused() {
    var late = new Entry(LocalTime.of(9, 0), 10);
    var early = new Entry(LocalTime.of(8, 0), 10);

    assertThrows(
        IllegalArgumentException.class, () -> new BrightnessSchedule(50, List.of(late, early)));
    assertThrows(
        IllegalArgumentException.class, () -> new BrightnessSchedule(50, List.of(late, late)));
    assertThrows(IllegalArgumentException.class, () -> BrightnessSchedule.always(0));
  }

  @Provide
  Arbitrary<PowerPolicy> policies() {
    Arbitrary<List<Entry>> entries =
        Combinators.combine(
                Arbitraries.integers().between(0, 1439), Arbitraries.integers().between(0, 100))
            .as((minute, percent) -> new Entry(LocalTime.ofSecondOfDay(60L * minute), percent))
            .list()
            .ofMaxSize(5)
            .uniqueElements(Entry::at)
            .map(list -> list.stream().sorted(Comparator.comparing(Entry::at)).toList());
    Arbitrary<Optional<Duration>> after =
        Arbitraries.integers().between(1, 7200).map(Duration::ofSeconds).optional();
    return Combinators.combine(Arbitraries.integers().between(1, 100), entries, after, after)
        .as(
            (bright, list, dim, off) ->
                new PowerPolicy(new BrightnessSchedule(bright, list), dim, off));
  }

  @Provide
  Arbitrary<Long> idle() {
    return Arbitraries.longs().between(0, Duration.ofHours(3).toNanos());
  }

  @Provide
  Arbitrary<Optional<LocalTime>> times() {
    return Arbitraries.longs().between(0, DAY - 1).map(LocalTime::ofNanoOfDay).optional();
  }

  private static Wish wish(
      PowerPolicy policy, long idle, boolean attention, Optional<LocalTime> time) {
    long touched = 1_000;
    return policy.wish(touched, attention, new LocalMoment(touched + idle, time));
  }

  private static Optional<LocalTime> at(String time) {
    return Optional.of(LocalTime.parse(time));
  }
}
