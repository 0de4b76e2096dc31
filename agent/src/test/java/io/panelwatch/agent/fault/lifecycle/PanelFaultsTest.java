package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Witness;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What becomes of a panel that refuses, is gone, stands still or resets itself. */
final class PanelFaultsTest {

  private final Bench bench = new Bench();
  private final Bench after = new Bench();

  @Test
  void panelThatRefusesThreeTimesInARowRaisesDsp701AndOneGoodPictureClearsIt() {
    bench.panel().scan().panel(2, 0, 0).seconds(60);
    assertEquals(List.of(), bench.story(), "twice is no fault, however long it takes");

    bench.panel(3, 0, 0).seconds(1);
    assertEquals(List.of("RAISED DSP-701 lcd"), bench.story());
    bench.panel(1, 0, 0).seconds(60);
    assertEquals(1, bench.last.active().size(), "and not over while it refuses");

    bench.panel().seconds(1);
    assertEquals(List.of("RAISED DSP-701 lcd", "CLEARED DSP-701 lcd"), bench.story());
  }

  @Test
  void refusalIsToldWithItsDeviceCallAndErrno() {
    bench.panel(3, 0, 0).scan();

    Fault fault = bench.active("DSP-701");
    assertEquals("/dev/spidev0.0 (ioctl SPI_IOC_MESSAGE): errno 5", fault.source());
    Reading write =
        fault.freezeFrame().raw().stream()
            .filter(reading -> reading.quantity() == Quantity.PANEL_WRITE)
            .findFirst()
            .orElseThrow();
    assertEquals(5, write.errno());
    assertEquals("/dev/spidev0.0 (ioctl SPI_IOC_MESSAGE)", write.source());
  }

  @Test
  void panelThatIsGoneForTenSecondsRaisesDsp702AloneAndClearsItWhenItIsBack() {
    bench.panel().scan().panelGone(1).seconds(1);
    assertEquals(List.of("DSP-702 lcd in 10s"), bench.pending());
    bench.panelGone(9).seconds(9);
    assertEquals(List.of(), bench.story());
    bench.seconds(1);
    assertEquals(List.of("RAISED DSP-702 lcd"), bench.story());
    assertEquals(
        "/dev/fb1 (ioctl FBIOGET_VSCREENINFO): errno 19", bench.active("DSP-702").source());

    bench.panel().seconds(1);
    assertEquals(List.of("RAISED DSP-702 lcd", "CLEARED DSP-702 lcd"), bench.story());
  }

