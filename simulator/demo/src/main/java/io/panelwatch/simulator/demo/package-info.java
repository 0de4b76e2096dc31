/**
 * The {@code demo} command: a simulated board, the agent on it, a broker, the dispatch backend and
 * the web console, wired together in one process and one child.
 *
 * <pre>
 *   SimulatedBoard -> Daemon -> NetworkCable -> BrokerProcess <- DispatchBackend
 *        ^              |                                              |
 *        +---- DemoConsole (web page, HTTP) <--------------------------+
 * </pre>
 *
 * <p>It has no production code path of its own: the agent here is the agent of a board.
 */
@NullMarked
package io.panelwatch.simulator.demo;

import org.jspecify.annotations.NullMarked;
