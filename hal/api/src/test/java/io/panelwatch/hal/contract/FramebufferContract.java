package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Framebuffer} does. The far end is the device's own memory. */
public abstract class FramebufferContract {

  private static final int NO_SUCH_DEVICE = 19;

  private Framebuffer framebuffer;

  /** Opens the framebuffer under test. */
  protected abstract Framebuffer open() throws Exception;

  /** The bytes of the device's memory now, seen from its far end. */
  protected abstract byte[] screen() throws Exception;

  /** Whether the panel is switched off now. */
  protected abstract boolean blanked() throws Exception;

  /** Takes the device away while it is open. */
  protected abstract void unplug() throws Exception;

  /** Gives the device, while it is open, a mode with other numbers. */
  protected abstract void changeMode() throws Exception;

  @BeforeEach
  protected void openFramebuffer() throws Exception {
    framebuffer = open();
  }

  @AfterEach
  protected void closeFramebuffer() {
    framebuffer.close();
  }

  @Test
  protected void theWholePictureLiesInTheMemory() {
    Framebuffer.Layout layout = framebuffer.layout();
    int row = layout.width() * layout.bytesPerPixel();
    int end = layout.originBytes() + (layout.height() - 1) * layout.strideBytes() + row;

    assertTrue(layout.width() > 0 && layout.height() > 0, "it has a size");
    assertTrue(List.of(16, 24, 32).contains(layout.bitsPerPixel()), "bits a pixel");
    assertTrue(layout.strideBytes() >= row, "a row fits its stride");
    assertTrue(end <= framebuffer.memory().capacity(), "the last pixel is in the memory");
  }

  @Test
  protected void coloursHaveTheirOwnBitsOfAPixel() {
    Framebuffer.Layout layout = framebuffer.layout();
    long taken = 0;
    for (var channel : List.of(layout.red(), layout.green(), layout.blue())) {
      long bits = ((1L << channel.length()) - 1) << channel.offset();
      assertTrue(channel.length() >= 1 && channel.length() <= 8, "length of " + channel);
      assertEquals(0, taken & bits, "no bit has two colours");
      assertEquals(0, bits >> layout.bitsPerPixel(), "all bits are in the pixel");
      taken |= bits;
    }
  }

  @Test
  protected void memoryIsOneWritableBufferInTheMachinesByteOrder() {
    assertSame(framebuffer.memory(), framebuffer.memory());
    assertEquals(ByteOrder.nativeOrder(), framebuffer.memory().order());
    assertFalse(framebuffer.memory().isReadOnly());
  }

  @Test
  protected void whatIsWrittenToTheMemoryIsOnTheScreenAtTheSamePlace() throws Exception {
    byte[] before = screen();
    int first = framebuffer.layout().originBytes();
    int last = framebuffer.memory().capacity() - 1;

    framebuffer.memory().put(first, (byte) 0x5A);
    framebuffer.memory().put(last, (byte) 0xA5);

    byte[] expected = before.clone();
    expected[first] = (byte) 0x5A;
    expected[last] = (byte) 0xA5;
    assertArrayEquals(expected, screen());
  }

  @Test
  protected void blankSwitchesThePanelAndKeepsThePicture() throws Exception {
    framebuffer.memory().put(framebuffer.layout().originBytes(), (byte) 0x5A);
    byte[] before = screen();

    for (boolean off : List.of(true, true, false, false)) {
      framebuffer.blank(off);
      assertEquals(off, blanked());
      assertArrayEquals(before, screen());
    }
  }

  @Test
  protected void checkSaysNothingWhileItIsThere() {
    assertDoesNotThrow(framebuffer::check);
    assertDoesNotThrow(framebuffer::check);
  }

  @Test
  protected void framebufferThatWentAwaySaysWhichCallOnWhichDevice() throws Exception {
    unplug();

    DeviceException refusal = assertThrows(DeviceException.class, framebuffer::check);

    assertEquals(NO_SUCH_DEVICE, refusal.errno());
    assertFalse(refusal.call().isBlank(), "call");
    assertEquals(framebuffer.path(), refusal.path());
    assertFalse(refusal.getMessage().isBlank(), "message");
    assertThrows(DeviceException.class, () -> framebuffer.blank(false));
  }

  @Test
  protected void framebufferWithAnotherModeSaysSoAndKeepsTheOldLayout() throws Exception {
    Framebuffer.Layout before = framebuffer.layout();

    changeMode();

    assertThrows(DeviceException.class, framebuffer::check);
    assertEquals(before, framebuffer.layout());
  }

  @Test
  protected void closedFramebufferRefusesAndClosingAgainIsHarmless() {
    framebuffer.close();
    framebuffer.close();

    assertThrows(DeviceException.class, framebuffer::check);
    assertThrows(DeviceException.class, () -> framebuffer.blank(true));
  }
}
