package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * How the files of a board raise a code, and what in them ends it.
 *
 * @param code which
 * @param component of what, as the fault names it
 * @param before makes the healthy board one that can have the fault
 * @param broken called before each sample from the one on that first sees the condition, with its
 *     number from 0: a counter that must go on growing grows with it
 * @param repaired called once
 * @param lingers how long the condition is still true after the repair, as what was counted within
 *     a window is
 */
record CodeStory(
    String code,
    String component,
    Consumer<BoardTree> before,
    ObjIntConsumer<BoardTree> broken,
    Consumer<BoardTree> repaired,
    Duration lingers) {

  /** A story of files that change once and change back. */
  static CodeStory of(
      String code, String component, Consumer<BoardTree> broken, Consumer<BoardTree> repaired) {
    return counted(code, component, (tree, sample) -> broken.accept(tree), repaired);
  }

  /** A story of files that change with every sample while the board is faulty. */
  static CodeStory counted(
      String code,
      String component,
      ObjIntConsumer<BoardTree> broken,
      Consumer<BoardTree> repaired) {
    return new CodeStory(code, component, tree -> {}, broken, repaired, Duration.ZERO);
  }

  /** A story of one attribute: what it says when it is bad, and when it is good. */
  static CodeStory ofFile(String code, String component, String path, String bad, String good) {
    return of(code, component, tree -> tree.file(path, bad), tree -> tree.file(path, good));
  }

  /** The same on a board that has something more, or something else, from the beginning on. */
  CodeStory on(Consumer<BoardTree> otherBoard) {
    return new CodeStory(code, component, otherBoard, broken, repaired, lingers);
  }

  /** The same of something that was counted within a window, which has to pass. */
  CodeStory lingering(Duration window) {
    return new CodeStory(code, component, before, broken, repaired, window);
  }
}
