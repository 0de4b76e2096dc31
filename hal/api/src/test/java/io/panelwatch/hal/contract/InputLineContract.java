package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.InputLine;
import io.panelwatch.hal.InputLine.Edge;
import io.panelwatch.hal.InputLines;
import io.panelwatch.hal.LineRequest;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link InputLines} and each {@link InputLine} do. */
@Timeout(60)
public abstract class InputLineContract {

  private final LinkedBlockingQueue<Edge> told = new LinkedBlockingQueue<>();
  private InputLines lines;

  /** The lines under test. */
  protected abstract InputLines lines() throws Exception;

  /** A line among them, which is low. */
  protected abstract String name();

  /** Puts a voltage on that line. */
  protected abstract void drive(boolean high) throws Exception;

  /** Makes every reading of it fail from now on, as a chip that went away does. */
  protected abstract void breakLine() throws Exception;

  @BeforeEach
  protected void openLines() throws Exception {
    lines = lines();
  }

  @Test
  protected void levelIsThatOfTheWire() throws Exception {
    try (InputLine line = open(false)) {
      assertFalse(line.isActive());
      drive(true);
      assertTrue(line.isActive());
      drive(false);
      assertFalse(line.isActive());
    }
  }

  @Test
  protected void bothEdgesAreToldInTheirOrder() throws Exception {
    try (var _ = open(false)) {
      drive(true);
      assertEquals(Edge.RISING, nextEdge());
      drive(false);
      assertEquals(Edge.FALLING, nextEdge());
    }
  }

  @Test
  protected void lowLevelOfAnActiveLowLineIsTheActiveOneAndRisesTo() throws Exception {
    try (InputLine line = open(true)) {
      assertTrue(line.isActive());
      drive(true);
      assertEquals(Edge.FALLING, nextEdge());
      assertFalse(line.isActive());
      drive(false);
      assertEquals(Edge.RISING, nextEdge());
    }
  }

  @Test
  protected void edgeIsToldOnceTheLevelIsTheNewOne() throws Exception {
    var atTheEdge = new LinkedBlockingQueue<Boolean>();
    var opened = new LinkedBlockingQueue<InputLine>();
    try (InputLine line =
        lines.open(
            new LineRequest(name(), false),
            edge -> {
              try {
                atTheEdge.add(opened.element().isActive());
              } catch (DeviceException e) {
                throw new AssertionError(e);
              }
            })) {
      opened.add(line);
      drive(true);

      assertEquals(true, atTheEdge.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  protected void levelThatStaysIsNoEdge() throws Exception {
    try (var _ = open(false)) {
      drive(false);
      drive(true);
      drive(true);
      drive(false);

      assertEquals(Edge.RISING, nextEdge());
      assertEquals(Edge.FALLING, nextEdge());
    }
    assertNull(told.poll());
  }

  @Test
  protected void listenerThatThrowsHearsTheNextEdgeAllTheSame() throws Exception {
    try (var _ =
        lines.open(
            new LineRequest(name(), false),
            edge -> {
              told.add(edge);
              throw new IllegalStateException("a listener's own mistake");
            })) {
      drive(true);
      drive(false);

      assertEquals(Edge.RISING, nextEdge());
      assertEquals(Edge.FALLING, nextEdge());
    }
  }

  @Test
  protected void lineBelongsToOneUntilItIsClosed() throws Exception {
    try (var _ = open(false)) {
      DeviceException refusal = assertThrows(DeviceException.class, () -> open(false));
      assertEquals(Errno.EBUSY.number(), refusal.errno());
    }
    try (InputLine again = open(false)) {
      assertFalse(again.isActive());
    }
  }

  @Test
  protected void lineThatNoChipHasIsRefusedWithItsName() {
    DeviceException refusal =
        assertThrows(
            DeviceException.class,
            () -> lines.open(new LineRequest("no such line", false), told::add));

    assertEquals(Errno.ENOENT.number(), refusal.errno());
    assertTrue(refusal.getMessage().contains("no such line"), refusal.getMessage());
  }

  @Test
  protected void brokenLineSaysWhichCallOnWhichDevice() throws Exception {
    try (InputLine line = open(false)) {
      breakLine();

      DeviceException refusal = assertThrows(DeviceException.class, line::isActive);

      assertTrue(refusal.errno() > 0, "errno");
      assertFalse(refusal.call().isBlank(), "call");
      assertFalse(refusal.path().isBlank(), "path");
      assertFalse(refusal.getMessage().isBlank(), "message");
    }
  }

  @Test
  protected void nothingIsToldOnceClosedAndClosingAgainIsHarmless() throws Exception {
    InputLine line = open(false);
    line.close();
    line.close();

    drive(true);

    assertThrows(DeviceException.class, line::isActive);
    try (var _ = open(false)) {
      drive(false);
      assertEquals(Edge.FALLING, nextEdge(), "of what is open again, and nothing before it");
    }
  }

  private InputLine open(boolean activeLow) throws DeviceException {
    return lines.open(new LineRequest(name(), activeLow), told::add);
  }

  private Edge nextEdge() throws InterruptedException {
    Edge next = told.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no edge was told");
    }
    return next;
  }
}
