package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A board that is watched while its files change: the whole way from a file to a fault, with time
 * that passes only when it is told to.
 */
public final class Story implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration BOUND = Duration.ofSeconds(5);

  private static final Actor SOMEBODY = new Actor(Actor.Kind.BUTTONS, "");

  private final Scanner scanner;
  private final Lifecycle lifecycle;
  private Duration time = Duration.ZERO;
  private final List<Fault> history = new ArrayList<>();
  private Judgement last = Judgement.NONE;

  /** A board that is judged by those limits, and not looked at yet. */
  Story(Board board, Limits limits) {
    this(board.clock(), board.sources(), limits);
  }

  /** The same of sources that are no board's; a clock that they live by is moved by the test. */
  public Story(BoardClock clock, List<SensorSource> sources, Limits limits) {
    scanner = new Scanner(clock, sources, BOUND);
    lifecycle =
        new Lifecycle(
            limits, new Boot("boot", 0), new FaultIds(), (code, part) -> Occurrence.FIRST);
  }

  /** The agent starts again, with the faults that were active before. */
  public Story resume(Story before) {
    lifecycle.resume(Recollection.of(before.last.active()));
    return this;
  }

  /** Reads and judges the board now. */
  public Story sample() throws InterruptedException {
    Scan read = scanner.scan();
    last =
        lifecycle.judge(
            new Scan(START.plus(time), true, time.toNanos(), read.readings(), read.sources()));
    last.transitions().forEach(transition -> history.add(transition.fault()));
    return this;
  }

  /** Lets time pass, with a sample at its end and none before. */
  public Story after(Duration passed) throws InterruptedException {
    time = time.plus(passed);
    return sample();
  }

  /** Somebody acknowledges that fault. */
  public Story acknowledge(String code, String component) {
    String faultId = fault(code, component).orElseThrow().faultId();
    var now = new Moment(START.plus(time), true, time.toNanos());
    switch (lifecycle.act(new Action.Acknowledge(faultId, SOMEBODY), now)) {
      case Outcome.Done(List<FaultTransition> transitions, _) ->
          transitions.forEach(transition -> history.add(transition.fault()));
      case Outcome other -> throw new AssertionError(faultId + " came to " + other);
    }
    return this;
  }

  /** The fault as it is after the last sample. */
  public Optional<Fault> fault(String code, String component) {
    return last.active().stream()
        .filter(fault -> fault.code().equals(code) && fault.component().equals(component))
        .findFirst();
  }

  /** Every fault as each of its transitions up to now has told it. */
  public List<Fault> history() {
    return history;
  }

  /** Everything there is to tell after the last sample: {@code CONFIRMED FAN-201 fan1}. */
  public List<String> told() {
    return Stream.concat(
            last.active().stream().map(Story::confirmed), last.pending().stream().map(Story::seen))
        .sorted()
        .toList();
  }

  /** The same with the severities: {@code CONFIRMED FAN-201 fan1 CRITICAL}. */
  List<String> toldInFull() {
    return Stream.concat(
            last.active().stream().map(fault -> confirmed(fault) + " " + fault.severity()),
            last.pending().stream().map(fault -> seen(fault) + " " + fault.severity()))
        .sorted()
        .toList();
  }

  private static String confirmed(Fault fault) {
    return "CONFIRMED %s %s".formatted(fault.code(), fault.component());
  }

  private static String seen(PendingFault fault) {
    return "PENDING %s %s".formatted(fault.code(), fault.component());
  }

  @Override
  public void close() {
    scanner.close();
  }
}
