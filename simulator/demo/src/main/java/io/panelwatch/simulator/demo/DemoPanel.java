package io.panelwatch.simulator.demo;

import io.panelwatch.agent.daemon.KnownModules;
import io.panelwatch.agent.daemon.LcdPort;
import io.panelwatch.agent.daemon.LcdWiring;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.KernelProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Transport;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.simulator.board.FramebufferLcd;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.VirtualLcd;
import java.util.Optional;

/**
 * The kind of panel that a demonstration shows, on a board that has it: mounted as its profile has
 * it by default, on I2C where it can, with its supply and its tearing-effect output wired.
 *
 * @param profile the kind
 * @param module what the simulated board has of that kind
 */
record DemoPanel(PanelProfile profile, String module) {

  /**
   * The panel of that profile.
   *
   * @throws IllegalArgumentException one sentence: nothing like it can be simulated
   */
  static DemoPanel of(PanelProfile profile) {
    return switch (profile) {
      case KernelProfile kernel -> new DemoPanel(kernel, "fbdev");
      case ControllerProfile controller ->
          new DemoPanel(
              controller, KnownModules.of(controller).orElseThrow(() -> unknown(controller)));
    };
  }

  private static IllegalArgumentException unknown(ControllerProfile profile) {
    return new IllegalArgumentException(
        "panel %s: no %s can be simulated, only modules like %s"
            .formatted(
                profile.name(),
                KnownModules.described(profile),
                Modules.names().stream().sorted().toList()));
  }

  Rotation rotation() {
    return switch (profile) {
      case ControllerProfile controller -> controller.defaultRotation();
      case KernelProfile _ -> Rotation.BY_0;
    };
  }

  /** As the configuration calls it. */
  String driver() {
    return profile instanceof KernelProfile ? "fbdev" : "spi";
  }

  /** A board with this panel. */
  SimulatedBoard board(BoardClock clock, long seed) {
    return SimulatedBoard.create(clock, seed, module);
  }

  /** How it hangs on that board. */
  LcdPort port(SimulatedBoard board) {
    return switch (profile) {
      case ControllerProfile controller -> onBus(controller, board.lcd());
      case KernelProfile kernel -> ofKernel(kernel, board.framebuffer());
    };
  }

  private LcdPort ofKernel(KernelProfile kernel, FramebufferLcd lcd) {
    return new LcdPort(
        kernel,
        rotation(),
        new LcdWiring.Kernel(lcd::open),
        PanelLines.NONE,
        Optional.of(lcd.backlight()));
  }

  private LcdPort onBus(ControllerProfile controller, VirtualLcd lcd) {
    boolean hasTearing = !controller.addressing().paged();
    return new LcdPort(
        controller,
        rotation(),
        wiring(controller, lcd),
        new PanelLines(
            Optional.of(lcd.power()), hasTearing ? Optional.of(lcd.tearing()) : Optional.empty()),
        lcd.hasBacklight() ? Optional.of(lcd.backlight()) : Optional.empty());
  }

  private static LcdWiring wiring(ControllerProfile controller, VirtualLcd lcd) {
    if (controller.transports().contains(Transport.I2C)) {
      return new LcdWiring.I2c(lcd.i2c(controller.i2cAddress()), Optional.of(lcd.reset()));
    }
    return new LcdWiring.Spi(
        lcd.spi(controller.clocks().pixelHz()),
        lcd.dataCommand(),
        Optional.of(lcd.reset()),
        /* readable= */ true);
  }
}
