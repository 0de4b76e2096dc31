/**
 * The wiring: which thread does what, in which order things start and end.
 *
 * <pre>
 *   scan thread      sensors -> Scan -> Lifecycle -> store (one transaction) -> Judged event
 *   device thread    Event -> DeviceState; the only one that changes it
 *   screen thread    newest DeviceState -> Scene -> Frame -> panel; never builds a queue
 *   watch guard      ends the program where the scan thread has come to a stand
 *   ups              asks the UPS's server; a scan takes what it told last
 *   reporter         outbox -> MQTT, and MQTT -> Event
 *   control          one request at a time per client of the control socket
 * </pre>
 *
 * <p>The LCD is read by the scan thread like any other part of the board (its counters, never the
 * panel itself), so that its faults reach the store and the backend also when nobody can read them
 * on it.
 *
 * <p>The LCD comes first: the screen shows the public page before store, link and probes are up.
 * Start at {@link io.panelwatch.agent.daemon.Daemon}.
 */
@NullMarked
package io.panelwatch.agent.daemon;

import org.jspecify.annotations.NullMarked;
