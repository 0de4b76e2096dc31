package io.panelwatch.simulator.demo;

import io.panelwatch.agent.daemon.Daemon;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.dispatch.DispatchBackend;
import io.panelwatch.simulator.link.BrokerProcess;
import io.panelwatch.simulator.link.NetworkCable;

/**
 * The running parts of a demonstration.
 *
 * @param board the board
 * @param panelName the profile of its panel
 * @param mountedDegrees how the glass is mounted, clockwise against its maker's upright
 * @param cable between the board and the broker
 * @param broker the broker
 * @param backend the dispatch backend
 * @param daemon the agent
 */
record DemoParts(
    SimulatedBoard board,
    String panelName,
    int mountedDegrees,
    NetworkCable cable,
    BrokerProcess broker,
    DispatchBackend backend,
    Daemon daemon) {

  /** The LCD as a person in front of it sees it, decoded from the bytes on its bus. */
  Picture picture() {
    return board.panel().picture().turned(mountedDegrees);
  }
}
