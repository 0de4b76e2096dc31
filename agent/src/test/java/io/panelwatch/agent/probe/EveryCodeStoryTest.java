package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every level of every code, raised and cleared through the files of a board: not there just inside
 * of its limit, seen at once, confirmed after its on-delay and not a millisecond before, still
 * there within the hysteresis, and over after its off-delay and not a millisecond before. Nothing
 * else is told meanwhile but what the story names, and nothing stays behind. {@link Telling} has
 * the order.
 */
final class EveryCodeStoryTest {

  /** Codes whose cause is in no file of a board, and the test in which each has its story. */
  private static final Map<String, String> NOT_OF_FILES =
      Map.ofEntries(
          // the panel's driver and the loop that draws
          Map.entry("DSP-701", "daemon.LcdFaultsTest"),
          Map.entry("DSP-702", "daemon.LcdFaultsTest"),
          Map.entry("DSP-703", "daemon.LcdFaultsTest"),
          Map.entry("DSP-704", "fault.lifecycle.PanelFaultsTest"),
          // the UPS's server
          Map.entry("PWR-107", "ups.UpsSourceTest"),
          // files of the agent's own
          Map.entry("PWR-108", "daemon.BootMarkerTest"),
          Map.entry("MNT-B01", "daemon.InspectionSourceTest"),
          // the reporter, the start and the store
          Map.entry("AGT-A02", "daemon.AgentFaultsTest"),
          Map.entry("AGT-A03", "daemon.AgentFaultsTest"),
          Map.entry("AGT-A04", "daemon.AgentFaultsTest"),
          Map.entry("AGT-A05", "daemon.AgentFaultsTest"),
          Map.entry("AGT-A06", "daemon.AgentFaultsTest"));

  private static final Catalogue CATALOGUE = Catalogue.load();

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
  void everyCodeHasAStory() {
    var told = new TreeSet<>(NOT_OF_FILES.keySet());
    stories().forEach(story -> told.add(story.code()));

    var codes = new TreeSet<>(CATALOGUE.entries().stream().map(CatalogueEntry::code).toList());
    assertEquals(codes, told);
  }

  @Test
  void storyOfACodeThatIsOfNoFileIsToldInItsTestToAWitness() {
    NOT_OF_FILES.forEach((code, test) -> assertTrue(isToldIn(test, code), test + ": " + code));
  }

  private static boolean isToldIn(String test, String code) {
    try {
      return Stream.of(Class.forName("io.panelwatch.agent." + test).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class))
          .filter(method -> !method.isAnnotationPresent(Disabled.class))
          .map(method -> method.getAnnotation(RaisesAndClears.class))
          .anyMatch(tells -> tells != null && tells.value().equals(code));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyLevelHasAStoryThatProvesItsNumbers() {
    var unproven = new ArrayList<String>();
    for (CatalogueEntry entry : CATALOGUE.entries()) {
      for (int level = 1; level <= entry.criteria().levels().size(); level++) {
        if (!NOT_OF_FILES.containsKey(entry.code())) {
          unproven.addAll(unproven(entry, level));
        }
      }
    }
    assertEquals(List.of(), unproven);
  }

  /**
   * Of what is a single event there is nothing just inside, and of plain numbers nothing between.
   */
  private static List<String> unproven(CatalogueEntry entry, int number) {
    Level level = entry.criteria().levels().get(number - 1);
    List<CodeStory> stories =
        stories().stream()
            .filter(story -> story.code().equals(entry.code()) && story.level() == number)
            .toList();
    boolean single = level.raise().orElse(1) <= 1 && entry.criteria().unit().equals("1");
    boolean gap =
        level.clear().isPresent() && level.raise().orElseThrow() - level.clear().orElseThrow() != 1;
    var missing = new ArrayList<String>();
    if (stories.isEmpty()) {
      missing.add("no story");
    }
    if (level.raise().isPresent()
        && !single
        && stories.stream().noneMatch(story -> story.justInside().isPresent())) {
      missing.add("nothing just inside");
    }
    if (gap
        && stories.stream()
            .allMatch(story -> story.goingOn().isEmpty() && story.window().isZero())) {
      missing.add("nothing between raise and clear");
    }
    return missing.stream().map(what -> entry.code() + " " + number + ": " + what).toList();
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

  @ParameterizedTest(name = "{0} ({index})")
  @MethodSource("stories")
  void codeIsRaisedAndClearedInItsTime(CodeStory told) throws Exception {
    tell(
        told,
        telling -> {
          telling.healthy();
          telling.justInside();
          telling.breaks();
          telling.goesOn();
          telling.isRepaired();
        });
  }

  @ParameterizedTest(name = "{0} ({index})")
  @MethodSource("latched")
  void faultThatMustBeAcknowledgedStaysUntilItIs(CodeStory told) throws Exception {
    tell(
        told,
        telling -> {
          telling.healthy();
          telling.breaks();
          telling.staysUntilSomebodyHasSeenIt();
        });
  }

  static List<CodeStory> latched() {
    return stories().stream()
        .filter(story -> CATALOGUE.entry(story.code()).release().latched())
        .toList();
  }

  private interface Stages {
    void of(Telling telling) throws InterruptedException;
  }

  private void tell(CodeStory told, Stages stages) throws InterruptedException {
    BoardTree tree = BoardTree.healthy(root);
    told.before().accept(tree);
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        var story = new Story(board, Limits.of(CATALOGUE, switchedOn(told.code())))) {
      stages.of(new Telling(told, tree, story, CATALOGUE.entry(told.code())));
    }
  }

  /** A code that is off unless it is configured is configured. */
  static Map<Limits.Scope, LimitOverride> switchedOn(String code) {
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
}
