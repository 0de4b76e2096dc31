package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.Page;
import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a device knows before anything happened: who it is, and nothing else. */
final class InitialState {

  private InitialState() {}

  static DeviceState of(DaemonSetup setup) {
    Configuration configuration = setup.configuration();
    BoardClock clock = setup.board().clock();
    return new DeviceState(
        configuration.device().id(),
        model(setup),
        setup.version(),
        configuration.site(),
        configuration.display().language(),
        setup.zone(),
        configuration.display().qrUrl(),
        new Page.Public(),
        clock.monotonicNanos(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        LinkStatus.OFF,
        clock.monotonicNanos(),
        clock.wallTrusted());
  }

  /** The board's model, unless the configuration knows better. */
  static String model(DaemonSetup setup) {
    String told = setup.configuration().device().model();
    return told.isEmpty() ? setup.board().identity().model() : told;
  }

  /** The board's serial number, unless the configuration knows better. */
  static String serial(DaemonSetup setup) {
    String told = setup.configuration().device().serial();
    return told.isEmpty() ? setup.board().identity().serial() : told;
  }
}
