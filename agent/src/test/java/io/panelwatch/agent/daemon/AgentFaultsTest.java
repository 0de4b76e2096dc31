package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.agent.probe.Witness;
import io.panelwatch.agent.report.LinkHealth;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.store.Waiting;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the agent tells of itself, from its parts to the fault. */
final class AgentFaultsTest {

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private final ManualClock clock = new ManualClock();
  private List<String> setAside = List.of();
  private Optional<LinkHealth> link = Optional.of(link(true, false, false, 0));

  @Test
  void agentThatFaresWellHasNoFault() throws Exception {
    assertEquals(List.of(), story(false).sample().told());
  }

  @Test
  @RaisesAndClears("AGT-A03")
  void refusedConfigurationIsToldUntilTheAgentStartsWithAGoodOne(Witness witness) throws Exception {
    Story refused = story(true).sample();
    assertEquals(List.of("CONFIRMED AGT-A03 agent"), refused.told());
    assertEquals(List.of("CONFIRMED AGT-A03 agent"), after(refused, 48 * 3600).told());

    Story good = story(false).resume(refused);
    assertEquals(List.of(), good.sample().told());
    witness.saw(good.history());
  }

  @Test
  @RaisesAndClears("AGT-A02")
  void backlogIsRaisedAtFourFifthsAndOverAtHalf(Witness witness) throws Exception {
    Story story = story(false);
    link = Optional.of(link(true, false, false, FaultStore.OUTBOX_ROWS * 79 / 100));
    assertEquals(List.of(), story.sample().told());

    link = Optional.of(link(true, false, false, FaultStore.OUTBOX_ROWS * 80 / 100));
    assertEquals(List.of("CONFIRMED AGT-A02 agent"), after(story, 2).told());
    link = Optional.of(link(true, false, false, FaultStore.OUTBOX_ROWS * 51 / 100));
    assertEquals(List.of("CONFIRMED AGT-A02 agent"), after(story, 2).told());
    link = Optional.of(link(true, false, false, FaultStore.OUTBOX_ROWS * 50 / 100));
    assertEquals(List.of(), after(story, 2).told());
    witness.saw(story.history());
  }

  @Test
  void singleReportThatWaitsForADayIsABacklog() throws Exception {
    Story story = story(false);
    link = Optional.of(waiting(since(clock.wall(), true)));
    assertEquals(List.of(), after(story, 24 * 3600 - 1).told());

    assertEquals(List.of("CONFIRMED AGT-A02 agent"), after(story, 1).told());
    link = Optional.of(link(true, false, false, 0));
    assertEquals(List.of(), after(story, 2).told());
  }

  /** A board without a clock of its own goes on with the time at which it went off. */
  @Test
  void reportOfBeforeTheClockWasSetIsAsOldAsItIs() throws Exception {
    Story story = story(false);
    clock.trustWall(false);
    link = Optional.of(waiting(since(clock.wall(), false)));
    assertEquals(List.of(), story.sample().told());

    clock.stepWall(Duration.ofHours(62));
    clock.trustWall(true);
    assertEquals(List.of(), after(story, 60).told());
    assertEquals(List.of("CONFIRMED AGT-A02 agent"), after(story, 24 * 3600).told());
  }

  @Test
  void reportOfAClockThatWasSetBackIsNotOld() throws Exception {
    link = Optional.of(waiting(since(clock.wall().plus(Duration.ofDays(400)), true)));

    assertEquals(List.of(), story(false).sample().told());
  }

  @Test
  @RaisesAndClears("AGT-A05")
  void takenIdentityIsToldUntilItIsOwnAgainAndIsNoLossOfTheNet(Witness witness) throws Exception {
    Story story = story(false);
    link = Optional.of(link(false, true, false, 0));
    assertEquals(List.of("CONFIRMED AGT-A05 agent"), story.sample().told());
    assertEquals(List.of("CONFIRMED AGT-A05 agent"), after(story, 600).told());

    link = Optional.of(link(true, false, false, 0));
    assertEquals(List.of(), after(story, 2).told());
    witness.saw(story.history());
  }

