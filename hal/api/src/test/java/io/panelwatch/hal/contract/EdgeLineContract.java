package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.EdgeLine;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link EdgeLine} does. All times are the board's, which the fixture may move. */
@Timeout(20)
public abstract class EdgeLineContract {

  private static final Duration SOON = Duration.ofMillis(16);
  private static final Duration LONGER = Duration.ofMillis(100);

  private EdgeLine line;

  /** Opens the line under test, which is low and stays so. */
  protected abstract EdgeLine open() throws Exception;

  /** Lets the line rise and fall now, while nobody waits. */
  protected abstract void rise() throws Exception;

  /** Lets the line rise and fall that much later, without waiting for it. */
  protected abstract void riseAfter(Duration delay) throws Exception;

  /** The board's time. */
  protected abstract long monotonicNanos();

  /** Makes every call from now on fail, as a driver that went away does. */
  protected abstract void breakLine() throws Exception;

  @BeforeEach
  protected void openLine() throws Exception {
    line = open();
  }

  @AfterEach
  protected void closeLine() {
    line.close();
  }

  @Test
  protected void riseWhileSomebodyWaitsEndsTheWait() throws Exception {
    long began = monotonicNanos();
    riseAfter(SOON);

    assertTrue(line.awaitRising(LONGER));

    assertTrue(monotonicNanos() - began >= SOON.toNanos(), "not before it rose");
  }

  @Test
  protected void lineThatDoesNotRiseIsWaitedForAsLongAsWasSaid() throws Exception {
    long began = monotonicNanos();

    assertFalse(line.awaitRising(SOON));

    assertTrue(monotonicNanos() - began >= SOON.toNanos(), "not given up early");
  }

  @Test
  protected void riseBeforeTheWaitDoesNotCount() throws Exception {
    rise();

    assertFalse(line.awaitRising(SOON));
  }

  @Test
  protected void riseThatWasWaitedForIsGone() throws Exception {
    riseAfter(SOON);
    line.awaitRising(LONGER);

    assertFalse(line.awaitRising(Duration.ofMillis(1)));
  }

  @Test
  protected void interruptEndsTheWait() {
    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> line.awaitRising(LONGER));

    assertFalse(Thread.interrupted(), "it was told by the exception");
  }

  @Test
  protected void brokenLineSaysWhichCallOnWhichDevice() throws Exception {
    breakLine();

    DeviceException refusal = assertThrows(DeviceException.class, () -> line.awaitRising(SOON));

    assertFalse(refusal.call().isBlank(), "call");
    assertFalse(refusal.path().isBlank(), "path");
    assertFalse(refusal.getMessage().isBlank(), "message");
  }

  @Test
  protected void closedLineRefusesAndClosingAgainIsHarmless() {
    line.close();
    line.close();

    assertThrows(DeviceException.class, () -> line.awaitRising(SOON));
  }
}
