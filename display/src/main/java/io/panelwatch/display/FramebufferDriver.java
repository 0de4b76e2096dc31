package io.panelwatch.display;

import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.display.frame.WindowFormat;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;

/**
 * A panel that the kernel's own driver shows as a framebuffer: pictures go into its mapped memory,
 * and only what changed.
 *
 * <pre>
 *   Frame --diff, plan--> windows --turn, pixel format--> memory --the kernel--> glass
 * </pre>
 *
 * <p>Memory is written, never {@code /dev/fb*}: a {@code write()} makes drivers of small SPI panels
 * send the whole screen (fbtft, {@code fbtft_core.c}). The bytes of a plan are the bytes written.
 *
 * <p>A framebuffer that goes away, as one behind USB or of an unloaded driver does, is an error of
 * the call that finds it; {@link #reset} opens it anew. It may come back with another pixel format
 * but not with another size, because what is drawn for it has a size too.
 */
public final class FramebufferDriver implements PanelDriver {

  /**
   * What a window costs before its first byte, and that a byte takes a nanosecond: the order of
   * uncached memory. It makes the planner bridge gaps of a few pixels and not more.
   */
  private static final int WINDOW_NANOS = 20;

  private static final int BYTES_PER_SECOND = 1_000_000_000;

  private final Opener opener;
  private final Rotation rotation;
  private final Frame shown;
  private Framebuffer framebuffer;
  private FramebufferWriter writer;
  private UpdatePlanner planner;
  private boolean shownKnown;
  private boolean doubtful;

  /** Opens the framebuffer, at the start and again whenever it was lost. */
  public interface Opener {
    /**
     * A framebuffer just opened, which the driver will close.
     *
     * @throws DeviceException when it is not there
     */
    Framebuffer open() throws DeviceException;
  }

  private FramebufferDriver(
      Opener opener, Rotation rotation, Framebuffer framebuffer, FramebufferWriter writer) {
    this.opener = opener;
    this.rotation = rotation;
    this.framebuffer = framebuffer;
    this.writer = writer;
    this.shown = new Frame(writer.width(), writer.height());
    this.planner = planner(writer);
  }

  /**
   * Opens a framebuffer, which tells the size of the pictures; nothing is written yet.
   *
   * @param rotation how far the picture is turned on the glass
   * @throws DeviceException when it is not there, or has a pixel format that is not known
   */
  public static FramebufferDriver open(Opener opener, Rotation rotation) throws DeviceException {
    Framebuffer framebuffer = opener.open();
    return new FramebufferDriver(opener, rotation, framebuffer, writerInto(framebuffer, rotation));
  }

  private static FramebufferWriter writerInto(Framebuffer framebuffer, Rotation rotation)
      throws DeviceException {
    try {
      return new FramebufferWriter(framebuffer, rotation);
    } catch (DeviceException e) {
      framebuffer.close();
      throw e;
    }
  }

  private static UpdatePlanner planner(FramebufferWriter writer) {
    var window =
        new WindowFormat(
            0, 1, writer.bytesPerPixel(), WindowFormat.ANY_ROWS, 0, /* clocksPerByte= */ 1);
    var memory = new CostModel(BYTES_PER_SECOND, WINDOW_NANOS, Integer.MAX_VALUE, window);
    return new UpdatePlanner(writer.width(), writer.height(), memory);
  }

  @Override
  public int width() {
    return shown.width();
  }

  @Override
  public int height() {
    return shown.height();
  }

  @Override
  public void powerUp() {
    // The kernel's driver has the supply.
  }

  /** {@inheritDoc} Opens the framebuffer anew after any error. */
  @Override
  public void reset() throws DeviceException {
    shownKnown = false;
    if (doubtful) {
      reopen();
    }
    framebuffer.check();
    framebuffer.blank(true);
  }

  /** The one before is kept until there is another: it may be what can still be blanked. */
  private void reopen() throws DeviceException {
    Framebuffer anew = opener.open();
    FramebufferWriter into = writerInto(anew, rotation);
    if (into.width() != width() || into.height() != height()) {
      anew.close();
      throw new DeviceException(
          0,
          "ioctl FBIOGET_VSCREENINFO",
          anew.path(),
          "framebuffer %s came back with %d x %d pixels instead of %d x %d: restart the service"
              .formatted(anew.path(), into.width(), into.height(), width(), height()));
    }
    Framebuffer before = framebuffer;
    framebuffer = anew;
    writer = into;
    planner = planner(into);
    doubtful = false;
    before.close();
  }

  /** {@inheritDoc} There is nothing to bring up, and no bus: 0. */
  @Override
  public long initialise() {
    return 0;
  }

  @Override
  public UpdatePlan flush(Frame frame, Damage damage) throws DeviceException {
    framebuffer.check();
    return write(frame, shownKnown ? planner.plan(shown, frame, damage) : planner.whole());
  }

  @Override
  public UpdatePlan repaint(int stripe, int stripes) throws DeviceException {
    framebuffer.check();
    return write(shown, planner.stripe(stripe, stripes));
  }

  private UpdatePlan write(Frame frame, UpdatePlan plan) {
    shownKnown = false;
    for (int i = 0; i < plan.size(); i++) {
      writer.write(frame, plan.x(i), plan.y(i), plan.width(i), plan.height(i));
      shown.copyFrom(frame, plan.x(i), plan.y(i), plan.width(i), plan.height(i));
    }
    shownKnown = true;
    return plan;
  }

  @Override
  public void on() throws DeviceException {
    framebuffer.blank(false);
  }

  @Override
  public void sleep() throws DeviceException {
    framebuffer.blank(true);
  }

  @Override
  public void wake() throws DeviceException {
    framebuffer.blank(false);
  }

  @Override
  public void off() throws DeviceException {
    framebuffer.blank(true);
  }

  @Override
  public void powerDown() {
    // The kernel's driver has the supply.
  }

  @Override
  public void forget() {
    shownKnown = false;
    doubtful = true;
  }

  @Override
  public void darken() throws DeviceException {
    framebuffer.blank(true);
  }

  /** {@inheritDoc} As expected while the framebuffer is there: the kernel minds the panel. */
  @Override
  public Answer check() throws DeviceException {
    framebuffer.check();
    return Answer.AS_EXPECTED;
  }

  /** {@inheritDoc} No: a framebuffer's light is a device of its own. */
  @Override
  public boolean dims() {
    return false;
  }

  @Override
  public void brightness(int percent) {
    throw new IllegalStateException("a framebuffer has no brightness of its own");
  }

  @Override
  public void close() {
    framebuffer.close();
  }
}