  @Test
  @RaisesAndClears("AGT-A06")
  void refusedReportIsToldUntilOneIsAccepted(Witness witness) throws Exception {
    Story story = story(false);
    link = Optional.of(link(true, false, true, 1));
    assertEquals(List.of("CONFIRMED AGT-A06 agent"), story.sample().told());

    link = Optional.of(link(true, false, false, 0));
    after(story, 2);
    assertEquals(List.of(), after(story, 60).told());
    witness.saw(story.history());
  }

  @Test
  void refusalBetweenTwoScansIsToldForAWhile() throws Exception {
    Story story = story(false);
    LinkHealth well = link(true, false, false, 0);
    link =
        Optional.of(
            new LinkHealth(
                true,
                well.identityTaken(),
                well.reportRefused(),
                OptionalLong.of(clock.monotonicNanos()),
                well.outboxDepth(),
                Optional.empty()));

    assertEquals(List.of("CONFIRMED AGT-A06 agent"), story.sample().told());
    after(story, (int) AgentSource.REFUSAL_LASTS.toSeconds());
    assertEquals(List.of(), after(story, 120).told());
  }

  @Test
  void faultsOfTheLinkOutliveARestartUntilTheLinkHasTold() throws Exception {
    Story before = story(false);
    link = Optional.of(link(false, true, true, FaultStore.OUTBOX_ROWS));
    List<String> told = before.sample().told();
    assertEquals(
        List.of("CONFIRMED AGT-A02 agent", "CONFIRMED AGT-A05 agent", "CONFIRMED AGT-A06 agent"),
        told);

    link = Optional.of(LinkHealth.NOT_TOLD_YET);
    Story after = story(false).resume(before);
    after.sample();
    after(after, 100);

    assertEquals(told, after.told().stream().filter(line -> line.startsWith("CONF")).toList());
  }

  @Test
  void brokerThatIsNotReachedForTwoMinutesIsNet805() throws Exception {
    Story story = story(false);
    link = Optional.of(link(false, false, false, 0));
    assertEquals(List.of("PENDING NET-805 uplink"), story.sample().told());
    assertEquals(List.of("PENDING NET-805 uplink"), after(story, 119).told());
    assertEquals(List.of("CONFIRMED NET-805 uplink"), after(story, 1).told());

    link = Optional.of(link(true, false, false, 0));
    after(story, 2);
    assertEquals(List.of(), after(story, 60).told());
  }

  @Test
  void boardThatReportsToNobodyHasNoFaultOfTheLink() throws Exception {
    link = Optional.empty();

    assertEquals(List.of(), after(story(false), 48 * 3600).told());
  }

  @Test
  @RaisesAndClears("AGT-A04")
  void storeThatRefusesIsToldFromMemoryAndStoredOnceItWorksAgain(Witness witness) throws Exception {
    var store = new RefusingStore();
    var lifecycle =
        new Lifecycle(
            LIMITS, new Boot("boot", 0), new FaultIds(), (code, part) -> Occurrence.FIRST);
    var cycle = new ScanCycle(lifecycle::judge, store::commit, () -> {}, this::show);
    try (var scanner =
        new Scanner(
            clock,
            List.of(new AgentSource(true, cycle::storeState, List::of, () -> link, clock)),
            Duration.ofSeconds(5))) {
      store.refuses = true;
      scan(cycle, scanner);
      assertEquals(List.of("AGT-A03"), shown, "the first fault that is refused");
      scan(cycle, scanner);
      assertEquals(List.of("AGT-A03", "AGT-A04"), shown);
      assertEquals(List.of(), store.taken);

      store.refuses = false;
      scan(cycle, scanner);
      scan(cycle, scanner);

      assertEquals(List.of("AGT-A03"), shown);
      assertEquals(List.of("RAISED AGT-A03", "RAISED AGT-A04", "CLEARED AGT-A04"), store.taken);
      witness.saw(store.faults);
    }
  }

