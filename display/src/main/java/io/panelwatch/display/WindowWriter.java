package io.panelwatch.display;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.profile.Orientation;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Sends the windows of a plan: CASET, PASET, RAMWR, then the window's pixels, high byte first.
 *
 * <p>A window is packed whole by bulk copies that turn the bytes on the way; nothing is allocated.
 */
final class WindowWriter {

  private static final int PIXEL_BYTES = 2;

  private final PacedLink link;
  private final Orientation orientation;
  private final ByteBuffer bytes;
  private final ShortBuffer pixels;

  WindowWriter(PacedLink link, Orientation orientation, int maxPixels) {
    this.link = link;
    this.orientation = orientation;
    this.bytes = ByteBuffer.allocateDirect(PIXEL_BYTES * maxPixels).order(ByteOrder.BIG_ENDIAN);
    this.pixels = bytes.asShortBuffer();
  }

  /** Sends one window of a plan. */
  void send(Frame frame, UpdatePlan plan, int window) throws DeviceException, InterruptedException {
    int x = plan.x(window);
    int y = plan.y(window);
    int width = plan.width(window);
    int height = plan.height(window);
    address(Dcs.CASET, x + orientation.columnOffset(), width);
    address(Dcs.PASET, y + orientation.rowOffset(), height);
    link.parameters();
    link.command(Dcs.RAMWR);
    for (int row = 0; row < height; row++) {
      pixels.put(row * width, frame.pixels(), (y + row) * frame.width() + x, width);
    }
    link.pixels(bytes.clear().limit(PIXEL_BYTES * width * height));
  }

  /** Tells the controller a range of columns or rows. */
  void address(int opcode, int first, int count) throws DeviceException, InterruptedException {
    link.parameters().putShort((short) first).putShort((short) (first + count - 1));
    link.command(opcode);
  }
}
