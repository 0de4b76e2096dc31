package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.Sample;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agent ends with faults active, and starts again. */
final class ResumeTest {

  private final Bench before = new Bench();
  private final Bench after = new Bench();

  @Test
  void faultThatIsStillTrueIsTheSameEpisode() {
    before.fan("fan1", 0).scan().seconds(30);
    Fault fault = before.active("FAN-201");

    after.resume(before.last.active()).fan("fan1", 0).scan().seconds(100);

    assertEquals(List.of(), after.story(), "nothing new to tell");
    assertEquals(List.of(fault), after.last.active());
    assertEquals(List.of(), after.pending());
  }

  @Test
  void faultThatEndedWhileTheAgentWasDownIsClearedAfterItsOffDelay() {
    before.fan("fan1", 0).scan().seconds(30);

    after.resume(before.last.active()).fan("fan1", 1200).scan().seconds(59);
    assertEquals(1, after.last.active().size());
    after.seconds(1);

    assertEquals(List.of("CLEARED FAN-201 fan1"), after.story());
    assertEquals("F1", after.lastTold().orElseThrow().fault().faultId());
    assertEquals(2, after.lastTold().orElseThrow().fault().rev());
  }

  @Test
  void fanWithoutLimitThatWasStoppedIsStillKnownToHaveTurned() {
    Measured none = Measured.absent();
    before.fan("fan1", 0).scan().seconds(30);
    var limits = Limits.defaults(Bench.CATALOGUE);
    var lifecycle =
        new Lifecycle(limits, new Boot("boot-8", 0), () -> "F9", (c, d) -> Occurrence.FIRST);
    lifecycle.resume(Recollection.of(before.last.active()));
    var bare =
        new Sample.Fan("fan1", "/hwmon", Measured.of(0), none, none, none, none, none, none, "");

    Judgement judgement = Judgement.NONE;
    for (int second = 0; second < 100; second++) {
      judgement = lifecycle.judge(Scans.of(second, bare));
    }

    assertEquals("F1", judgement.active().getFirst().faultId());
  }

  @Test
  void majorDiskStaysMajorAndCanStillBecomeMinor() {
    before.disk("data", 99).scan().seconds(60);

    after.resume(before.last.active()).disk("data", 99).scan().seconds(10);
    assertEquals(Severity.MAJOR, after.active("DSK-401").severity());
    assertEquals(List.of(), after.story());

    after.disk("data", 85).seconds(121);
    assertEquals(List.of("UPDATED DSK-401 data"), after.story());
    assertEquals(Severity.MINOR, after.active("DSK-401").severity());
  }

  @Test
  void minorDiskThatFilledWhileTheAgentWasDownBecomesMajorAfterTheOnDelay() {
    before.disk("data", 92).scan().seconds(60);

    after.resume(before.last.active()).disk("data", 99).scan().seconds(60);

    assertEquals(List.of("UPDATED DSK-401 data"), after.story());
    assertEquals(Severity.MAJOR, after.active("DSK-401").severity());
  }

