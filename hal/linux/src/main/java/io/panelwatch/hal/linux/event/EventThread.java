package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.kernel.FileCalls;
import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.kernel.PollCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Waits on all {@linkplain Ear ears} at once, tells what they hear, and closes them at the end.
 *
 * <p>An ear that breaks is closed and forgotten: what it told of is found by reading. After each
 * turn the thread waits {@value #REST_MILLIS} ms for nothing but its end, so that a descriptor that
 * is ready for ever costs little; what comes meanwhile is told together.
 */
public final class EventThread {

  private static final int FOR_EVER = -1;
  private static final int REST_MILLIS = 2;
  private static final Duration END_WITHIN = Duration.ofSeconds(1);

  private final Arena arena = Arena.ofAuto(); // made by one thread, used by another
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private MemorySegment entries;
  private final int wake;
  private final List<Ear> ears;
  private final Consumer<SensorFamily> heard;
  private final More more;
  private final Thread thread;
  private volatile boolean ended;

  /** Finds what came with a device that was announced. */
  public interface More {
    /** Nothing ever comes later. */
    More NONE = (told, present) -> List.of();

    /**
     * Opens the ears that are wanted by now.
     *
     * @param told the families that were told of
     * @param present all ears that are listened to
     */
    List<? extends Ear> open(Set<SensorFamily> told, List<Ear> present);
  }

  private EventThread(List<Ear> ears, Consumer<SensorFamily> heard, More more)
      throws DeviceException {
    this.ears = new ArrayList<>(ears);
    this.heard = heard;
    this.more = more;
    entries = arena.allocate(PollCalls.POLLFD, ears.size() + 1L);
    wake = PollCalls.eventDescriptor(state);
    if (wake < 0) {
      throw NativeCall.refused(state, "eventfd", "the end of listening");
    }
    thread = Thread.ofPlatform().name("board-events").daemon().unstarted(this::run);
  }

  /**
   * Starts to tell.
   *
   * @param ears are this thread's from now on, also when it cannot start
   * @param more is asked on this thread, after each turn that told something
   * @throws DeviceException with errno; the ears are closed
   */
  public static EventThread start(List<Ear> ears, Consumer<SensorFamily> heard, More more)
      throws DeviceException {
    EventThread events;
    try {
      events = new EventThread(ears, heard, more);
    } catch (DeviceException | RuntimeException | Error e) {
      ears.forEach(Ear::close);
      throw e;
    }
    try {
      events.thread.start();
      return events;
    } catch (RuntimeException | Error e) { // no memory for a thread
      events.close();
      throw e;
    }
  }

  /** Tells nothing once this has returned. A listener may call it itself. */
  public void end() {
    synchronized (this) {
      if (ended) {
        return; // the descriptor may be somebody else's by now
      }
      // In this order: the thread closes the descriptor once it sees that it has ended.
      PollCalls.signal(wake);
      ended = true;
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(END_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!ended) {
        listenOnce();
        PollCalls.set(entries, 0, wake, PollCalls.POLLIN);
        PollCalls.poll(state, entries, 1, REST_MILLIS);
      }
    } finally {
      close(); // also where it ends by an error, which its handler tells
    }
  }

  private synchronized void close() {
    ended = true;
    ears.forEach(Ear::close);
    FileCalls.close(state, wake);
  }

  private void listenOnce() {
    PollCalls.set(entries, 0, wake, PollCalls.POLLIN);
    for (int i = 0; i < ears.size(); i++) {
      PollCalls.set(entries, i + 1, ears.get(i).descriptor(), ears.get(i).awaited());
    }
    if (PollCalls.poll(state, entries, ears.size() + 1, FOR_EVER) < 0) {
      return; // EINTR: a debugger, a stopped process that goes on
    }
    Set<SensorFamily> told = EnumSet.noneOf(SensorFamily.class);
    // From behind, because an ear that breaks leaves the list.
    for (int i = ears.size() - 1; i >= 0 && !ended; i--) {
      if (PollCalls.ready(entries, i + 1)) {
        told.addAll(take(ears.get(i)));
      }
    }
    told.forEach(this::tell);
    if (!told.isEmpty() && !ended && ears.addAll(more.open(told, List.copyOf(ears)))) {
      entries = arena.allocate(PollCalls.POLLFD, ears.size() + 1L);
    }
  }

  private Set<SensorFamily> take(Ear ear) {
    try {
      return ear.take();
    } catch (DeviceException gone) {
      // A chip that was removed takes its files with it; nobody can do anything about that here.
      forget(ear);
    } catch (RuntimeException | Error mistake) {
      forget(ear);
      handle(mistake);
    }
    return Set.of();
  }

  private void forget(Ear ear) {
    ears.remove(ear);
    ear.close();
  }

  private void tell(SensorFamily family) {
    if (ended) {
      return;
    }
    try {
      heard.accept(family);
    } catch (RuntimeException | Error mistake) {
      // The listener's own mistake: it hears the next event all the same.
      handle(mistake);
    }
  }

  private void handle(Throwable mistake) {
    thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
  }
}
