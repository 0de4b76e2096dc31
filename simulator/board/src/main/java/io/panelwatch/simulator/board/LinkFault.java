package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What is wrong with a link, and at which of its calls: the common half of {@link FaultySpi} and
 * {@link FaultyI2c}.
 *
 * <p>Calls are counted from 1 from the moment at which anything was set last. Faults may be set
 * from any thread.
 */
final class LinkFault {

  /** EINTR of errno(3). */
  private static final int INTERRUPTED = 4;

  /** At which calls something happens; 0 for never. */
  private record Setting(
      int failEvery, int errno, int dropEvery, int stallEvery, Duration stall, LcdAnswers answers) {

    static final Setting NONE = new Setting(0, 0, 0, 0, Duration.ZERO, LcdAnswers.AS_THEY_ARE);
  }

  private final BoardClock clock;
  private final String device;
  private final Runnable byteIsLost;
  private Setting setting = Setting.NONE;
  private long calls;

  /**
   * @param clock whose time stalls take
   * @param device what refusals name
   * @param byteIsLost told before a call whose last byte gets lost
   */
  LinkFault(BoardClock clock, String device, Runnable byteIsLost) {
    this.clock = clock;
    this.device = device;
    this.byteIsLost = byteIsLost;
  }

  synchronized void heal() {
    set(Setting.NONE);
  }

  /** Every n-th call fails and nothing of it goes out; never with 0. */
  synchronized void failEvery(int n, int errno) {
    Setting s = setting;
    set(new Setting(require(n), errno, s.dropEvery, s.stallEvery, s.stall, s.answers));
  }

  /** Of every n-th write the last byte is lost, and nobody is told; of none with 0. */
  synchronized void dropLastByteOfEvery(int n) {
    Setting s = setting;
    set(new Setting(s.failEvery, s.errno, require(n), s.stallEvery, s.stall, s.answers));
  }

  /** Every n-th call takes that much longer; none with 0. */
  synchronized void stallEvery(int n, Duration stall) {
    Setting s = setting;
    set(new Setting(s.failEvery, s.errno, s.dropEvery, require(n), stall, s.answers));
  }

  synchronized void answers(LcdAnswers answers) {
    Setting s = setting;
    set(new Setting(s.failEvery, s.errno, s.dropEvery, s.stallEvery, s.stall, answers));
  }

  /**
   * A call begins: it may stall or fail here.
   *
   * @return whether its last byte gets lost
   */
  boolean strike(String call) throws DeviceException {
    Setting now;
    long count;
    synchronized (this) {
      now = setting;
      count = ++calls;
    }
    if (hits(now.stallEvery, count)) {
      stall(now.stall, call);
    }
    if (hits(now.failEvery, count)) {
      throw refused(now.errno, call);
    }
    boolean drops = hits(now.dropEvery, count);
    if (drops) {
      byteIsLost.run();
    }
    return drops;
  }

  /** Makes of what came back, from a position to the buffer's own, what the fault lets through. */
  void hear(ByteBuffer received, int from) {
    LcdAnswers answers;
    synchronized (this) {
      answers = setting.answers;
    }
    for (int i = from; i < received.position(); i++) {
      received.put(i, answers.heard(received.get(i)));
    }
  }

  private void set(Setting next) {
    setting = next;
    calls = 0;
  }

  private void stall(Duration duration, String call) throws DeviceException {
    try {
      clock.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(INTERRUPTED, call);
    }
  }

  private DeviceException refused(int errno, String call) {
    return new DeviceException(
        errno,
        call,
        device,
        "the simulated link refused a transfer (errno %d): heal it.".formatted(errno));
  }

  private static boolean hits(int period, long call) {
    return period > 0 && call % period == 0;
  }

  private static int require(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a fault strikes at every 1st call or later, not " + n);
    }
    return n;
  }
}
