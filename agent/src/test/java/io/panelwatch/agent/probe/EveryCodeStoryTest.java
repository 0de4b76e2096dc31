package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code, raised and cleared through the files of a board: seen at once, confirmed after its
 * on-delay and not one sample before, and over after its off-delay and not one sample before.
 */
final class EveryCodeStoryTest {

  /** Codes whose cause is in no file of a board, and where they are tested instead. */
  private static final Map<String, String> NOT_OF_FILES =
      Map.ofEntries(
          Map.entry("DSP-701", "the panel's driver tells: LcdFaultsTest"),
          Map.entry("DSP-702", "the panel's driver tells: LcdFaultsTest"),
          Map.entry("DSP-703", "the loop that draws tells: LcdFaultsTest"),
          Map.entry("DSP-704", "the panel's driver tells: LcdFaultsTest"),
          Map.entry("PWR-107", "the UPS's server tells: UpsSourceTest"),
          Map.entry("PWR-108", "a file of the agent's own tells: BootMarkerTest"),
          Map.entry("AGT-A02", "the reporter tells: AgentFaultsTest"),
          Map.entry("AGT-A03", "the start tells: AgentFaultsTest"),
          Map.entry("AGT-A04", "the store tells: AgentFaultsTest"),
          Map.entry("AGT-A05", "the reporter tells: AgentFaultsTest"),
          Map.entry("AGT-A06", "the reporter tells: AgentFaultsTest"),
          Map.entry("MNT-B01", "a file of the agent's own tells: InspectionSourceTest"));

  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final int STEPS = 5;
  private static final Duration FIRST_SIGHT = Duration.ofSeconds(10);

  @TempDir private Path root;

  static List<CodeStory> stories() {
    return Stream.of(
            PowerStories.ALL,
            ThermalStories.ALL,
            NetworkStories.ALL,
            AgentStories.ALL,
            StorageStories.ALL,
            MemoryStories.ALL,
            BoardStories.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyCodeHasAStoryOrAReasonForNone() {
    var told = new TreeSet<>(NOT_OF_FILES.keySet());
    stories().forEach(story -> told.add(story.code()));

    var codes = new TreeSet<>(CATALOGUE.entries().stream().map(CatalogueEntry::code).toList());
    assertEquals(codes, told);
  }

  @Test
  void healthyBoardHasNoFault() throws Exception {
    BoardTree.healthy(root);
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        var story = new Story(board, Limits.defaults(CATALOGUE))) {
      story.sample();
      for (int i = 0; i < 30; i++) {
        assertEquals(List.of(), story.after(Duration.ofMinutes(i)).told());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void codeIsRaisedAndClearedInItsTime(CodeStory told) throws Exception {
    BoardTree tree = BoardTree.healthy(root);
    told.before().accept(tree);
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        var story = new Story(board, Limits.of(CATALOGUE, switchedOn(told.code())))) {
      var telling = new Telling(told, tree, story);
      telling.healthy();
      telling.breaks();
      telling.isRepaired();
    }
  }

  /** A code that is off unless it is configured is configured. */
  private static Map<Limits.Scope, LimitOverride> switchedOn(String code) {
    LimitOverride on =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true));
    return Map.of(new Limits.Scope(code, Optional.empty()), on);
  }

  /** One story on its way. */
  private static final class Telling {

    private final CodeStory told;
    private final BoardTree tree;
    private final Story story;
    private final CatalogueEntry entry;
    private final String fault;
    private final String confirmed;

    Telling(CodeStory told, BoardTree tree, Story story) {
      this.told = told;
      this.tree = tree;
      this.story = story;
      entry = CATALOGUE.entry(told.code());
      fault = told.code() + " " + told.component();
      confirmed = "CONFIRMED " + fault;
    }

    void healthy() throws InterruptedException {
      assertEquals(List.of(), story.sample().told());
      assertEquals(List.of(), story.after(FIRST_SIGHT).told());
    }

    void breaks() throws InterruptedException {
      Duration every = step(entry.confirm().onDelay());
      int first = samplesToConfirm(entry.confirm());
      for (int i = 0; i < first; i++) {
        told.broken().accept(tree, i);
        story.after(i == 0 ? FIRST_SIGHT : every);
        assertTrue(
            story.told().contains("PENDING " + fault), () -> "not seen yet: " + story.told());
        assertFalse(story.told().contains(confirmed), () -> "too early: " + story.told());
      }
      told.broken().accept(tree, first);
      story.after(first == 0 ? FIRST_SIGHT : every);
      assertTrue(story.told().contains(confirmed), () -> "not confirmed: " + story.told());
    }

    void isRepaired() throws InterruptedException {
      told.repaired().accept(tree);
      story.after(told.lingers());
      if (entry.release().latched()) {
        story.after(Duration.ofHours(1));
        assertTrue(story.told().contains(confirmed), "ended before anybody has seen it");
        story.acknowledge(told.code(), told.component()).after(Duration.ZERO);
      }
      Duration off = entry.criteria().offDelay();
      Duration every = step(off);
      int needed = Math.max(off.isZero() ? 0 : STEPS, entry.release().reads() - 1);
      for (int i = 0; i < needed; i++) {
        assertTrue(story.told().contains(confirmed), "ended too early");
        story.after(every);
      }
      assertTrue(
          story.told().stream().noneMatch(line -> line.endsWith(fault)),
          () -> "not over: " + story.told());
    }

    /** Samples before the one that confirms. */
    private static int samplesToConfirm(Confirm confirm) {
      int byDelay = confirm.onDelay().isZero() ? 0 : STEPS;
      int lasting = Math.max(byDelay, confirm.reads() - 1);
      return confirm.often().map(often -> Math.min(lasting, often.times() - 1)).orElse(lasting);
    }

    private static Duration step(Duration delay) {
      return delay.isZero() ? Duration.ofSeconds(10) : delay.dividedBy(STEPS);
    }
  }
}
