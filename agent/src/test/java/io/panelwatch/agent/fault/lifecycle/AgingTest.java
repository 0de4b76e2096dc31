package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of a fan that has failed: how often, and how long it is well since. */
final class AgingTest {

  private static final Measured SILENT = new Measured.Failed(5, "read", "/hwmon/fan1");

  private final Bench bench = Bench.only("FAN-201");

  @Test
  void faultIsRememberedFromItsFirstEpisodeOn() {
    bench.fan("fan1", 1200).scan();
    assertEquals(List.of(), List.copyOf(bench.memory.values()), "nothing of what never failed");

    bench.fan("fan1", 0).seconds(31);

    DtcEntry entry = entry(bench);
    assertEquals(1, entry.total());
    assertEquals(bench.active("FAN-201").faultId(), entry.lastFault());
    assertEquals(new DtcEntry.Cycle("boot-7", 0, false, true), entry.cycle());
  }

  @Test
  void episodesAreCountedInAllAndInTheirBoot() {
    failsOnce(bench);
    failsOnce(bench);
    Bench next = nextBoot("boot-8", bench);

    failsOnce(next);

    assertEquals(
        new Occurrence(3, 1, 0, DtcStatus.failedIn("boot-8")),
        next.told.getLast().fault().occurrence());
    assertEquals(3, entry(next).total());
    assertEquals(1, entry(next).thisBoot());
  }

  @Test
  void restartOfTheAgentIsNoNewBoot() {
    failsOnce(bench);
    Bench again = nextBoot("boot-7", bench);

    failsOnce(again);

    assertEquals(2, entry(again).thisBoot());
    assertEquals(0, entry(again).cleanCycles());
  }

  @Test
  void dayInWhichTheFanOnlyTurnedIsClean() {
    failsOnce(bench);
    bench.hours(24);
    assertEquals(0, entry(bench).cleanCycles(), "it failed on the first day");

    bench.hours(24);

    assertEquals(1, entry(bench).cleanCycles(), "the second was clean, the third has begun");
    bench.hours(72);
    assertEquals(4, entry(bench).cleanCycles());
  }

  @Test
  void bootInWhichTheFanTurnedIsCleanHoweverShort() {
    failsOnce(bench);
    Bench second = nextBoot("boot-8", bench).fan("fan1", 1200).scan();
    Bench third = nextBoot("boot-9", second).fan("fan1", 1200).scan();

    assertEquals(0, entry(second).cleanCycles());
    assertEquals(1, entry(third).cleanCycles());
  }

  @Test
  void bootInWhichTheFanCouldNotBeReadIsNeitherCleanNorNot() {
    failsOnce(bench);
    Bench second = nextBoot("boot-8", bench).fan("fan1", SILENT).scan().hours(30);
    assertEquals(0, second.memory.size());

    Bench third = nextBoot("boot-9", second, bench.memory.values()).fan("fan1", 1200).scan();

    assertEquals(0, entry(third).cleanCycles());
  }

  @Test
  void fortyCleanCyclesAreTheEndOfItAndItsCountGoesOn() {
    failsOnce(bench);
    bench.hours(24 * 40);
    assertFalse(entry(bench).aged());

    bench.hours(24);
    assertTrue(entry(bench).aged());
    assertEquals(DtcEntry.AGED, entry(bench.hours(48)).cleanCycles());

    failsOnce(bench);
    assertFalse(entry(bench).aged());
    assertEquals(2, entry(bench).total());
  }

  @Test
  void lateSignOffTellsHowLongItIsWellSince() {
    failsOnce(bench);
    String faultId = bench.told.getLast().fault().faultId();
    bench.hours(24 * 20);

    bench.act(new Action.Resolve(faultId, "cleaned", "", false, Bench.TECHNICIAN));

    assertEquals(19, bench.told.getLast().fault().occurrence().cleanCycles());
  }

  @Test
  void faultThatLastsIsNoCleanDay() {
    bench.fan("fan1", 0).scan().hours(24 * 3);

    assertEquals(0, entry(bench).cleanCycles());
    assertTrue(entry(bench).cycle().failed());
  }

  @Test
  void memoryIsGivenToBeStoredOnceADayAtMost() {
    failsOnce(bench);
    bench.hours(24);
    int given = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      given += bench.scan().last.memory().size();
      bench.clock.advance(Duration.ofMinutes(1));
    }

    assertEquals(1, given);
  }

  private static void failsOnce(Bench bench) {
    bench.fan("fan1", 0).seconds(31).fan("fan1", 1200).seconds(61);
  }

  private static Bench nextBoot(String boot, Bench before) {
    return nextBoot(boot, before, before.memory.values());
  }

  private static Bench nextBoot(String boot, Bench before, Collection<DtcEntry> memory) {
    List<Resumed> active = before.last.active().stream().map(Resumed::of).toList();
    return Bench.onlyIn(boot, "FAN-201")
        .resume(new Recollection(active, List.copyOf(memory), Arrangements.NONE));
  }

  private static DtcEntry entry(Bench bench) {
    return bench.memory.get("FAN-201 fan1");
  }
}
