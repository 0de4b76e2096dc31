/**
 * The web console of the demonstration: the LCD live, four buttons, switches that break and repair
 * the board, faults, tickets and the MQTT messages as they pass.
 *
 * <p>{@link io.panelwatch.simulator.console.ConsoleServer} serves one page and a small HTTP
 * interface on 127.0.0.1; what it shows and does is behind {@link
 * io.panelwatch.simulator.console.Console}.
 */
@NullMarked
package io.panelwatch.simulator.console;

import org.jspecify.annotations.NullMarked;
