package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.RecordedCalls;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The wall clock, where it may be believed. A recording has one, too, if it keeps what adjtimex(2)
 * said and how far the wall clock was ahead of the time since the start ({@link RecordedCalls}):
 * together with its uptime, which is that time.
 */
public final class TrustedTime implements Supplier<Optional<Instant>> {

  private final Tree tree;
  private final SmallFiles files;
  private final BoardClock clock;

  public TrustedTime(Tree tree, BoardClock clock) {
    this.tree = tree;
    this.clock = clock;
    files = new SmallFiles(tree);
  }

  /** What time it is; empty where nobody knows. */
  @Override
  public Optional<Instant> get() {
    if (!tree.live()) {
      return recorded(RecordedCalls.read(tree, files));
    }
    return clock.wallTrusted() ? Optional.of(clock.wall()) : Optional.empty();
  }

  private Optional<Instant> recorded(RecordedCalls calls) {
    return calls.synchronised().is(1)
            && calls.wallOffsetMillis() instanceof Measured.Value(double offset)
        ? Optional.of(Instant.ofEpochMilli((long) offset).plus(Boots.of(tree).uptime()))
        : Optional.empty();
  }
}
