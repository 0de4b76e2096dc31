package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link CodeStory} as it is told, one stage after the other:
 *
 * <pre>
 * healthy   just inside   broken ............ goes on    repaired .......... over
 *                         |     on-delay    |            |     off-delay   |
 *    []         []        PENDING     CONFIRMED  CONFIRMED                 []
 *                                    ^ not a millisecond before            ^ nor here
 * </pre>
 */
final class Telling {

  /** The board's usual time from one sample to the next. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  private static final Duration TICK = Duration.ofMillis(1);

  /** Longer than any off-delay of a fault that comes along with another one. */
  private static final Duration LONG = Duration.ofDays(1);

  private final CodeStory told;
  private final BoardTree tree;
  private final Story story;
  private final CatalogueEntry entry;
  private final String confirmed;

  Telling(CodeStory told, BoardTree tree, Story story, CatalogueEntry entry) {
    this.told = told;
    this.tree = tree;
    this.story = story;
    this.entry = entry;
    confirmed = line("CONFIRMED", told.level());
  }

  private String line(String state, int level) {
    Severity severity = entry.criteria().levels().get(level - 1).severity();
    return "%s %s %s %s".formatted(state, told.code(), told.component(), severity);
  }

  void healthy() throws InterruptedException {
    assertEquals(List.of(), story.sample().toldInFull());
    assertEquals(List.of(), story.after(USUAL).toldInFull());
  }

  /** Tells nothing, or no more than the milder level. */
  void justInside() throws InterruptedException {
    if (told.justInside().isEmpty()) {
      return;
    }
    told.justInside().get().accept(tree);
    story.after(USUAL);
    String milder = entry.criteria().onDelay().isZero() ? "CONFIRMED" : "PENDING";
    assertEquals(
        isWithinAMilderOne() ? List.of(line(milder, told.level() - 1)) : List.of(),
        ofThis(),
        "just inside");
    if (told.window().isZero()) {
      told.repaired().accept(tree);
      told.well().accept(tree);
      story.after(entry.criteria().offDelay());
      assertEquals(List.of(), story.after(entry.criteria().offDelay()).toldInFull());
    }
  }

  /** A level on the other side of the quantity than the one before it has none around it. */
  private boolean isWithinAMilderOne() {
    List<Level> levels = entry.levels();
    int index = told.level() - 1;
    return index > 0 && levels.get(index).side() == levels.get(index - 1).side();
  }

  void breaks() throws InterruptedException {
    int sample = 0;
    told.broken().accept(tree, sample++);
    story.after(told.window().isZero() ? USUAL : told.window().minus(TICK));
    for (Duration until : untilConfirmed(entry.confirm())) {
      assertEquals(List.of(line("PENDING", told.level())), ofThis(), "on its way to be confirmed");
      told.broken().accept(tree, sample++);
      story.after(until);
    }
    assertEquals(
        Stream.concat(Stream.of(confirmed), told.companions().stream()).sorted().toList(),
        story.toldInFull(),
        "confirmed");
  }

  /** A code that is confirmed by its third sample as well is not sampled more often than twice. */
  private static List<Duration> untilConfirmed(Confirm confirm) {
    Duration delay = confirm.onDelay();
    if (delay.isZero()) {
      return Stream.generate(() -> USUAL).limit(confirm.reads() - 1L).toList();
    }
    Duration half = delay.dividedBy(2);
    return confirm.often().isPresent()
        ? List.of(delay)
        : List.of(half, delay.minus(half).minus(TICK), TICK);
  }

  /** For longer than the off-delay. */
  void goesOn() throws InterruptedException {
    if (told.goingOn().isPresent()) {
      for (int sample = 0; sample < 2; sample++) {
        told.goingOn().get().accept(tree, sample);
        story.after(entry.criteria().offDelay());
        assertEquals(List.of(confirmed), ofThis(), "over although it goes on");
      }
    }
  }

  /** A fault that asks for it is acknowledged at once: its window and off-delay are looked at. */
  void isRepaired() throws InterruptedException {
    told.repaired().accept(tree);
    if (entry.release().latched()) {
      story.acknowledge(told.code(), told.component());
    }
    if (!told.window().isZero()) {
      story.after(told.window().minus(TICK));
      assertEquals(List.of(confirmed), ofThis(), "over before its window is");
    }
    story.after(told.window().isZero() ? Duration.ZERO : TICK);
    for (int read = 1; read < entry.release().reads(); read++) {
      assertEquals(List.of(confirmed), ofThis(), "over after %d reads".formatted(read));
      story.after(USUAL);
    }
    Duration off = entry.criteria().offDelay();
    if (!off.isZero()) {
      story.after(off.minus(TICK));
      assertEquals(List.of(confirmed), ofThis(), "over too early");
      story.after(TICK);
    }
    assertEquals(told.remaining(), story.toldInFull(), "over");
    if (!told.remaining().isEmpty()) {
      told.well().accept(tree);
      story.sample();
      assertEquals(List.of(), story.after(LONG).toldInFull(), "all well");
    }
  }

  /** However long it is over. */
  void staysUntilSomebodyHasSeenIt() throws InterruptedException {
    told.repaired().accept(tree);
    story.after(told.window()).after(LONG);
    story.after(entry.criteria().offDelay());
    assertEquals(List.of(confirmed), ofThis(), "nobody has seen it");

    story.acknowledge(told.code(), told.component()).sample();
    assertEquals(List.of(), story.after(entry.criteria().offDelay()).toldInFull());
  }

  private List<String> ofThis() {
    String fault = " %s %s ".formatted(told.code(), told.component());
    List<String> lines = story.toldInFull().stream().filter(line -> line.contains(fault)).toList();
    assertTrue(
        story.toldInFull().stream()
            .filter(line -> !lines.contains(line))
            .allMatch(line -> expected(line)),
        () -> "told besides: " + story.toldInFull());
    return lines;
  }

  /** Whether that came along with it, confirmed or not yet, or is left of it. */
  private boolean expected(String line) {
    return Stream.concat(told.companions().stream(), told.remaining().stream())
        .anyMatch(known -> afterState(known).equals(afterState(line)));
  }

  private static String afterState(String line) {
    return line.substring(line.indexOf(' '));
  }
}
