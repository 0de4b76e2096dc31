package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In doubt the fault wins: a fault that is confirmed, and whose cause is still there, is not over
 * because the file that told of it cannot be read any more.
 */
final class BrokenFaultsTest {

  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Duration USUAL = Duration.ofSeconds(10);

  private static final int MOST_SAMPLES = 5;

  /** Says nothing, cannot be read, says what makes no sense. */
  private static final List<Damage> DAMAGES = List.of(Damage.EMPTY, Damage.FOLDER, Damage.NOISE);

  /**
   * Events, not states, that another file cannot make undone: the kernel's log stays open whatever
   * is put in its place (DSK-410), and a dump is there by its name (BRD-602).
   */
  private static final Set<String> IS_OVER_ALL_THE_SAME = Set.of("DSK-410", "BRD-602");

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  @Test
  void placeThatCannotBeReadEndsNoFaultThatItTold() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    var ended = new ArrayList<String>();
    int boards = 0;
    for (CodeStory story : EveryCodeStoryTest.stories()) {
      if (!IS_OVER_ALL_THE_SAME.contains(story.code())) {
        ended.addAll(ended(story, Files.createDirectory(folder.resolve("board" + boards++)), fifo));
      }
    }
    assertEquals("", String.join("\n", ended));
  }

  private static List<String> ended(CodeStory told, Path root, Path fifo)
      throws IOException, InterruptedException {
    BoardTree tree = BoardTree.healthy(root);
    told.before().accept(tree);
    CatalogueEntry entry = CATALOGUE.entry(told.code());
    Limits limits = Limits.of(CATALOGUE, EveryCodeStoryTest.switchedOn(told.code()));
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED);
        var story = new Story(board, limits)) {
      story.sample();
      Map<Path, String> before = files(root);
      confirm(told, entry, tree, story);
      if (entry.release().latched()) {
        story.acknowledge(told.code(), told.component());
      }
      List<Path> places = changed(before, files(root));
      for (Damage damage : DAMAGES) {
        for (Path place : places) {
          Files.delete(place);
          damage.put(place, fifo, new SplittableRandom(1));
        }
        story.after(USUAL.plus(told.window())).after(entry.criteria().offDelay());
        story.after(USUAL);
        if (story.fault(told.code(), told.component()).isEmpty()) {
          return List.of(damage + " in place of " + places + " has ended " + told);
        }
      }
      return List.of();
    }
  }

  /** What is just inside first, so that a story that is of what changes has changed it. */
  private static void confirm(CodeStory told, CatalogueEntry entry, BoardTree tree, Story story)
      throws InterruptedException {
    told.justInside().ifPresent(inside -> inside.accept(tree));
    story.sample();
    for (int sample = 0; sample < MOST_SAMPLES; sample++) {
      told.broken().accept(tree, sample);
      story.after(USUAL.plus(entry.criteria().onDelay()));
      if (story.fault(told.code(), told.component()).isPresent()) {
        return;
      }
    }
    throw new AssertionError("not confirmed: " + told);
  }

  /** What is there and says something else than before. */
  private static List<Path> changed(Map<Path, String> before, Map<Path, String> now) {
    return now.keySet().stream().filter(file -> !now.get(file).equals(before.get(file))).toList();
  }

  private static Map<Path, String> files(Path root) throws IOException {
    var files = new HashMap<Path, String>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readString(file));
      }
    }
    return files;
  }
}