  @Test
  void panelThatRefusesAndThenGoesAwayIsBothUntilItIsBack() {
    bench.panel(3, 0, 0).scan().panelGone(4).seconds(11);
    assertEquals(List.of("RAISED DSP-701 lcd", "RAISED DSP-702 lcd"), bench.story());

    bench.panel().seconds(1);
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void loopThatStandsStillForThreePeriodsRaisesDsp703AndOneTurnClearsIt() {
    bench.panel(0, 0, 29.9).scan();
    assertEquals(List.of(), bench.story());
    bench.panel(0, 0, 30).seconds(1);
    assertEquals(List.of("RAISED DSP-703 lcd"), bench.story());

    bench.panel().seconds(1);
    assertEquals(List.of("RAISED DSP-703 lcd", "CLEARED DSP-703 lcd"), bench.story());
  }

  @Test
  @RaisesAndClears("DSP-704")
  void panelThatResetItselfRaisesDsp704UntilADayIsClean(Witness witness) {
    bench.panel().scan().panel(0, 1, 0).seconds(1);
    assertEquals(List.of("RAISED DSP-704 lcd"), bench.story());
    assertEquals(Severity.MINOR, bench.active("DSP-704").severity());

    bench.hours(20).panel(0, 2, 0).seconds(1).hours(23);
    assertEquals(1, bench.last.active().size(), "a day after the last one");
    bench.hours(1);
    assertEquals(
        List.of("RAISED DSP-704 lcd", "UPDATED DSP-704 lcd", "CLEARED DSP-704 lcd"), bench.story());
    witness.saw(bench.told.stream().map(FaultTransition::fault).toList());
  }

  @Test
  void thirdResetInADayMakesItMajorUntilADayIsClean() {
    bench.panel(0, 2, 0).scan().hours(10).panel(0, 3, 0).seconds(1);
    assertEquals(List.of("RAISED DSP-704 lcd", "UPDATED DSP-704 lcd"), bench.story());
    assertEquals(Severity.MAJOR, bench.active("DSP-704").severity());

    bench.hours(23);
    assertEquals(Severity.MAJOR, bench.active("DSP-704").severity(), "no way back but the end");
    bench.hours(1);
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void resetsThatAreADayApartStayMinor() {
    bench.panel(0, 1, 0).scan();
    for (int reset = 2; reset <= 6; reset++) {
      bench.hours(13).panel(0, reset, 0).seconds(1);
    }

    assertEquals(Severity.MINOR, bench.active("DSP-704").severity());
    assertEquals(1, bench.story().stream().filter(told -> told.startsWith("RAISED")).count());
  }

  @Test
  void everyResetBelowTheWorstLevelIsToldWithHowManyThereWere() {
    bench.panel(0, 1, 0).scan().hours(1).panel(0, 2, 0).seconds(60);

    assertEquals(List.of("RAISED DSP-704 lcd", "UPDATED DSP-704 lcd"), bench.story());
    Fault fault = bench.active("DSP-704");
    assertEquals(Severity.MINOR, fault.severity());
    assertEquals(OptionalDouble.of(2), fault.limit().value());
    assertEquals(fault.first().plus(Duration.ofHours(1)), fault.last().minusSeconds(1));
  }

  @Test
  void panelThatResetsItselfAllTheTimeIsToldOnceAnHour() {
    bench.panel(0, 3, 0).scan();
    for (int second = 1; second <= 7_200; second++) {
      bench.panel(0, 3 + second, 0).seconds(1);
    }

    assertEquals(3, bench.story().size(), bench.story()::toString);
  }

  @Test
  void resetsThatChangedNoLevelCountAfterARestartToo() {
    bench.panel(0, 1, 0).scan().hours(10).panel(0, 2, 0).seconds(1);

    after.clock.advance(Duration.ofHours(11));
    after.resume(bench.last.active()).panel(0, 1, 0).scan();

    assertEquals(List.of("UPDATED DSP-704 lcd"), after.story());
    assertEquals(Severity.MAJOR, after.active("DSP-704").severity(), "the third in a day");
  }

  @Test
  void dayAfterARestartBeginsWithTheLastReset() {
    bench.panel(0, 1, 0).scan().hours(20).panel(0, 2, 0).seconds(1);
    after.clock.advance(Duration.ofHours(21));

    after.resume(bench.last.active()).panel().scan().hours(22);
    assertEquals(1, after.last.active().size(), "23 hours after the second reset");
    after.hours(2);

    assertEquals(List.of("CLEARED DSP-704 lcd"), after.story());
  }

  @Test
  void resetOfBeforeARestartStillCountsForTheRestOfItsDay() {
    bench.panel(0, 1, 0).scan().hours(10);
    List<Fault> left = bench.last.active();
    after.clock.advance(Duration.ofHours(10));

    after.resume(left).panelUntried().scan().hours(13);
    assertEquals(left, after.last.active(), "the agent's own counter began at 0");
    after.hours(2);
    assertEquals(List.of("CLEARED DSP-704 lcd"), after.story());
  }

  @Test
  void resetsOnBothSidesOfARestartAddUp() {
    bench.panel(0, 1, 0).scan();

    after.resume(bench.last.active()).panelUntried().scan().panel(0, 2, 0).seconds(1);

    assertEquals(List.of("UPDATED DSP-704 lcd"), after.story());
    assertEquals(Severity.MAJOR, after.active("DSP-704").severity());
  }

  @Test
  void wallClockThatJumpsDoesNotEndTheDay() {
    bench.panel(0, 1, 0).scan();
    bench.clock.stepWall(Duration.ofDays(200));

    bench.seconds(60);

    assertEquals(List.of("RAISED DSP-704 lcd"), bench.story());
  }

  @Test
  void wallClockThatIsBehindAfterARestartDoesNotKeepTheFaultForEver() {
    bench.panel(0, 1, 0).scan();
    after.clock.stepWall(Duration.ofDays(-200));

    after.resume(bench.last.active()).panel().scan().hours(25);

    assertEquals(List.of("CLEARED DSP-704 lcd"), after.story());
  }

  @Test
  void agentThatStartsOnABrokenPanelDoesNotTellThatItIsWellBeforeItTried() {
    bench.panel(3, 0, 0).scan().panelGone(4).seconds(11);
    List<Fault> left = bench.last.active();
    assertEquals(2, left.size());

    after.resume(left).panelUntried().scan().seconds(60).panelGone(1).seconds(60);

    assertEquals(List.of(), after.story());
    assertEquals(left, after.last.active());
  }

  @Test
  void panelThatIsNotDrivenAnyMoreHasNoFaults() {
    bench.panel(3, 3, 40).scan();
    assertEquals(3, bench.last.active().size());

    after.resume(bench.last.active()).scan();

    assertTrue(after.last.active().isEmpty(), after.last.active()::toString);
  }
}
