package io.panelwatch.hal;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a board says unasked: that sensors of a family may read differently now.
 *
 * <p>An event only says where to look. Nothing it carries is a reading, one may come without
 * anything having changed, and many changes come without one: whoever listens still reads
 * everything from time to time.
 */
public interface BoardEvents {

  /** A board that never says anything by itself, as the recording of one. */
  BoardEvents SILENT = heard -> new Listening(List.of(), () -> {});

  /**
   * Tells every event from now on.
   *
   * @param heard gets the family to read again, on a thread of the binding, or on the one that
   *     changes a simulated board; must not block. What it throws ends its own call only.
   * @return what ends it; until then the binding may hold descriptors and a thread for it
   */
  Listening listen(Consumer<SensorFamily> heard);

  /** What both say, to one listener. */
  default BoardEvents and(BoardEvents others) {
    return heard -> {
      Listening mine = listen(heard);
      try {
        Listening theirs = others.listen(heard);
        return new Listening(
            Stream.concat(mine.refused().stream(), theirs.refused().stream()).toList(),
            () -> {
              theirs.close();
              mine.close();
            });
      } catch (RuntimeException | Error e) {
        mine.close();
        throw e;
      }
    };
  }

  /**
   * Somebody who listens.
   *
   * @param refused what the kernel did not let us listen to, with its errno: what changes there is
   *     found by reading only
   * @param end stops telling; harmless when it has run before
   */
  record Listening(List<DeviceException> refused, Runnable end) implements AutoCloseable {

    public Listening {
      refused = List.copyOf(refused);
    }

    /** Once this returns nothing more is told. Closing again is harmless. */
    @Override
    public void close() {
      end.run();
    }
  }
}