  @Test
  void memoryThatWasSetAsideIsToldByItsNameWhileItLiesThere() throws Exception {
    setAside = List.of("faults.db.damaged", "faults.db.damaged-2");
    Story story = story(false);
    assertEquals(
        List.of("CONFIRMED AGT-A04 faults.db.damaged", "CONFIRMED AGT-A04 faults.db.damaged-2"),
        story.sample().told());
    assertEquals(story.told(), after(story, 3600).told());

    setAside = List.of("faults.db.damaged-2");
    assertEquals(List.of("CONFIRMED AGT-A04 faults.db.damaged-2"), after(story, 6).told());
  }

  @Test
  void storageThatRefusesIsTheCauseOfTheStoreThatDoes() throws Exception {
    var store = new RefusingStore();
    store.sqliteCode = 10; // SQLITE_IOERR, as EROFS of a write is told
    var lifecycle =
        new Lifecycle(
            LIMITS, new Boot("boot", 0), new FaultIds(), (code, part) -> Occurrence.FIRST);
    var cycle = new ScanCycle(lifecycle::judge, store::commit, () -> {}, this::show);
    try (var scanner =
        new Scanner(
            clock,
            List.of(new AgentSource(true, cycle::storeState, List::of, () -> link, clock)),
            Duration.ofSeconds(5))) {
      store.refuses = true;
      scan(cycle, scanner);
      scan(cycle, scanner);

      assertEquals(List.of("AGT-A03", "AGT-A04 suppressed", "DSK-403"), shown);
    }
  }

  private List<String> shown = List.of();

  private void show(Event event) {
    if (event instanceof Event.Judged judged) {
      shown = judged.active().stream().map(AgentFaultsTest::told).sorted().toList();
    }
  }

  private static String told(Fault fault) {
    return fault.code() + (fault.suppressedBy().isPresent() ? " suppressed" : "");
  }

  private void scan(ScanCycle cycle, Scanner scanner) throws InterruptedException {
    clock.advance(Duration.ofSeconds(2));
    cycle.take(scanner.scan());
  }

  private Story story(boolean configurationRefused) {
    var source =
        new AgentSource(
            configurationRefused, () -> StoreState.WRITABLE, () -> setAside, () -> link, clock);
    return new Story(clock, List.of(source), LIMITS);
  }

  private Story after(Story story, int seconds) throws InterruptedException {
    clock.advance(Duration.ofSeconds(seconds));
    return story.after(Duration.ofSeconds(seconds));
  }

  private static LinkHealth link(
      boolean connected, boolean identityTaken, boolean refused, int depth) {
    return new LinkHealth(
        connected,
        Optional.of(identityTaken),
        Optional.of(refused),
        OptionalLong.empty(),
        OptionalInt.of(depth),
        Optional.empty());
  }

  private Waiting since(Instant written, boolean trusted) {
    return new Waiting(written, trusted, clock.monotonicNanos());
  }

  private static LinkHealth waiting(Waiting since) {
    LinkHealth none = link(true, false, false, 1);
    return new LinkHealth(
        none.connected(),
        none.identityTaken(),
        none.reportRefused(),
        none.refusedNanos(),
        none.outboxDepth(),
        Optional.of(since));
  }

  /** A store on a disk that comes and goes. */
  private static final class RefusingStore {

    private final List<String> taken = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean refuses;
    private int sqliteCode;

    void commit(Batch batch) {
      if (refuses) {
        throw new StoreException(
            "cannot write faults.db: disk I/O error", sqliteCode, new IOException("refused"));
      }
      for (FaultTransition transition : batch.transitions()) {
        taken.add(transition.kind() + " " + transition.fault().code());
        faults.add(transition.fault());
      }
    }
  }
}
