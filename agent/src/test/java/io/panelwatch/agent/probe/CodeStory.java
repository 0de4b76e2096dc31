package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * How the files of a board raise one level of a code, and what in them ends it. Written down once,
 * in the tables of the trades, and only read from there on.
 */
final class CodeStory {

  private final String code;
  private final String component;
  private final ObjIntConsumer<BoardTree> broken;
  private final Consumer<BoardTree> repaired;
  private Optional<String> file = Optional.empty();
  private Consumer<BoardTree> before = tree -> {};
  private int level = 1;
  private Optional<Consumer<BoardTree>> justInside = Optional.empty();
  private Optional<ObjIntConsumer<BoardTree>> goingOn = Optional.empty();
  private Duration window = Duration.ZERO;
  private List<String> companions = List.of();
  private List<String> remaining = List.of();
  private Consumer<BoardTree> well = tree -> {};

  private CodeStory(
      String code,
      String component,
      ObjIntConsumer<BoardTree> broken,
      Consumer<BoardTree> repaired) {
    this.code = code;
    this.component = component;
    this.broken = broken;
    this.repaired = repaired;
  }

  /** A story of files that change once and change back. */
  static CodeStory of(
      String code, String component, Consumer<BoardTree> broken, Consumer<BoardTree> repaired) {
    return counted(code, component, (tree, sample) -> broken.accept(tree), repaired);
  }

  /**
   * A story of files that change with every sample while the board is faulty: they are changed
   * before each, with its number from 0, so that a counter grows that must go on growing.
   */
  static CodeStory counted(
      String code,
      String component,
      ObjIntConsumer<BoardTree> broken,
      Consumer<BoardTree> repaired) {
    return new CodeStory(code, component, broken, repaired);
  }

  /** A story of one attribute: what it says when it is bad, and when it is good. */
  static CodeStory ofFile(String code, String component, String path, String bad, String good) {
    CodeStory story =
        of(code, component, tree -> tree.file(path, bad), tree -> tree.file(path, good));
    story.file = Optional.of(path);
    return story;
  }

  /** On a board that has something more, or something else, from the beginning on. */
  CodeStory on(Consumer<BoardTree> otherBoard) {
    before = otherBoard;
    return this;
  }

  /** Of that level, counted from 1; a story is of the mildest one unless it says so. */
  CodeStory atLevel(int number) {
    level = number;
    return this;
  }

  /** What the attribute says while it is just healthy enough. */
  CodeStory justInside(String healthyEnough) {
    String path = file.orElseThrow();
    return justInside(tree -> tree.file(path, healthyEnough));
  }

  /** How the board is when it is just healthy enough. */
  CodeStory justInside(Consumer<BoardTree> healthyEnough) {
    justInside = Optional.of(healthyEnough);
    return this;
  }

  /** What the attribute says while it is no longer bad, and not good enough to end a fault. */
  CodeStory between(String neither) {
    String path = file.orElseThrow();
    return goingOn((tree, sample) -> tree.file(path, neither));
  }

  /**
   * How the board is while the fault goes on without being as bad as at first; changed before each
   * sample, as what is broken is.
   */
  CodeStory goingOn(ObjIntConsumer<BoardTree> still) {
    goingOn = Optional.of(still);
    return this;
  }

  /**
   * Of something that is counted within a window: what is just inside counts until the window is
   * over, and the condition is true for as long after the repair.
   */
  CodeStory countedWithin(Duration time) {
    window = time;
    return this;
  }

  /** What else is told when the fault is confirmed, as {@link Story#toldInFull} tells it. */
  CodeStory with(String... others) {
    companions = List.of(others);
    return this;
  }

  /**
   * What is still told when this level is over, as {@link Story#toldInFull} tells it, and what ends
   * that.
   */
  CodeStory leaving(List<String> others, Consumer<BoardTree> end) {
    remaining = others;
    well = end;
    return this;
  }

  /** The same where the attribute ends it by what it says. */
  CodeStory leaving(String other, String good) {
    String path = file.orElseThrow();
    return leaving(List.of(other), tree -> tree.file(path, good));
  }

  String code() {
    return code;
  }

  String component() {
    return component;
  }

  Consumer<BoardTree> before() {
    return before;
  }

  int level() {
    return level;
  }

  Optional<Consumer<BoardTree>> justInside() {
    return justInside;
  }

  ObjIntConsumer<BoardTree> broken() {
    return broken;
  }

  Optional<ObjIntConsumer<BoardTree>> goingOn() {
    return goingOn;
  }

  Consumer<BoardTree> repaired() {
    return repaired;
  }

  /** Zero where nothing is counted. */
  Duration window() {
    return window;
  }

  List<String> companions() {
    return companions;
  }

  List<String> remaining() {
    return remaining;
  }

  /** Ends what is remaining. */
  Consumer<BoardTree> well() {
    return well;
  }

  @Override
  public String toString() {
    return "%s of %s, level %d".formatted(code, component, level);
  }
}
