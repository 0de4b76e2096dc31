package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.display.PanelDriver;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.hal.DeviceException;
import java.util.function.BooleanSupplier;

/**
 * A driver whose every update is held against the plan that it returns, and that must leave the
 * panel dark when it initialises it: nobody is to see what the memory held before.
 */
final class AuditedDriver implements PanelDriver {

  private final PanelDriver driver;
  private final WireAudit wire;
  private final BooleanSupplier displayOn;

  AuditedDriver(PanelDriver driver, WireAudit wire, BooleanSupplier displayOn) {
    this.driver = driver;
    this.wire = wire;
    this.displayOn = displayOn;
  }

  @Override
  public int width() {
    return driver.width();
  }

  @Override
  public int height() {
    return driver.height();
  }

  @Override
  public void powerUp() throws DeviceException, InterruptedException {
    driver.powerUp();
  }

  @Override
  public void reset() throws DeviceException, InterruptedException {
    driver.reset();
  }

  @Override
  public long initialise() throws DeviceException, InterruptedException {
    long latencyNanos = driver.initialise();
    assertFalse(displayOn.getAsBoolean(), "visible before its first picture");
    return latencyNanos;
  }

  @Override
  public UpdatePlan flush(Frame frame, Damage damage) throws DeviceException, InterruptedException {
    wire.begin();
    UpdatePlan plan = driver.flush(frame, damage);
    wire.requireExactly(plan);
    return plan;
  }

  @Override
  public UpdatePlan repaint(int stripe, int stripes) throws DeviceException, InterruptedException {
    wire.begin();
    UpdatePlan plan = driver.repaint(stripe, stripes);
    wire.requireExactly(plan);
    return plan;
  }

  @Override
  public void on() throws DeviceException, InterruptedException {
    driver.on();
  }

  @Override
  public void sleep() throws DeviceException, InterruptedException {
    driver.sleep();
  }

  @Override
  public void wake() throws DeviceException, InterruptedException {
    driver.wake();
  }

  @Override
  public void off() throws DeviceException, InterruptedException {
    driver.off();
  }

  @Override
  public void powerDown() throws DeviceException, InterruptedException {
    driver.powerDown();
  }

  @Override
  public void forget() {
    driver.forget();
  }

  @Override
  public void darken() throws DeviceException, InterruptedException {
    driver.darken();
  }

  @Override
  public Answer check() throws DeviceException, InterruptedException {
    return driver.check();
  }

  @Override
  public boolean dims() {
    return driver.dims();
  }

  @Override
  public void brightness(int percent) throws DeviceException, InterruptedException {
    driver.brightness(percent);
  }

  @Override
  public void close() {
    driver.close();
  }
}
