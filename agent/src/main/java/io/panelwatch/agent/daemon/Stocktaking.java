package io.panelwatch.agent.daemon;

import io.panelwatch.agent.report.Inventory;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Software;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * Reads what the board is made of: at once, when the board has said something and fallen silent
 * again, and once in {@link #PERIOD}, because not everything that is plugged in says so. On a
 * thread of its own, because a dead disk can hang it; while it does, one reading more waits for its
 * end, and no others. Thread-safe.
 */
final class Stocktaking implements AutoCloseable {

  /** From one reading to the next, where the board says nothing. */
  static final Duration PERIOD = Duration.ofHours(1);

  /** A disk that is plugged in announces itself long before it can tell its model. */
  static final Duration SETTLE = Duration.ofSeconds(3);

  private static final BoardClock.Timer NONE = () -> {};

  private final BoardClock clock;
  private final Supplier<BoardInventory> board;
  private final Consumer<BoardInventory> taken;
  private final ExecutorService thread;
  private BoardClock.Timer timer = NONE;
  private boolean closed;

  /**
   * Begins with the first reading.
   *
   * @param taken gets every inventory, also one that is like the last, on this object's thread
   */
  Stocktaking(BoardClock clock, Supplier<BoardInventory> board, Consumer<BoardInventory> taken) {
    this.clock = clock;
    this.board = board;
    this.taken = taken;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("stocktaking").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // the one that waits will find the same
    takeStock();
    takeStockAfter(SETTLE); // at first some gauges were not asked yet
  }

  /**
   * Begins with the first reading of that daemon's board.
   *
   * @param told gets every inventory, with the panel and the software that nothing on the board can
   *     tell, on this object's thread
   */
  static Stocktaking of(DaemonSetup setup, Consumer<Inventory> told) {
    String panel = setup.lcd().map(port -> port.profile().name()).orElse("");
    var software =
        List.of(
            new Software("panelwatch", setup.version()),
            new Software("java", Runtime.version().toString()));
    return new Stocktaking(
        setup.board().clock(),
        setup.board()::inventory,
        inventory -> told.accept(new Inventory(inventory, panel, software)));
  }

  /** The board has said something: something may have come or gone. */
  void heard() {
    takeStockAfter(SETTLE);
  }

  /** Reads no more; a reading that hangs is left to its thread. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
    thread.shutdownNow();
  }

  private synchronized void takeStockAfter(Duration wait) {
    if (!closed) {
      timer.cancel();
      timer = clock.schedule(wait, this::takeStock);
    }
  }

  private void takeStock() {
    // Before the reading: what is heard during it then comes sooner, and is not put off by it.
    takeStockAfter(PERIOD);
    thread.execute(this::read);
  }

  private void read() {
    try {
      taken.accept(board.get());
    } catch (RuntimeException e) {
      // The next reading may go well; without it the backend only keeps what it knows.
      Logger.warn(e, "the board's inventory could not be read");
    }
  }
}
