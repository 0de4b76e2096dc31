package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.contract.ManualClock;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A picture that is shown leaves nothing behind for the garbage collector, on any kind of panel.
 */
class ShowAllocatesNothingTest {

  private static final int PICTURES = 200;
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(strings = {"ili9341", "ili9488", "ssd1306", "sh1106"})
  void showingOverALink(String name) throws Exception {
    var profile = (ControllerProfile) PanelProfile.load(name);
    var link = new Nowhere(profile);
    var driver =
        new ControllerDriver(profile, Rotation.BY_90, link, PanelLines.NONE, new ManualClock());
    requireNothingAllocated(driver);
    assertTrue(link.bytes > 0);
  }

  @ParameterizedTest
  @EnumSource
  void showingInAFramebuffer(Rotation rotation) throws Exception {
    var memory = new Memory();
    requireNothingAllocated(FramebufferDriver.open(() -> memory, rotation));
    assertTrue(memory.bytes.mismatch(ByteBuffer.allocate(memory.bytes.capacity())) >= 0);
  }

  private static void requireNothingAllocated(PanelDriver driver) throws Exception {
    try (var panel = new Panel(driver, Optional.empty(), new ManualClock())) {
      Frame[] pictures = pictures(panel);
      showAll(panel, pictures);

      // What the virtual machine allocates once, as it compiles, is not the panel's.
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        showAll(panel, pictures);
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      }

      assertTrue(least < PICTURES, least + " bytes for " + PICTURES + " pictures");
    }
  }

  private static void showAll(Panel panel, Frame[] pictures) throws Exception {
    for (int i = 0; i < PICTURES; i++) {
      panel.show(pictures[i % pictures.length]);
    }
  }

  private static Frame[] pictures(Panel panel) {
    Random random = new Random(20261122);
    Frame[] pictures = new Frame[7];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = new Frame(panel.width(), panel.height());
      if (i > 0) {
        pictures[i].copyFrom(pictures[i - 1]);
      }
      Scribble.on(pictures[i], random);
    }
    return pictures;
  }

  /** A wire with nothing at its end. */
  private static final class Nowhere implements PanelLink {
    private static final int CLOCK_HZ = 32_000_000;
    private static final int TRANSFER_BYTES = 4092;

    private final Tariff tariff;
    private long bytes;

    Nowhere(ControllerProfile profile) {
      tariff =
          new Tariff(
              CLOCK_HZ,
              CLOCK_HZ,
              Byte.SIZE,
              1,
              profile.addressing().paged() ? 1 : 2,
              0,
              TRANSFER_BYTES);
    }

    @Override
    public void command(int opcode, ByteBuffer parameters) {
      parameters.position(parameters.limit());
    }

    @Override
    public void pixels(ByteBuffer pixels) {
      bytes += pixels.remaining();
      pixels.position(pixels.limit());
    }

    @Override
    public boolean canRead() {
      return false;
    }

    @Override
    public void read(int opcode, ByteBuffer answer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reset(boolean asserted) {
      // Nothing is there to be reset.
    }

    @Override
    public boolean hasResetLine() {
      return true;
    }

    @Override
    public Tariff tariff() {
      return tariff;
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }

  /** A framebuffer that nobody looks at. */
  private static final class Memory implements Framebuffer {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final Layout layout =
        new Layout(
            WIDTH,
            HEIGHT,
            WIDTH * Integer.BYTES,
            0,
            Integer.SIZE,
            new Channel(16, Byte.SIZE),
            new Channel(8, Byte.SIZE),
            new Channel(0, Byte.SIZE));
    private final ByteBuffer bytes =
        ByteBuffer.allocateDirect(WIDTH * HEIGHT * Integer.BYTES).order(ByteOrder.nativeOrder());

    @Override
    public String path() {
      return "memory";
    }

    @Override
    public Layout layout() {
      return layout;
    }

    @Override
    public ByteBuffer memory() {
      return bytes;
    }

    @Override
    public void check() {
      // It cannot go away.
    }

    @Override
    public void blank(boolean off) {
      // Nobody looks.
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
