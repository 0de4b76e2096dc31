package io.panelwatch.display;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.display.frame.UpdatePlanner;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Mounting;
import io.panelwatch.display.profile.Readback;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A panel whose controller this engine drives itself, as its profile tells.
 *
 * <pre>
 *   Frame --raster--> cells --diff, plan--> windows --pack--> link
 *                       |                      |
 *                     (mono)             in scan order, behind the tearing edge
 * </pre>
 *
 * <p>On colour panels the cells are the frame's pixels, and the raster is not there. The planner's
 * model is calibrated at every initialisation and follows the bus when it drifts.
 */
public final class ControllerDriver implements PanelDriver {

  private static final int FULL_REGISTER = 255;
  private static final int FULL_PERCENT = 100;
  private static final int MOST_ANSWER_BYTES = 8;

  private final ControllerProfile profile;
  private final Mounting mounting;
  private final int width;
  private final int height;
  private final PanelLink link;
  private final Supply supply;
  private final Optional<TearingGuard> tearing;
  private final PacedLink paced;
  private final WindowSender sender;
  private final Optional<MonoRaster> raster;
  private final Frame shown;
  private final Damage everyCell;
  private final BusCalibration calibration;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(MOST_ANSWER_BYTES);
  private UpdatePlanner planner;
  private boolean shownKnown;

