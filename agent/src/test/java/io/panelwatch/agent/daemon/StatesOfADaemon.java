package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a daemon on a simulated board begins with. */
final class StatesOfADaemon {

  private StatesOfADaemon() {}

  static DeviceState initial(BoardClock clock) {
    try (var board = SimulatedBoard.create(clock, 1)) {
      return InitialState.of(
          new DaemonSetup(
              board,
              Optional.empty(),
              Optional.empty(),
              Configuration.defaults("kiosk"),
              false,
              Path.of("unused"),
              Optional.empty(),
              ZoneOffset.UTC,
              "test"));
    }
  }
}
