package io.panelwatch.hal;

import java.util.function.Consumer;

/** The GPIO lines of a board, for those that tell of their edges. Thread-safe. */
public interface InputLines {

  /**
   * Takes a line as an input with both of its edges detected. It is nobody else's until it is
   * closed.
   *
   * @param heard gets each edge from now on in its order, on a thread of the binding, or on the one
   *     that changes a simulated board; must not block. What it throws ends its own call only. Of
   *     edges that come faster than they are told some may be missing (the kernel keeps 16 for a
   *     line), and never the level, see {@link InputLine#isActive}
   * @throws DeviceException with errno and the chip's path: ENOENT where no chip has a line of that
   *     name, ENODEV where there is no such chip, EBUSY where somebody else has the line
   */
  InputLine open(LineRequest wanted, Consumer<InputLine.Edge> heard) throws DeviceException;
}
