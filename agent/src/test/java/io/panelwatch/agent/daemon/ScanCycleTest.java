package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.VisitExpired;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.ServiceEvent;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.store.TestDeeds;
import io.panelwatch.agent.store.TestFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScanCycleTest {

  private static final Scan SCAN = new Scan(Instant.EPOCH, true, 0, List.of());

  /** What was done, in order. */
  private final List<String> done = new ArrayList<>();

  private final List<FaultTransition> stored = new ArrayList<>();
  private List<FaultTransition> transitions = List.of();
  private List<Checkpoint> checkpoints = List.of();
  private List<DtcEntry> memory = List.of();
  private Optional<Batch> offered = Optional.empty();
  private List<Fault> shown = List.of();
  private Optional<Arrangements> arranged = Optional.empty();
  private Optional<Retested> retested = Optional.empty();
  private Optional<VisitExpired> expired = Optional.empty();
  private boolean storeRefuses;
  private Optional<Error> storeIsBroken = Optional.empty();

  private final ScanCycle cycle =
      new ScanCycle(
          scan ->
              new Judgement(
                  transitions,
                  transitions.stream().map(FaultTransition::fault).toList(),
                  List.of(),
                  checkpoints,
                  memory,
                  Optional.empty(),
                  Optional.empty(),
                  retested,
                  expired),
          this::commit,
          () -> done.add("reporter"),
          this::show);

  private void show(Event event) {
    done.add("state");
    shown = ((Event.Judged) event).active();
  }

  @Test
  void transitionIsStoredThenReportedThenShown() {
    take(TestFaults.raised("A"));

    assertEquals(List.of("store 1", "reporter", "state"), done);
  }

  @Test
  void scanWithoutTransitionsTouchesNeitherStoreNorReporter() {
    take();

    assertEquals(List.of("state"), done);
  }

  @Test
  void visitThatAPersonOpensIsShownAtOnce() {
    take();
    var mei = new Actor(Actor.Kind.SHELL, "mei");
    var visit =
        new Visit("V1", new Stamp(Instant.EPOCH, true, "boot", 0), true, List.of(), Map.of(), mei);

    take(
        new Outcome.Done(
            List.of(), Optional.of(new Arrangements(List.of(), Optional.of(visit), List.of()))));

    assertEquals(Optional.of(visit), cycle.visit());
    assertEquals(List.of("state", "store 0", "reporter", "state"), done);
  }

  @Test
  void whatAPersonArrangesIsStoredAlsoWhereNoFaultChanges() {
    take(new Outcome.Done(List.of(), Optional.of(Arrangements.NONE)));

    assertEquals(Optional.of(Arrangements.NONE), arranged);
    assertEquals(List.of("store 0", "reporter"), done);
  }

  @Test
  void whatAPersonDoesIsReportedAlsoWhereItChangesNothing() {
    take(new Outcome.Done(List.of(), Optional.empty()));

    assertEquals(List.of("store 0", "reporter"), done);
  }

  @Test
  void retestThatHasEndedIsStoredAndReportedOnce() {
    retested =
        Optional.of(
            new Retested(
                "v-1", "A", "FAN-201", "fan1", RetestResult.PASSED, TestDeeds.AT, Actor.AGENT));
    storeRefuses = true;
    take();
    retested = Optional.empty();
    storeRefuses = false;
    take();
    take();

    assertEquals(List.of("refused 0", "state", "store 0", "reporter", "state", "state"), done);
    assertEquals("passed", offered.orElseThrow().audit().getFirst().outcome());
  }

  @Test
  void visitThatNobodyClosedIsToldAsClosed() {
    var visit = new Visit("v-1", TestDeeds.AT, true, List.of(), Map.of(), Actor.AGENT);
    expired = Optional.of(new VisitExpired(visit, TestDeeds.AT));
    take();

    AuditEntry entry = offered.orElseThrow().audit().getFirst();
    assertEquals(ServiceEvent.VISIT_CLOSED, ServiceEvent.of(entry));
    assertEquals("v-1", entry.subject());
  }

  @Test
  void arrangementThatWasRefusedIsOfferedAgain() {
    storeRefuses = true;
    take(new Outcome.Done(List.of(), Optional.of(Arrangements.NONE)));
    storeRefuses = false;
    take();
    assertEquals(Optional.of(Arrangements.NONE), arranged);

    take(TestFaults.raised("A"));
    assertEquals(Optional.empty(), arranged, "once");
  }

  @Test
  void whatAPersonDoesIsStoredThenReportedThenShown() {
    take(TestFaults.raised("A"));
    done.clear();

    assertTrue(take(acknowledged("A")));
    assertEquals(List.of("store 1", "reporter", "state"), done);
    assertEquals(List.of(2), shown.stream().map(Fault::rev).toList());
  }

  @Test
  void whatAPersonDoesWhileTheStoreRefusesIsShownAndStoredLater() {
    take(TestFaults.raised("A"));
    storeRefuses = true;

    assertFalse(take(acknowledged("A")));
    assertEquals(List.of(2), shown.stream().map(Fault::rev).toList());
    storeRefuses = false;
    take();
    assertEquals(List.of("RAISED A", "ACKNOWLEDGED A"), story());
  }

  @Test
  void whatAPersonArrangesIsNotSaidToBeStoredWhileItIsNot() {
    storeRefuses = true;
    assertFalse(take(new Outcome.Done(List.of(), Optional.of(Arrangements.NONE))));

    storeRefuses = false;
    assertTrue(take(new Outcome.Done(List.of(), Optional.of(Arrangements.NONE))));
  }

  @Test
  void faultThatEndsWithItsAcknowledgementIsShownNoLonger() {
    take(TestFaults.raised("A"));
    take(new Outcome.Done(List.of(TestFaults.cleared("A")), Optional.empty()));

    assertEquals(List.of(), shown);
  }

  private boolean take(Outcome.Done done) {
    FaultTransition any = TestFaults.raised("A");
    return cycle.take(
        Deed.of(done, new AuditEntry(any.at(), any.by(), "acknowledge", "A", "", "done")));
  }

  private static Outcome.Done acknowledged(String faultId) {
    Fault fault = TestFaults.stoppedFan(faultId, 2, true);
    return new Outcome.Done(
        List.of(TestFaults.told(FaultTransition.Kind.ACKNOWLEDGED, fault)), Optional.empty());
  }

  @Test
  void storeThatRefusesIsShownAndNotReported() {
    storeRefuses = true;
    take(TestFaults.raised("A"));

    assertEquals(List.of("refused 1", "state"), done);
  }

  @Test
  void whatWasRefusedIsOfferedAgainBeforeAnythingNewer() {
    storeRefuses = true;
    take(TestFaults.raised("A"));
    take(TestFaults.raised("B"));
    storeRefuses = false;
    take(TestFaults.cleared("A"));
    take();

    assertEquals(List.of("RAISED A", "RAISED B", "CLEARED A"), story());
    assertEquals(1, done.stream().filter("reporter"::equals).count(), "once, with the commit");
  }

  /** The lifecycle gives each once, and counts on it. */
  @Test
  void progressAndMemoryThatWereRefusedAreOfferedAgainAsTheyAreByThen() {
    storeRefuses = true;
    remember("A", 1);
    remember("B", 1);
    remember("A", 2);
    storeRefuses = false;
    checkpoints = List.of();
    memory = List.of();
    take();

    Batch kept = offered.orElseThrow();
    assertEquals(List.of(checkpoint("A", 2), checkpoint("B", 1)), kept.checkpoints());
    assertEquals(List.of(entry("A", 2), entry("B", 1)), kept.memory());

    take(TestFaults.raised("C"));
    assertEquals(List.of(), offered.orElseThrow().memory(), "once");
  }

  private void remember(String of, int times) {
    checkpoints = List.of(checkpoint(of, times));
    memory = List.of(entry(of, times));
    take();
  }

  private static Checkpoint checkpoint(String faultId, int hours) {
    return new Checkpoint(faultId, Duration.ofHours(hours), Duration.ZERO);
  }

  private static DtcEntry entry(String component, int total) {
    var cycle = new DtcEntry.Cycle("boot-1", 0, true, true);
    return new DtcEntry("FAN-201", component, total, total, "f", 0, cycle, true, true);
  }

  @Test
  void storeThatRefusesForDaysCostsEndedEpisodesAndNoneThatIsActive() {
    storeRefuses = true;
    take(TestFaults.raised("ACTIVE"));
    for (int i = 0; i < ScanCycle.MAX_UNSTORED; i += 2) {
      take(raised(i), cleared(i), raised(i + 1), cleared(i + 1));
    }
    storeRefuses = false;
    take();

    assertEquals("RAISED ACTIVE", story().getFirst());
    assertEquals("CLEARED E" + (ScanCycle.MAX_UNSTORED - 1), story().getLast());
    assertTrue(stored.size() <= ScanCycle.MAX_UNSTORED, "bounded");
    assertTrue(stored.size() > ScanCycle.MAX_UNSTORED - 3, "and no more forgotten than that");
  }

  @Test
  void errorOfTheStoreIsARefusalAndHidesNoFault() {
    storeIsBroken = Optional.of(new UnsatisfiedLinkError("libsqlitejdbc.so"));
    take(TestFaults.raised("A"));

    assertEquals(List.of("broken 1", "state"), done);
    assertEquals(StoreState.REFUSED, cycle.storeState());

    storeIsBroken = Optional.empty();
    take();
    assertEquals(List.of("RAISED A"), story());
  }

  @Test
  void errorsOfTheStoreDoNotMakeWhatIsKeptGrow() {
    storeIsBroken = Optional.of(new NoClassDefFoundError("org/sqlite/JDBC"));
    for (int i = 0; i <= ScanCycle.MAX_UNSTORED; i++) {
      take(raised(i), cleared(i));
    }
    storeIsBroken = Optional.empty();
    take();

    assertTrue(stored.size() <= ScanCycle.MAX_UNSTORED, "bounded");
  }

  private static FaultTransition raised(int episode) {
    return TestFaults.raised("E" + episode);
  }

  private static FaultTransition cleared(int episode) {
    return TestFaults.cleared("E" + episode);
  }

  private void take(FaultTransition... of) {
    transitions = List.of(of);
    cycle.take(SCAN);
  }

  private void commit(Batch batch) {
    List<FaultTransition> offered = batch.transitions();
    arranged = batch.arrangements();
    this.offered = Optional.of(batch);
    if (storeIsBroken.isPresent()) {
      done.add("broken " + offered.size());
      throw storeIsBroken.get();
    }
    if (storeRefuses) {
      done.add("refused " + offered.size());
      throw new StoreException("the disk is full");
    }
    done.add("store " + offered.size());
    stored.addAll(offered);
  }

  private List<String> story() {
    Stream<FaultTransition> in = stored.stream();
    return in.map(t -> t.kind() + " " + t.fault().faultId()).toList();
  }
}
