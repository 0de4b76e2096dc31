package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.util.Collection;
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
 * @param <D> a device; two are the same one if they are equal
 * @param <T> what is read of a device
 */
public final class Lanes<D, T> {

  /** Each holds a thread. Where more devices hang at once, the family does. */
  private static final int MOST = 16;

  /** What is being read on the family's thread; equal to nothing but itself. */
  private static final class Turn<D> {
    final D device;
    final long sinceNanos;

    Turn(D device, long sinceNanos) {
      this.device = device;
      this.sinceNanos = sinceNanos;
    }
  }

  private final BoardClock clock;
  private final Function<D, String> path;
  private final AtomicReference<@Nullable Turn<D>> turn = new AtomicReference<>();
  private final Map<D, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * @param path by which a person knows a device
   */
  public Lanes(BoardClock clock, Function<D, String> path) {
    this.clock = clock;
    this.path = path;
  }

  /**
   * Gives up the lanes of devices that are gone, or that became others. Whatever their threads
   * still read is told of nothing any more.
   *
   * @param there all devices that there are now
   */
  public void listed(Collection<D> there) {
    if (!lanes.isEmpty()) {
      lanes.keySet().retainAll(there);
    }
  }

  /**
   * Reads a device here and now, or takes the latest answer of one that has a lane of its own.
   *
   * @param read reads it; on whichever thread, and never twice at the same time
   * @param whenFailed what is told of it where it hangs, or where reading throws
   * @throws LeftAloneException when the calling thread was left alone with the device: whatever it
   *     is doing counts for nothing any more
   */
  public T run(D device, Supplier<T> read, Function<Measured.Failed, T> whenFailed) {
    Supplier<T> safely = () -> safely(device, read, whenFailed);
    // Most boards never have any, and a device may be costly to look up.
    Lane lane = lanes.isEmpty() ? null : lanes.get(device);
    if (lane != null) {
      Optional<T> latest = lane.take();
      if (lane.ask(safely)) {
        return latest.orElseGet(() -> whenFailed.apply(timeout(device)));
      }
    }
    var mine = new Turn<>(device, clock.monotonicNanos());
    turn.set(mine);
    T answer = safely.get();
    if (!turn.compareAndSet(mine, null)) {
      Lane own = lanes.get(device);
      if (own != null) {
        own.answered(mine, answer);
      }
      throw new LeftAloneException(path.apply(device));
    }
    return answer;
  }

  /** Leaves the device that is being read in a lane of its own, if it has taken that long. */
  public boolean leaveHungDevice(Duration longest) {
    Turn<D> now = turn.get();
    if (now == null
        || clock.monotonicNanos() - now.sinceNanos < longest.toNanos()
        || lanes.size() >= MOST) {
      return false;
    }
    var lane = new Lane(now, longest);
    lanes.put(now.device, lane);
    if (turn.compareAndSet(now, null)) {
      return true;
    }
    lanes.remove(now.device, lane); // it has answered just now
    return false;
  }

  private T safely(D device, Supplier<T> read, Function<Measured.Failed, T> whenFailed) {
    try {
      return read.get();
    } catch (RuntimeException mistake) {
      return whenFailed.apply(new Measured.Failed(0, mistake.toString(), path.apply(device)));
    }
  }

  private Measured.Failed timeout(D device) {
    return new Measured.Failed(Errno.ETIMEDOUT.number(), "timeout", path.apply(device));
  }

  /** A device beside the others, at first still busy with the read it was left with. */
  private final class Lane {
    private final Turn<D> left;
    private final Duration longest;
    private boolean busy = true;
    private boolean closed;
    private Optional<T> latest = Optional.empty();

    Lane(Turn<D> left, Duration longest) {
      this.left = left;
      this.longest = longest;
    }

    /** Its answer since it was last asked for, if there is one. */
    synchronized Optional<T> take() {
      Optional<T> answer = latest;
      latest = Optional.empty();
      return answer;
    }

    /** False once it is closed: the device is read with the others again. */
    synchronized boolean ask(Supplier<T> read) {
      if (!busy && !closed) {
        // A platform thread: a call that hangs would pin the carrier of a virtual one.
        Thread.ofPlatform().daemon().name("slow-device").start(() -> readBeside(read));
        busy = true; // only now: where no thread can be made, the next scan tries again
      }
      return !closed;
    }

    private void readBeside(Supplier<T> read) {
      long began = clock.monotonicNanos();
      Optional<T> answer = Optional.empty();
      try {
        answer = Optional.of(read.get());
      } finally {
        readBeside(answer, clock.monotonicNanos() - began < longest.toNanos());
      }
    }

    private synchronized void readBeside(Optional<T> answer, boolean inTime) {
      latest = answer;
      busy = false;
      closed = inTime;
      if (inTime) {
        lanes.remove(left.device, this);
      }
    }

    /** The answer to the read that it was left with; not to that of a lane before this one. */
    synchronized void answered(Turn<D> turn, T answer) {
      if (turn == left) {
        latest = Optional.of(answer);
        busy = false;
      }
    }
  }
}
