package io.panelwatch.hal;

import java.util.List;
import java.util.Optional;

/**
 * A board: who it is, what time it has, and which sensors it carries.
 *
 * <p>Everything here may be called from any thread. Reading a {@link SensorSource} can take as long
 * as its hardware takes; whoever reads bounds it.
 */
public interface Board extends AutoCloseable {

  /** Model and serial number as the board itself tells them. */
  BoardIdentity identity();

  /** Which run of the board this is, and how long it has been up. */
  BootInfo boot();

  /** The clock that everything on this board lives by. */
  BoardClock clock();

  /**
   * The families of sensors this board could have, of {@link SensorFamily#ofBoards}, in a stable
   * order. A source that finds no channel is still listed where it could have found some, so that
   * their absence can be said plainly.
   */
  List<SensorSource> sources();

  /**
   * What the board is made of now. Reads some hundred files, and blocks as they do; what cannot be
   * read is left out or empty.
   */
  BoardInventory inventory();

  /** What this board says by itself, so that it is read sooner than it would be. */
  BoardEvents events();

  /** Its GPIO lines; empty where nothing is bound to them, as in the recording of a board. */
  default Optional<InputLines> inputLines() {
    return Optional.empty();
  }

  /** Gives back what the board holds open. Closing again is harmless. */
  @Override
  void close();
}
