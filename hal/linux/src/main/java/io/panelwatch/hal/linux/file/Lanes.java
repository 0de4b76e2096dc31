package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the devices of a family one after the other, so that one which hangs costs its own readings
 * only.
 *
 * <pre>
 * reading thread   a  b  c..................................c answers: kept for later, thread ends
 * watcher                 leaveHungDevice()
 * next thread                              a  b  (c failed)  d  e
 * </pre>
 *
 * <p>Nothing is handed over while all goes well: a device is read on the thread that reads its
 * family. Who waits for that thread leaves it alone when a device takes too long, and lets another
 * thread read the family from its beginning. From then on the device has a lane of its own: a
 * thread beside, asked again whenever it has answered, and each scan takes its latest answer, or
 * {@code ETIMEDOUT} while there is none. So a sensor that is merely slow is read one scan late and
 * not lost, as a DS18B20 that measures for 750 ms. It leaves its lane once it answers in time.
 *
 * <p>A mistake of ours in the reading of one device costs that device, too.
 *
 * @param <T> what is read of a device
 */
public final class Lanes<T> {

  /** Each holds a thread. Where more devices hang at once, the family does. */
  private static final int MOST = 16;

  /** What is being read on the family's thread. */
  private record Turn(String device, long sinceNanos) {}

  private final BoardClock clock;
  private final AtomicReference<@Nullable Turn> turn = new AtomicReference<>();
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  public Lanes(BoardClock clock) {
    this.clock = clock;
  }

  /**
   * Reads a device here and now, or takes the latest answer of one that has a lane of its own.
   *
   * @param device the path by which it is known
   * @param read reads it; on whichever thread, and never twice at the same time
   * @param whenFailed what is told of it where it hangs, or where reading throws
   * @throws LeftAloneException when the calling thread was left alone with the device: whatever it
   *     is doing counts for nothing any more
   */
  public T run(String device, Supplier<T> read, Function<Measured.Failed, T> whenFailed) {
    Supplier<T> safely = () -> safely(device, read, whenFailed);
    Lane lane = lanes.get(device);
    if (lane != null) {
      Optional<T> latest = lane.take();
      lane.ask(safely);
      return latest.orElseGet(() -> whenFailed.apply(timeout(device)));
    }
    var mine = new Turn(device, clock.monotonicNanos());
    turn.set(mine);
    T answer = safely.get();
    if (!turn.compareAndSet(mine, null)) {
      Lane own = lanes.get(device);
      if (own != null) {
        own.answered(answer);
      }
      throw new LeftAloneException(device);
    }
    return answer;
  }

  /** Leaves the device that is being read in a lane of its own, if it has taken that long. */
  public boolean leaveHungDevice(Duration longest) {
    Turn now = turn.get();
    if (now == null
        || clock.monotonicNanos() - now.sinceNanos() < longest.toNanos()
        || lanes.size() >= MOST) {
      return false;
    }
    var lane = new Lane(now.device(), longest);
    lanes.put(now.device(), lane);
    if (turn.compareAndSet(now, null)) {
      return true;
    }
    lanes.remove(now.device(), lane); // it has answered just now
    return false;
  }

  private T safely(String device, Supplier<T> read, Function<Measured.Failed, T> whenFailed) {
    try {
      return read.get();
    } catch (RuntimeException mistake) {
      return whenFailed.apply(new Measured.Failed(0, mistake.toString(), device));
    }
  }

  private static Measured.Failed timeout(String device) {
    return new Measured.Failed(Errno.ETIMEDOUT.number(), "timeout", device);
  }

  /** A device beside the others, at first still busy with the read it was left with. */
  private final class Lane {
    private final String device;
    private final Duration longest;
    private boolean busy = true;
    private Optional<T> latest = Optional.empty();

    Lane(String device, Duration longest) {
      this.device = device;
      this.longest = longest;
    }

    /** Its answer since it was last asked for, if there is one. */
    synchronized Optional<T> take() {
      Optional<T> answer = latest;
      latest = Optional.empty();
      return answer;
    }

    synchronized void ask(Supplier<T> read) {
      if (!busy) {
        busy = true;
        // A platform thread: a call that hangs would pin the carrier of a virtual one.
        Thread.ofPlatform().daemon().name("slow-device").start(() -> readBeside(read));
      }
    }

    private void readBeside(Supplier<T> read) {
      long began = clock.monotonicNanos();
      answered(read.get());
      if (clock.monotonicNanos() - began < longest.toNanos()) {
        lanes.remove(device, this);
      }
    }

    synchronized void answered(T answer) {
      latest = Optional.of(answer);
      busy = false;
    }
  }
}
