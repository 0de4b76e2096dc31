package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.UsbDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Repairs that are signed off. */
final class SignOffTest {

  private static final Resolution REPLACED =
      new Resolution(Bench.TECHNICIAN, Optional.empty(), "replaced", "fan 40 mm", false, false);

  private final Bench bench = Bench.only("FAN-201", "FAN-203", "FAN-204", "DSK-403");

  @Test
  void signOffOfWhatIsStillThereEndsNothingAndAcknowledges() {
    stoppedFan();

    bench.act(replaced(bench.active("FAN-201"))).seconds(60);

    assertEquals(List.of("RAISED FAN-201 fan1", "RESOLVED FAN-201 fan1"), bench.story());
    Fault fault = bench.active("FAN-201");
    assertTrue(fault.active());
    Resolution how = fault.standing().resolution().orElseThrow();
    assertTrue(how.saysTheSameAs(REPLACED), how::toString);
    Acknowledged seen = fault.standing().acknowledged().orElseThrow();
    assertEquals(Bench.TECHNICIAN, seen.by());
    assertEquals(Optional.of(seen.at()), how.at(), "by the one deed");
  }

  @Test
  void whatWasSignedOffEndsByWhatIsRead() {
    stoppedFan();
    bench.act(replaced(bench.active("FAN-201")));

    bench.fan("fan1", 1200).seconds(61);

    assertEquals("CLEARED FAN-201 fan1", bench.story().getLast());
    assertTrue(resolution().saysTheSameAs(REPLACED), () -> resolution().toString());
  }

  @Test
  void latchedFaultEndsWithItsSignOff() {
    bench.readOnly("data", true).scan().readOnly("data", false).seconds(1);
    assertTrue(bench.active("DSK-403").standing().latched());

    bench.act(replaced(bench.active("DSK-403")));

    assertEquals(
        List.of("RESOLVED DSK-403 data", "CLEARED DSK-403 data"), bench.story().subList(2, 4));
    assertFalse(bench.told.getLast().fault().standing().latched());
  }

  @Test
  void faultThatIsOverCanBeSignedOffForAMonth() {
    Fault over = endedFault();

    bench.act(replaced(over));

    Fault resolved = bench.told.getLast().fault();
    assertEquals("RESOLVED FAN-201 fan1", bench.story().getLast());
    assertEquals(over.rev() + 1, resolved.rev());
    assertFalse(resolved.active());
    assertEquals(over.cleared(), resolved.cleared());
  }

  @Test
  void secondSignOffOfAFaultThatIsOverGoesOnFromTheFirst() {
    Fault over = endedFault();
    bench.act(replaced(over));

    assertEquals(new Outcome.Already(), bench.tried(replaced(over)));
    bench.act(new Action.Resolve(over.faultId(), "cleaned", "", false, Bench.TECHNICIAN));

    assertEquals(over.rev() + 2, bench.told.getLast().fault().rev());
  }

  @Test
  void faultThatIsOverIsSignedOffWhateverTheClockSaysOfItsEnd() {
    stoppedFan();
    bench.clock.trustWall(false);
    bench.fan("fan1", 1200).seconds(61);
    Fault over = bench.told.getLast().fault();
    setClock(Duration.ofDays(36));

    bench.act(replaced(over));

    assertEquals("RESOLVED FAN-201 fan1", bench.story().getLast());
  }

  @Test
  void faultThatNobodyKnowsIsNone() {
    assertEquals(
        new Outcome.Refused(Outcome.Why.NO_SUCH_FAULT),
        bench.tried(new Action.Resolve("F99", "replaced", "", false, Bench.TECHNICIAN)));
  }

  @Test
  void drillIsNothingToBeSignedOff() {
    bench.act(new Action.BeginDrill("FAN-201", "fan1", Duration.ofMinutes(1), Bench.TECHNICIAN));
    Fault drill = bench.told.getLast().fault();
    var refused = new Outcome.Refused(Outcome.Why.IS_A_DRILL);

    assertEquals(refused, bench.tried(replaced(drill)));
    bench.act(new Action.EndDrill(Bench.TECHNICIAN));
    assertEquals(refused, bench.tried(replaced(drill)));
  }

  @Test
  void wordsOfASignOffAreBounded() {
    String tooLong = "x".repeat(Action.Resolve.MOST_WORDS + 1);

    assertThrows(
        IllegalArgumentException.class,
        () -> new Action.Resolve("F1", tooLong, "", false, Bench.TECHNICIAN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Action.Resolve("F1", "", tooLong, false, Bench.TECHNICIAN));
  }

  @Test
  void repairThatHasPassedItsRetestIsVerified() {
    stoppedFan();
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(faultId, Bench.TECHNICIAN)).seconds(31);

    bench.act(new Action.Resolve(faultId, "replaced", "", false, Bench.TECHNICIAN));

    assertTrue(resolution().verified());
    assertTrue(bench.told.getLast().fault().active(), "its off-delay is a minute");
  }

  @Test
  void saidAgainAfterTheVisitItIsVerifiedStill() {
    Fault over = verifiedAndOver();

    assertEquals(new Outcome.Already(), bench.tried(replaced(over)));
  }

  @Test
  void whatWasVerifiedStaysSoWhereItIsSaidInOtherWords() {
    Fault over = verifiedAndOver();

    bench.act(new Action.Resolve(over.faultId(), "cleaned", "", false, Bench.TECHNICIAN));

    assertEquals("cleaned", resolution().action());
    assertTrue(resolution().verified());
  }

