package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.model.Answer;
import io.panelwatch.agent.fault.lifecycle.model.Episode;
import io.panelwatch.agent.fault.lifecycle.model.Remembered;
import io.panelwatch.agent.fault.lifecycle.model.Repair;
import io.panelwatch.agent.fault.lifecycle.model.Status;
import io.panelwatch.agent.fault.lifecycle.model.Subject;
import io.panelwatch.agent.fault.lifecycle.model.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The lifecycle's words in those of the model. */
final class Answers {

  /** What the wall clock shows where a story begins. */
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private static final String BOOT = "boot-";

  private Answers() {}

  /** The name of a boot. */
  static String bootId(int boot) {
    return BOOT + boot;
  }

  static Answer.Told told(FaultTransition transition) {
    Fault fault = transition.fault();
    return new Answer.Told(
        transition.kind(),
        when(transition.at()),
        episode(fault),
        fault.test() ? Status.OF_DRILL : status(fault.occurrence(), transition.at().bootId()));
  }

  private static Status status(Occurrence occurrence, String bootId) {
    return new Status(
        occurrence.cleanCycles(),
        occurrence.status().wasTestedIn(bootId),
        occurrence.status().hasFailedIn(bootId));
  }

  static Episode episode(Fault fault) {
    return new Episode(
        new Episode.Birth(
            fault.faultId(),
            subject(fault.code()),
            new When(
                second(fault.first()),
                fault.clockTrusted(),
                boot(fault.bootId()),
                fault.uptimeSeconds()),
            fault.occurrence().total(),
            fault.occurrence().thisBoot(),
            fault.test()),
        fault.rev(),
        second(fault.last()),
        fault.severity(),
        fault.ne107(),
        fault.active(),
        fault.suppressedBy(),
        fault.standing().acknowledged().isPresent(),
        fault.standing().latched(),
        fault.standing().flapping(),
        fault.standing().shelf().map(Answers::aside),
        fault.standing().visit(),
        fault.standing().resolution().map(Answers::repair));
  }

  static Answer.Retested retested(Retested ended) {
    return new Answer.Retested(ended.faultId(), ended.result());
  }

  static Answer.Waiting waiting(PendingFault pending) {
    return new Answer.Waiting(subject(pending.code()), pending.severity());
  }

  static Remembered remembered(DtcEntry entry) {
    DtcEntry.Cycle cycle = entry.cycle();
    return new Remembered(
        subject(entry.code()),
        entry.total(),
        entry.thisBoot(),
        entry.lastFault(),
        entry.cleanCycles(),
        boot(cycle.bootId()),
        cycle.day(),
        cycle.tested() || cycle.failed(),
        cycle.failed(),
        entry.testedThisBoot(),
        entry.failedThisBoot());
  }

  private static Repair repair(Resolution how) {
    return new Repair(how.by().name(), how.action(), how.part(), how.verified(), how.removed());
  }

  private static Episode.Aside aside(Shelf shelf) {
    return new Episode.Aside(when(shelf.since()), shelf.time().map(time -> (int) time.toSeconds()));
  }

  private static When when(Stamp at) {
    return new When(second(at.wall()), at.trusted(), boot(at.bootId()), at.uptimeMillis() / 1000);
  }

  private static long second(Instant wall) {
    return Duration.between(START, wall).toSeconds();
  }

  private static int boot(String bootId) {
    return Integer.parseInt(bootId.substring(BOOT.length()));
  }

  private static Subject subject(String code) {
    return Arrays.stream(Subject.values())
        .filter(subject -> subject.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
