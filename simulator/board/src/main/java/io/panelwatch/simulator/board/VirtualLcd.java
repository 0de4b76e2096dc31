package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.EdgeLine;
import io.panelwatch.hal.I2cDevice;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.util.Map;

/**
 * A panel module with its connections, and the person in front of it.
 *
 * <pre>
 *   spi()          SDA, SCL, CSX, SDO --+
 *   i2c()          SDA, SCL ------------+
 *   dataCommand()  D/CX ----------------+
 *   reset()        RESX ----------------+--> controller --> glass --+--> picture()
 *   power()        VCI -----------------+         |                 |
 *   tearing()      TE  &lt;------------------------+                 |
 *   backlight()    LED --------------------------------------------+
 * </pre>
 *
 * <p>The controller is a decoder that knows nothing of who drives it. What it refuses comes back as
 * the failure of that write or line, is counted, and the first one is kept: so a test sees a
 * driver's mistake at the call that made it.
 *
 * <p>Each call of a method that gives a connection opens it anew. One thread drives the
 * connections; the picture and the counters may be asked from any, and {@link LcdGlitch}es come
 * from any.
 */
public final class VirtualLcd implements SimulatedPanel {

  private static final int USUAL_CLOCK_HZ = 32_000_000;
  private static final int FULL_PERCENT = 100;

  private final BoardClock clock;
  private final SensorGate gate;
  private final LcdModule module;
  private final LcdGlitches glitches;
  private final WireTime wireTime;
  private final ChangeNotice notice;

  private volatile int backlightPercent;

  VirtualLcd(BoardClock clock, SensorGate gate, String name) {
    this.clock = clock;
    this.gate = gate;
    this.notice = new ChangeNotice(clock);
    this.module = new LcdModule(name, clock, notice::changed);
    this.glitches = new LcdGlitches(module, clock);
    this.wireTime = new WireTime(clock);
  }

  /** {@inheritDoc} One of {@link Modules}. */
  @Override
  public String module() {
    return module.name();
  }

  /** The panel's chip select, at 32 MHz. */
  public SpiDevice spi() {
    return spi(USUAL_CLOCK_HZ);
  }

  /** The panel's chip select, opened at a clock. */
  public SpiDevice spi(int clockHz) {
    return new FaultySpi(new LcdSpi(module, gate, wireTime, clockHz), glitches.link());
  }

  /**
   * A slave address of its I2C bus, at 400 kHz. OLEDs answer at 0x3C, where neither D/CX nor SPI is
   * used then; others do not answer.
   */
  public I2cDevice i2c(int address) {
    return new FaultyI2c(new SimulatedI2c(module, gate, wireTime, address), glitches.link());
  }

  /** D/CX: high for data. */
  public OutputLine dataCommand() {
    return new LcdLine("D/CX", gate, module::select);
  }

  /** RESX: low resets. */
  public OutputLine reset() {
    return new LcdLine("RESX", gate, module::driveReset);
  }

  /** The switch of its supply: high for on, as it is at first. */
  public OutputLine power() {
    return new LcdLine("VCI", gate, module::power);
  }

  /** TE: rises 60 times a second while the controller was told so. */
  public EdgeLine tearing() {
    return new LcdTearing(module, gate, clock);
  }

  /** Whether there is a light behind the glass; the dots of OLEDs shine themselves. */
  public boolean hasBacklight() {
    return !module.selfLit();
  }

  /** The light behind the glass; off at first. */
  public Backlight backlight() {
    return new LcdLight(gate, this::shine);
  }

  @Override
  public Picture picture() {
    return module.picture().dimmed(lightPercent());
  }

  @Override
  public Counters counters() {
    return new Counters(
        module.alive(),
        module.displayOn(),
        lightPercent(),
        module.bytes(),
        module.violations(),
        module.firstViolation());
  }

  @Override
  public void onChange(Runnable newListener) {
    notice.to(newListener);
  }

  @Override
  public void takeWireTime(boolean take) {
    wireTime.take(take);
  }

  @Override
  public void suffer(LcdGlitch glitch) {
    glitches.suffer(glitch);
  }

  @Override
  public Map<String, Object> glitches() {
    return glitches.describe();
  }

  boolean dataSelected() {
    return module.dataSelected();
  }

  private int lightPercent() {
    return hasBacklight() ? backlightPercent : FULL_PERCENT;
  }

  private void shine(int percent) {
    backlightPercent = percent;
    notice.changed();
  }
}