  @Test
  void repairThatIsTriedOutAfterItsSignOffIsVerifiedWhereThatIsSaidAgain() {
    stoppedFan();
    Fault fault = bench.active("FAN-201");
    bench.act(new Action.OpenVisit("V1", Set.of(fault.faultId()), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(replaced(fault));
    bench.act(new Action.Retest(fault.faultId(), Bench.TECHNICIAN)).seconds(31);

    bench.act(replaced(fault));

    assertTrue(resolution().verified());
  }

  @Test
  void repairThatFailsAgainAfterItsRetestIsNotVerified() {
    stoppedFan();
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(faultId, Bench.TECHNICIAN)).seconds(31);
    bench.fan("fan1", 0).seconds(1);

    bench.act(new Action.Resolve(faultId, "replaced", "", false, Bench.TECHNICIAN));

    assertFalse(resolution().verified());
  }

  @Test
  void faultThatCameOnceMoreSinceItsRetestIsNotVerifiedByIt() {
    stoppedFan();
    String faultId = bench.active("FAN-201").faultId();
    bench.act(new Action.OpenVisit("V1", Set.of(faultId), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(faultId, Bench.TECHNICIAN)).seconds(31);
    bench.fan("fan1", 0).seconds(1).fan("fan1", 1200).seconds(10);

    bench.act(new Action.Resolve(faultId, "replaced", "", false, Bench.TECHNICIAN));

    assertFalse(resolution().verified());
  }

  @Test
  void faultThatIsOverIsNotVerifiedWhileTheNextOneOfItsKindIsThere() {
    stoppedFan();
    Fault over = bench.active("FAN-201");
    bench.act(new Action.OpenVisit("V1", Set.of(), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(over.faultId(), Bench.TECHNICIAN)).seconds(61);
    stoppedFan();

    bench.act(replaced(over));

    assertFalse(resolution().verified());
  }

  @Test
  void whatWasTakenAwayByTheTicketOfAFaultThatIsOverEndsTheLaterOne() {
    var printer = new UsbDevice("printer", "/sys/bus/usb", Measured.of(false));
    Bench board = Bench.only("BRD-606").part(printer).seconds(16);
    Fault over = board.active("BRD-606");
    board.part(new UsbDevice("printer", "/sys/bus/usb", Measured.of(true))).seconds(120);
    board.part(printer).seconds(16);

    board.act(removed(over)).seconds(60);

    assertEquals(List.of(), board.last.active());
    assertEquals("CLEARED BRD-606 printer", board.story().getLast());
  }

  @Test
  void fanThatWasTakenAwayForGoodIsMissedByNoCode() {
    stoppedFan();

    bench.act(removed(bench.active("FAN-201"))).without("fan1").seconds(600);

    assertEquals(
        List.of("RAISED FAN-201 fan1", "RESOLVED FAN-201 fan1", "CLEARED FAN-201 fan1"),
        bench.story());
    assertEquals(List.of(), bench.last.active());
    assertEquals(List.of(), bench.pending());
  }

  @Test
  void allThatWasAFaultOfWhatWasTakenAwayEndsWithIt() {
    bench.fan("fan1", 1200).scan().brokenFan("fan1").seconds(11);
    bench.without("fan1").seconds(10);

    bench.act(removed(bench.active("FAN-204"))).seconds(1);

    assertEquals(
        List.of("RESOLVED FAN-204 fan1", "CLEARED FAN-203 fan1", "CLEARED FAN-204 fan1"),
        bench.story().subList(2, 5));
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void whatWasTakenAwayIsMissedNeitherAfterARestart() {
    var printer = new UsbDevice("printer", "/sys/bus/usb", Measured.of(false));
    Bench board = Bench.only("BRD-606").part(printer).seconds(16);
    board.act(removed(board.active("BRD-606")));

    Bench after =
        Bench.only("BRD-606")
            .resume(new Recollection(List.of(), List.of(), board.arrangements))
            .part(printer)
            .seconds(60);

    assertEquals(List.of(), after.story());
    assertEquals(List.of(), after.pending());
  }

  @Test
  void fanThatComesBackAfterAllIsWatchedAgain() {
    stoppedFan();
    bench.act(removed(bench.active("FAN-201"))).without("fan1").seconds(600);

    bench.fan("fan1", 1200).seconds(10);

    assertEquals(Arrangements.NONE, bench.arrangements);
    bench.without("fan1").seconds(10);
    assertEquals("RAISED FAN-204 fan1", bench.story().getLast());
  }

  private Resolution resolution() {
    return bench.told.getLast().fault().standing().resolution().orElseThrow();
  }

  /** Signed off in a visit that is closed by now. */
  private Fault verifiedAndOver() {
    stoppedFan();
    Fault fault = bench.active("FAN-201");
    bench.act(new Action.OpenVisit("V1", Set.of(fault.faultId()), Bench.TECHNICIAN));
    bench.fan("fan1", 1200).act(new Action.Retest(fault.faultId(), Bench.TECHNICIAN)).seconds(31);
    bench.act(replaced(fault)).act(new Action.CloseVisit(Bench.TECHNICIAN)).seconds(60);
    Fault over = bench.told.getLast().fault();
    assertFalse(over.active());
    assertTrue(over.standing().verified());
    return over;
  }

  /** The clock is set, and may be believed from now on. */
  private void setClock(Duration by) {
    bench.clock.stepWall(by);
    bench.clock.trustWall(true);
  }

  private static Action replaced(Fault fault) {
    return new Action.Resolve(
        fault.faultId(), REPLACED.action(), REPLACED.part(), false, Bench.TECHNICIAN);
  }

  private static Action removed(Fault fault) {
    return new Action.Resolve(fault.faultId(), "removed", "", true, Bench.TECHNICIAN);
  }

  private void stoppedFan() {
    bench.fan("fan1", 0).scan().seconds(30);
  }

  private Fault endedFault() {
    stoppedFan();
    bench.fan("fan1", 1200).seconds(61);
    return bench.told.getLast().fault();
  }
}
