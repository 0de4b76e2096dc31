package io.panelwatch.agent.report;

import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.Site;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.TestDeeds;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reporter on a fake wire, whose one thread is the test's own. */
final class Bench {

  static final DeviceProfile PROFILE =
      new DeviceProfile(
          "kiosk-1",
          "Test Board",
          "SN-1",
          "0.1.0",
          "cafe",
          "boot-1",
          new Site("North Hall", "1 Main St", "K1", "Ann", "+1 555", "8-17"));

  private static final Pattern EVENT_ID = Pattern.compile("\"id\":\"kiosk-1:(\\d+):(\\d+)\"");

  final ManualClock clock = new ManualClock();
  final FakeWire wire = new FakeWire();
  final List<Event> events = new ArrayList<>();
  final ReportEncoder encoder = new ReportEncoder(PROFILE, clock);
  final FaultStore store;
  final Reporter reporter;
  private final Deque<Runnable> mailbox = new ArrayDeque<>();

  Bench(FaultStore store) {
    this.store = store;
    reporter =
        new Reporter(
            PROFILE,
            store,
            encoder,
            clock,
            wire,
            new Backoff(new Random(1)),
            mailbox::add,
            events::add);
    reporter.start();
    run();
  }

  /** Does what was handed to the reporter's thread. */
  void run() {
    while (!mailbox.isEmpty()) {
      mailbox.removeFirst().run();
    }
  }

  void pass(Duration time) {
    run();
    clock.advance(time);
    run();
  }

  /** Opens the latest attempt. */
  FakeWire.Link connect(int receiveMaximum) {
    wire.last().accept(receiveMaximum);
    run();
    return wire.last();
  }

  /** Commits a transition of an episode of its own and tells the reporter. */
  void commit() {
    FaultTransition ended = TestFaults.cleared(UUID.randomUUID().toString());
    store.commit(List.of(ended), encoder);
    reporter.reportsCommitted();
    run();
  }

  /** Commits that somebody did something and tells the reporter. */
  void commitDeed() {
    store.commit(Batch.of(TestDeeds.acknowledged(UUID.randomUUID().toString())), encoder);
    reporter.reportsCommitted();
    run();
  }

  void say(String topic, String payload) {
    wire.last().say(PROFILE.root() + topic, payload);
    run();
  }

  /** Tells how the board is. */
  void health() {
    var quiet = new AlarmLoad(0, 0, 0, false, 0, Map.of(), Optional.empty());
    var scan = new Scan(clock.wall(), true, clock.monotonicNanos(), List.of());
    reporter.health(new Health(scan, Map.of(), quiet, Optional.empty(), Duration.ofSeconds(60)));
    run();
  }

  void acknowledge(long epoch, long contiguous, List<Long> missing) {
    say(
        "dn/ack",
        "{\"backendEpoch\":1,\"epoch\":%d,\"contiguous\":%d,\"missing\":%s}"
            .formatted(epoch, contiguous, missing));
  }

  void answer(int reasonCode) {
    wire.last().answer(reasonCode);
    run();
  }

  /** Answers everything that is and comes in flight. */
  void answerAll() {
    while (!wire.last().unanswered.isEmpty()) {
      answer(0);
    }
  }

  static boolean isEvent(Wire.Outgoing message) {
    return message.topic().endsWith("up/fault") || message.topic().endsWith("up/service");
  }

  static long seqOf(Wire.Outgoing message) {
    return Long.parseLong(id(message).group(2));
  }

  static long epochOf(Wire.Outgoing message) {
    return Long.parseLong(id(message).group(1));
  }

  private static Matcher id(Wire.Outgoing message) {
    Matcher id = EVENT_ID.matcher(message.payload());
    if (!id.find()) {
      throw new AssertionError("no event id in " + message.payload());
    }
    return id;
  }

  /** The seqs that a connection was given, in order. */
  static List<Long> seqs(FakeWire.Link link) {
    return link.published.stream().filter(Bench::isEvent).map(Bench::seqOf).toList();
  }
}