  /**
   * Takes over link and lines; nothing is sent yet.
   *
   * @param lines what is wired beside the link
   */
  public ControllerDriver(
      ControllerProfile profile,
      Rotation rotation,
      PanelLink link,
      PanelLines lines,
      BoardClock clock) {
    this.profile = profile;
    this.mounting = profile.mounting(rotation);
    this.width = profile.width(rotation);
    this.height = profile.height(rotation);
    this.link = link;
    this.supply = new Supply(lines.power(), profile.timing().powerOn(), clock);
    this.tearing = lines.tearing().map(line -> new TearingGuard(line, profile.refreshHz()));
    this.paced = new PacedLink(link, clock, profile.timing(), !profile.addressing().paged());
    boolean mono = profile.format() == ColourFormat.MONO;
    this.raster =
        mono
            ? Optional.of(
                new MonoRaster(
                    profile.geometry().width(), profile.geometry().height(), mounting.softTurn()))
            : Optional.empty();
    this.shown =
        mono
            ? new Frame(profile.geometry().width(), profile.geometry().height() / Byte.SIZE)
            : new Frame(width, height);
    this.everyCell = Damage.whole(shown.width(), shown.height());
    this.sender =
        new WindowSender(
            paced,
            profile.addressing(),
            mounting.orientation(),
            new CellPacker(profile.format(), shown.width(), shown.height()));
    this.calibration = new BusCalibration(paced.meter(), clock);
    this.planner = calibratedPlanner();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void powerUp() throws DeviceException, InterruptedException {
    supply.raise();
  }

  @Override
  public void reset() throws DeviceException, InterruptedException {
    forget();
    paced.reset();
  }

  @Override
  public long initialise() throws DeviceException, InterruptedException {
    paced.run(mounting.orientation().commands());
    paced.run(profile.sequences().init());
    if (tearing.isPresent() && !profile.addressing().paged()) {
      paced.parameters().put((byte) 0); // V-blanking only
      paced.command(Dcs.TEON);
    }
    calibration.measure(sender);
    planner = calibratedPlanner();
    return calibration.latencyNanos();
  }

  @Override
  public UpdatePlan flush(Frame frame, Damage damage) throws DeviceException, InterruptedException {
    Frame cells = raster.isPresent() ? raster.get().cells(frame) : frame;
    Damage where = raster.isPresent() ? everyCell : damage;
    return send(cells, shownKnown ? planner.plan(shown, cells, where) : planner.whole());
  }

  @Override
  public UpdatePlan repaint(int stripe, int stripes) throws DeviceException, InterruptedException {
    return send(shown, planner.stripe(stripe, stripes));
  }

  private UpdatePlan send(Frame cells, UpdatePlan plan)
      throws DeviceException, InterruptedException {
    plan.sortFor(mounting.orientation().scan());
    if (tearing.isPresent()) {
      tearing.get().await(plan);
    }
    shownKnown = false;
    sender.forget(); // a byte that was lost unseen must not spoil more than one update
    calibration.begin();
    for (int i = 0; i < plan.size(); i++) {
      sender.send(cells, plan, i);
      if (cells != shown) {
        shown.copyFrom(cells, plan.x(i), plan.y(i), plan.width(i), plan.height(i));
      }
    }
    shownKnown = true;
    if (calibration.ended()) {
      planner = calibratedPlanner();
    }
    return plan;
  }

  private UpdatePlanner calibratedPlanner() {
    return new UpdatePlanner(
        shown.width(),
        shown.height(),
        BusCosts.of(link.tariff(), profile, calibration.latencyNanos()));
  }

  @Override
  public void on() throws DeviceException, InterruptedException {
    paced.run(profile.sequences().on());
    tearing.ifPresent(guard -> guard.listen(true));
  }

  @Override
  public void sleep() throws DeviceException, InterruptedException {
    tearing.ifPresent(guard -> guard.listen(false));
    tellToSleep();
  }

  @Override
  public void wake() throws DeviceException, InterruptedException {
    paced.run(profile.sequences().wake());
    tearing.ifPresent(guard -> guard.listen(true));
  }

  /** {@inheritDoc} One that is held in reset or has no supply is dark and would not hear it. */
  @Override
  public void off() throws DeviceException, InterruptedException {
    if (!paced.heldInReset() && !supply.gone()) {
      paced.run(profile.sequences().off());
    }
  }

  @Override
  public void powerDown() throws DeviceException, InterruptedException {
    if (supply.switched() && !supply.gone()) {
      paced.awaitRest();
    }
    supply.cut();
  }

  @Override
  public void forget() {
    tearing.ifPresent(guard -> guard.listen(false));
    shownKnown = false;
    sender.forget();
    paced.assumeResetJustNow();
  }

  /**
   * {@inheritDoc}
   *
   * <p>By its reset line, which needs no bus; where there is none or it refuses, by its supply,
   * without waiting for what it does; else it is told to sleep, over the bus that may have failed
   * just now.
   */
  @Override
  public void darken() throws DeviceException, InterruptedException {
    if (link.hasResetLine()) {
      inTurn(paced::holdInReset, this::darkenWithoutReset);
    } else {
      darkenWithoutReset();
    }
  }

  private void darkenWithoutReset() throws DeviceException, InterruptedException {
    if (supply.switched()) {
      inTurn(supply::cut, this::tellToSleep);
    } else {
      tellToSleep();
    }
  }

  private void tellToSleep() throws DeviceException, InterruptedException {
    paced.run(profile.sequences().sleep());
  }

  /** A way to make the panel dark. */
  private interface Way {
    void take() throws DeviceException, InterruptedException;
  }

  private static void inTurn(Way first, Way otherwise)
      throws DeviceException, InterruptedException {
    try {
      first.take();
    } catch (DeviceException e) {
      try {
        otherwise.take();
      } catch (DeviceException worse) {
        worse.addSuppressed(e);
        throw worse;
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A data line that nobody drives reads as all zeros or all ones, which no controller answers
   * to all questions.
   */
  @Override
  public Answer check() throws DeviceException, InterruptedException {
    boolean expected = true;
    boolean heard = false;
    if (link.canRead()) {
      for (Readback readback : profile.readbacks()) {
        long all = (1L << (Byte.SIZE * readback.bytes())) - 1;
        long told = ask(readback, all);
        expected &= readback.matches(told);
        heard |= told != 0 && told != all;
      }
    }
    if (!heard) {
      return Answer.NONE;
    }
    return expected ? Answer.AS_EXPECTED : Answer.OTHERWISE;
  }

  /** What the controller answers, its dummy clocks taken off. */
  private long ask(Readback readback, long all) throws DeviceException, InterruptedException {
    int bits = readback.dummyBits() + Byte.SIZE * readback.bytes();
    int bytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
    paced.read(readback.opcode(), answer.clear().limit(bytes));
    long raw = 0;
    for (int i = 0; i < bytes; i++) {
      raw = (raw << Byte.SIZE) | (answer.get(i) & 0xFF);
    }
    return (raw >> (Byte.SIZE * bytes - bits)) & all;
  }

  @Override
  public boolean dims() {
    return profile.brightnessOpcode().isPresent();
  }

  @Override
  public void brightness(int percent) throws DeviceException, InterruptedException {
    paced.parameters().put((byte) (percent * FULL_REGISTER / FULL_PERCENT));
    paced.command(profile.brightnessOpcode().orElseThrow());
  }

  @Override
  public void close() {
    link.close();
    supply.close();
    tearing.ifPresent(TearingGuard::close);
  }
}
