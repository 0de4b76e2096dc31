package io.panelwatch.agent.fault.lifecycle.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Stories of 1 to 40 events. Most are about few subjects, so that much happens to each; some are
 * about all of them.
 */
public final class Stories {

  private static final int MOST_SCENES = 40;

  private Stories() {}

  /** Any story. */
  public static Arbitrary<List<Event>> all() {
    return Arbitraries.oneOf(
        about(Subject.UNDERVOLTAGE),
        about(Subject.FAN_STOPPED, Subject.HEAT, Subject.CRITICAL_HEAT),
        about(Subject.NONSENSE, Subject.CRITICAL_HEAT),
        about(Subject.FAN_STOPPED, Subject.FAN_FAULT),
        about(Subject.SPACE, Subject.READ_ONLY),
        about(Subject.PANEL_FROZEN),
        about(Subject.READ_ONLY, Subject.STORE_FAILED),
        about(Subject.OUT_OF_MEMORY),
        about(Subject.values()));
  }

  /** Any story about those subjects. */
  public static Arbitrary<List<Event>> about(Subject... subjects) {
    return scenes(Arrays.asList(subjects))
        .list()
        .ofMinSize(1)
        .ofMaxSize(MOST_SCENES)
        .map(scenes -> scenes.stream().flatMap(List::stream).toList());
  }

  /** An event, or some that make sense one after the other. */
  private static Arbitrary<List<Event>> scenes(List<Subject> subjects) {
    Arbitrary<Integer> times = Arbitraries.integers().between(1, 4);
    return Arbitraries.frequencyOf(
        Tuple.of(40, events(subjects).map(List::of)),
        Tuple.of(1, Combinators.combine(Arbitraries.of(subjects), times).as(Stories::comesAndGoes)),
        Tuple.of(
            2,
            Combinators.combine(Arbitraries.of(subjects), truths(), trials()).as(Stories::repair)));
  }

  private static List<Event> comesAndGoes(Subject subject, int times) {
    Law law = subject.law();
    List<Event> once =
        List.of(
            new Event.Show(subject, Sight.BAD),
            new Event.Look(1),
            new Event.Look(Math.max(1, law.onDelay())),
            new Event.Show(subject, Sight.WELL),
            new Event.Look(1),
            new Event.Look(Math.max(1, law.offDelay())),
            new Event.Acknowledge(subject));
    return Collections.nCopies(times, once).stream().flatMap(List::stream).toList();
  }

  /** A fault that is found, tried out in a visit to it or to the board, and signed off. */
  private static List<Event> repair(Subject subject, boolean all, int seconds) {
    return List.of(
        new Event.Show(subject, Sight.BAD),
        new Event.Look(1),
        new Event.Look(Math.max(1, subject.law().onDelay())),
        new Event.OpenVisit(subject, all),
        new Event.Show(subject, Sight.WELL),
        new Event.Retest(subject),
        new Event.Look(1),
        new Event.Look(1),
        new Event.Look(seconds),
        new Event.SignOff(subject, "cleaned", false));
  }

  private static Arbitrary<Event> events(List<Subject> subjects) {
    Arbitrary<Subject> subject = Arbitraries.of(subjects);
    return Arbitraries.frequencyOf(
        Tuple.of(8, Combinators.combine(subject, Arbitraries.of(Sight.class)).as(Event.Show::new)),
        Tuple.of(12, seconds().map(Event.Look::new)),
        Tuple.of(2, subject.map(Event.Acknowledge::new)),
        Tuple.of(1, Combinators.combine(subject, shelves()).as(Event.Shelve::new)),
        Tuple.of(1, subject.map(Event.Unshelve::new)),
        Tuple.of(1, subject.map(Event.TakeOut::new)),
        Tuple.of(1, subject.map(Event.PutBack::new)),
        Tuple.of(1, Combinators.combine(subject, truths()).as(Event.OpenVisit::new)),
        Tuple.of(1, subject.map(Event.CloseVisit::new)),
        Tuple.of(1, subject.map(Event.Retest::new)),
        Tuple.of(1, Combinators.combine(subject, deeds(), truths()).as(Event.SignOff::new)),
        Tuple.of(1, seconds().map(Event.Restart::new)),
        Tuple.of(1, seconds().map(Event.Reboot::new)),
        Tuple.of(1, cycles().map(Event.Boots::new)),
        Tuple.of(1, cycles().map(Event.Days::new)),
        Tuple.of(1, Combinators.combine(steps(), truths()).as(Event.SetClock::new)),
        Tuple.of(1, Combinators.combine(subject, drills()).as(Event.BeginDrill::new)),
        Tuple.of(1, subject.map(Event.AcknowledgeDrill::new)),
        Tuple.of(1, subject.map(Event.EndDrills::new)));
  }

  /** Times within the bounds of a shelf, and just outside. */
  private static Arbitrary<Integer> shelves() {
    return Arbitraries.of(60, 61, 120, 600, 3600, 86_400, 59, 86_401);
  }

  /** Times for which a drill may last, and just others. */
  private static Arbitrary<Integer> drills() {
    return Arbitraries.of(1, 60, 599, 600, 601, 0);
  }

  /** So many boots or days: few, and about as many as it takes to be forgotten. */
  private static Arbitrary<Integer> cycles() {
    return Arbitraries.of(1, 2, 3, 39, 40, 41);
  }

  /** By so much a wall clock is set: a little, by hours, from and to where no time was known. */
  private static Arbitrary<Integer> steps() {
    return Arbitraries.of(0, 1, -1, 59, -60, 3600, -3600, 86_400, -1_700_000_000, 1_700_000_000);
  }

  /** For how long something is tried out, beside two looks: about as long as it takes. */
  private static Arbitrary<Integer> trials() {
    return Arbitraries.of(28, 29, 30);
  }

  private static Arbitrary<String> deeds() {
    return Arbitraries.of("cleaned", "replaced");
  }

  private static Arbitrary<Boolean> truths() {
    return Arbitraries.of(true, false);
  }

  /** Times around the delays that the subjects have, and any other. */
  private static Arbitrary<Integer> seconds() {
    return Arbitraries.oneOf(
        Arbitraries.of(1, 9, 10, 11, 29, 30, 31, 59, 60, 61, 119, 120, 121),
        Arbitraries.integers().between(1, 200),
        Arbitraries.of(1, 300, 599, 600, 601, 1799, 1800, 1801, 28_799, 28_800, 86_399, 86_400));
  }
}