  @Test
  void levelIsKnownByItsLimitWhereAllHaveOneSeverity() {
    var oneSeverity =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Severity.MAJOR),
            Optional.empty());
    var limits = Map.of(new Limits.Scope("DSK-401", Optional.empty()), oneSeverity);
    Bench mild = new Bench(limits).disk("data", 92).scan().seconds(60);
    Bench bad = new Bench(limits).disk("data", 99).scan().seconds(60);

    assertEquals(
        mild.last.active(),
        new Bench(limits).resume(mild.last.active()).disk("data", 92).scan().last.active());
    assertEquals(
        bad.last.active(),
        new Bench(limits).resume(bad.last.active()).disk("data", 99).scan().last.active());
    assertEquals(
        List.of(),
        new Bench(limits).resume(mild.last.active()).disk("data", 82).scan().seconds(500).story(),
        "the mild level holds at 82 %, the bad one would have ended at 90 %");
  }

  @Test
  void levelThatBeginsWhileTheResumedOneEndsIsAnEpisodeOfItsOwn() {
    var slowly =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.of(Duration.ofSeconds(20)),
            Optional.of(Duration.ZERO),
            Optional.empty(),
            Optional.empty());
    var limits = Map.of(new Limits.Scope("MEM-503", Optional.empty()), slowly);
    Bench first = new Bench(limits).part(memory(0, 0)).scan();
    first.part(memory(0, 50)).seconds(30);
    Fault corrected = first.active("MEM-503");

    Bench second = new Bench(limits).resume(first.last.active()).part(memory(0, 0)).scan();
    second.acknowledge(corrected.faultId()).part(memory(1, 0)).seconds(60);

    assertEquals(
        List.of("CLEARED MEM-503 mc0", "RAISED MEM-503 mc0"),
        second.story().subList(second.story().size() - 2, second.story().size()));
    assertEquals(Severity.CRITICAL, second.active("MEM-503").severity());
  }

  private static Sample memory(int uncorrected, int corrected) {
    return new MemoryController(
        "mc0", "/edac", Measured.of((double) uncorrected), Measured.of((double) corrected));
  }

  @Test
  void symptomKeepsItsCause() {
    before.fan("fan1", 0).soc(80).scan().seconds(60);

    after.resume(before.last.active()).fan("fan1", 0).soc(80).scan().seconds(100);

    assertEquals(List.of(), after.story());
    assertEquals(Optional.of("F1"), after.active("TMP-301").suppressedBy());
  }

  @Test
  void symptomKeepsItsCauseInWhateverOrderFaultsAreResumed() {
    before.fan("fan1", 1200).fan("fan2", 0).soc(80).scan().seconds(60);
    before.fan("fan1", 0).seconds(31);
    List<Fault> byComponent =
        before.last.active().stream().sorted(Comparator.comparing(Fault::component)).toList();
    Optional<String> cause = before.active("TMP-301").suppressedBy();

    after.resume(byComponent).fan("fan1", 0).fan("fan2", 0).soc(80).scan();

    assertEquals("fan1", byComponent.getFirst().component());
    assertEquals(List.of(), after.story());
    assertEquals(cause, after.active("TMP-301").suppressedBy());
  }

  @Test
  void whatWasPendingBeginsAgain() {
    before.fan("fan1", 0).scan().seconds(29);

    after.resume(before.last.active()).fan("fan1", 0).scan();

    assertEquals(List.of("FAN-201 fan1 in 30s"), after.pending());
  }

  @Test
  void faultOfACodeThatWasSwitchedOffEnds() {
    before.fan("fan1", 0).scan().seconds(30);
    Bench off =
        new Bench(
            Map.of(new Limits.Scope("FAN-201", Optional.empty()), LifecycleTest.enabled(false)));

    off.resume(before.last.active()).fan("fan1", 0).scan().seconds(60);

    assertEquals(List.of("CLEARED FAN-201 fan1"), off.story());
  }

  /** What the storage could not tell at the start comes between two scans. */
  @Test
  void faultThatIsKnownLateAndIsNotThereAnewGoesOn() {
    before.fan("fan1", 0).scan().seconds(30);
    Fault fault = before.active("FAN-201");
    after.fan("fan1", 0).scan().seconds(20);

    after.resume(List.of(fault)).seconds(20);
    assertEquals(List.of(), after.story());
    assertEquals(List.of(fault), after.last.active());

    after.fan("fan1", 1200).seconds(61);
    assertEquals(List.of("CLEARED FAN-201 fan1"), after.story());
  }

  @Test
  void faultThatIsKnownLateAndBeganAnewEndsInFavourOfTheNewEpisode() {
    Fault old = TestFaults.stopped("fan1", "OLD", 3, true, "boot-6", Occurrence.FIRST);
    after.fan("fan1", 0).scan().seconds(31);

    after.resume(List.of(old)).scan();

    assertEquals(List.of("RAISED FAN-201 fan1", "CLEARED FAN-201 fan1"), after.story());
    assertEquals("OLD", after.lastTold().orElseThrow().fault().faultId());
    assertEquals(4, after.lastTold().orElseThrow().fault().rev());
    assertEquals("F1", after.active("FAN-201").faultId());
  }

  @Test
  void ofTwoEpisodesOfOneThingTheLaterGoesOn() {
    Fault old = TestFaults.stopped("fan1", "OLD", 1, true, "boot-6", Occurrence.FIRST);
    Fault anew = TestFaults.stopped("fan1", "NEW", 1, true, "boot-6", Occurrence.FIRST);

    after.resume(List.of(old, anew)).fan("fan1", 0).scan().seconds(10);

    assertEquals(List.of("CLEARED FAN-201 fan1"), after.story());
    assertEquals("OLD", after.lastTold().orElseThrow().fault().faultId());
    assertEquals(List.of(anew), after.last.active());
  }

  @Test
  void whatIsRememberedLateIsCountedOn() {
    after.fan("fan1", 1200).scan().seconds(10);

    after.resume(remembered("fan1", 57));
    after.fan("fan1", 0).scan().seconds(31);

    assertEquals(
        new Occurrence(58, 1, 0, DtcStatus.failedIn("boot-7")),
        after.active("FAN-201").occurrence());
  }

  @Test
  void ofTwoCountsTheLargerOneHoldsWhichTheBackupMayHaveOrNot() {
    after.fan("fan1", 0).scan().seconds(31);

    after.resume(remembered("fan1", 10)).fan("fan1", 1200).seconds(61);
    after.fan("fan1", 0).seconds(31);
    assertEquals(11, after.active("FAN-201").occurrence().total());
    after.resume(remembered("fan1", 10)).fan("fan1", 1200).seconds(61);
    after.fan("fan1", 0).seconds(31);

    assertEquals(12, after.active("FAN-201").occurrence().total());
  }

  private static Recollection remembered(String fan, int total) {
    var cycle = new DtcEntry.Cycle("boot-6", 0, false, true);
    var entry = new DtcEntry("FAN-201", fan, total, 2, "OLD", 0, cycle, true, true);
    return new Recollection(List.of(), List.of(entry), Arrangements.NONE);
  }
}
