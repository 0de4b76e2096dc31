package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Alarms that somebody puts aside: for a time, or until they are put back. */
final class ShelvingTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Bench bench = Bench.only("FAN-201");

  @Test
  void shelvedFaultSaysByWhomAndUntilWhenAndStaysActive() {
    stoppedFan();

    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(599);

    assertEquals(List.of("RAISED FAN-201 fan1", "SHELVED FAN-201 fan1"), bench.story());
    Shelf shelf = shelf().orElseThrow();
    FaultTransition told = bench.lastTold().orElseThrow();
    assertEquals(Bench.TECHNICIAN, told.by());
    assertEquals(
        new Shelf("FAN-201", "fan1", told.at(), Optional.of(TEN_MINUTES), Bench.TECHNICIAN), shelf);
    assertEquals(Optional.of(told.at().wall().plus(TEN_MINUTES)), shelf.until());
    assertTrue(bench.active("FAN-201").active());
  }

  @Test
  void shelfEndsWithItsTimeAndOneUpdateTellsSo() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(600);

    assertEquals("UPDATED FAN-201 fan1", bench.story().getLast());
    assertEquals(Optional.empty(), shelf());
    assertEquals(Optional.of(Arrangements.NONE), bench.last.arrangements());
    assertEquals(3, bench.seconds(600).story().size());
  }

  @Test
  void shelfEndsByHandBeforeItsTime() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(60);

    bench.act(new Action.Unshelve("FAN-201", "fan1", Bench.TECHNICIAN));

    assertEquals("UPDATED FAN-201 fan1", bench.story().getLast());
    assertEquals(Bench.TECHNICIAN, bench.lastTold().orElseThrow().by());
    assertEquals(Optional.empty(), bench.scan().active("FAN-201").standing().shelf());
    assertEquals(
        new Outcome.Already(),
        bench.tried(new Action.Unshelve("FAN-201", "fan1", Bench.TECHNICIAN)));
  }

  @Test
  void nextEpisodeIsShelvedAsTheOneBefore() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), Duration.ofHours(1), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).seconds(61);
    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());

    bench.fan("fan1", 0).seconds(31);

    assertEquals("RAISED FAN-201 fan1", bench.story().getLast());
    assertTrue(shelf().isPresent());
  }

  @Test
  void shelfOfOneFanIsNoneOfAnother() {
    bench.fan("fan1", 0).fan("fan2", 0).scan().seconds(30);
    String fan1 = bench.last.active().getFirst().faultId();

    bench.act(new Action.Shelve(fan1, TEN_MINUTES, Bench.TECHNICIAN)).scan();

    assertEquals(
        List.of(true, false),
        bench.last.active().stream().map(f -> f.standing().shelf().isPresent()).toList());
  }

  @Test
  void shelvingAgainBeginsItsTimeAnew() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(500);
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(599);

    assertTrue(shelf().isPresent());
    assertEquals("SHELVED FAN-201 fan1", bench.story().getLast());
  }

  @Test
  void shelfOfMoreThanADayOrLessThanAMinuteIsRefused() {
    stoppedFan();
    var refused = new Outcome.Refused(Outcome.Why.TIME_OUT_OF_RANGE);
    var day = Duration.ofDays(1);

    assertEquals(
        refused, bench.tried(new Action.Shelve(faultId(), day.plusMillis(1), Bench.TECHNICIAN)));
    assertEquals(
        refused,
        bench.tried(new Action.Shelve(faultId(), Duration.ofSeconds(59), Bench.TECHNICIAN)));
    assertEquals(1, bench.story().size());
    bench.act(new Action.Shelve(faultId(), day, Bench.TECHNICIAN));
    bench.act(new Action.Shelve(faultId(), Duration.ofMinutes(1), Bench.TECHNICIAN));
  }

  @Test
  void wallClockThatIsNotToBeBelievedEndsNoShelf() {
    bench.clock.trustWall(false);
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN));
    bench.clock.stepWall(Duration.ofHours(3));

    assertTrue(bench.seconds(500).active("FAN-201").standing().shelf().isPresent());
    assertEquals(Optional.empty(), bench.seconds(100).active("FAN-201").standing().shelf());
  }

  @Test
  void timeOfASuspendedBoardCountsWhereTheWallClockTellsIt() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN));
    bench.clock.stepWall(Duration.ofHours(3));

    assertEquals(Optional.empty(), bench.seconds(1).active("FAN-201").standing().shelf());
  }

  @Test
  void shelfOutlivesARestartOfTheAgent() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).seconds(300);

    Bench after = restarted().fan("fan1", 0);
    after.clock.advance(Duration.ofSeconds(330));
    assertTrue(after.scan().active("FAN-201").standing().shelf().isPresent());
    assertEquals(Optional.empty(), after.seconds(301).active("FAN-201").standing().shelf());
  }

  @Test
  void faultThatIsOutOfServiceStaysSoUntilItIsPutBack() {
    stoppedFan();

    bench.act(new Action.TakeOut(faultId(), Bench.TECHNICIAN)).hours(30);

    assertEquals(List.of("RAISED FAN-201 fan1", "SHELVED FAN-201 fan1"), bench.story());
    assertTrue(shelf().orElseThrow().isOutOfService());
    bench.act(new Action.PutBack("FAN-201", "fan1", Bench.TECHNICIAN)).scan();
    assertEquals("UPDATED FAN-201 fan1", bench.story().getLast());
    assertEquals(Optional.empty(), shelf());
  }

  @Test
  void noEpisodeBeginsOutOfServiceAndWhatIsWrongWhenItIsPutBackIsOneAtOnce() {
    stoppedFan();
    bench.act(new Action.TakeOut(faultId(), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).seconds(61);
    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());
    int told = bench.story().size();

    bench.fan("fan1", 0).seconds(300);
    assertEquals(told, bench.story().size());
    assertEquals(List.of(), bench.last.active());

    bench.act(new Action.PutBack("FAN-201", "fan1", Bench.TECHNICIAN)).seconds(1);
    assertEquals("RAISED FAN-201 fan1", bench.story().getLast());
    Fault raised = bench.active("FAN-201");
    assertEquals(raised.last().minusSeconds(300), raised.first(), "seen all the time");
  }

  @Test
  void whatIsOutOfServiceCannotBeShelvedNorPutBackAsIfItWereShelved() {
    stoppedFan();
    bench.act(new Action.TakeOut(faultId(), Bench.TECHNICIAN));

    assertEquals(
        new Outcome.Already(),
        bench.tried(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)));
    assertEquals(
        new Outcome.Already(),
        bench.tried(new Action.Unshelve("FAN-201", "fan1", Bench.TECHNICIAN)));
    assertTrue(bench.scan().active("FAN-201").standing().shelf().orElseThrow().isOutOfService());
  }

  @Test
  void shelvedFaultCanBeTakenOutOfServiceAndAcknowledged() {
    stoppedFan();
    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN));
    bench.acknowledge(faultId());
    bench.act(new Action.TakeOut(faultId(), Bench.TECHNICIAN)).hours(1);

    assertTrue(shelf().orElseThrow().isOutOfService());
    assertTrue(bench.active("FAN-201").standing().acknowledged().isPresent());
  }

  @Test
  void publicImpactOfAShelvedFaultIsWhatItIs() {
    bench.fan("fan1", 0).scan().seconds(30);
    Fault before = bench.active("FAN-201");

    bench.act(new Action.Shelve(faultId(), TEN_MINUTES, Bench.TECHNICIAN)).scan();

    assertEquals(before.publicImpact(), bench.active("FAN-201").publicImpact());
    assertFalse(bench.last.active().isEmpty());
  }

  private void stoppedFan() {
    bench.fan("fan1", 0).scan().seconds(30);
  }

  private String faultId() {
    return bench.active("FAN-201").faultId();
  }

  private Optional<Shelf> shelf() {
    return bench.active("FAN-201").standing().shelf();
  }

  private Bench restarted() {
    Fault fault = bench.active("FAN-201");
    return Bench.only("FAN-201")
        .resume(
            new Recollection(
                List.of(Resumed.of(fault)),
                List.of(),
                new Arrangements(
                    List.of(fault.standing().shelf().orElseThrow()), Optional.empty(), List.of())));
  }
}
