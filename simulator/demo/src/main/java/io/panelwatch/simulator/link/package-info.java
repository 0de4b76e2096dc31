/**
 * The broker of the demonstration, with a line to it that can be cut and frozen.
 *
 * <p>Start with {@link io.panelwatch.simulator.link.BrokerProcess}: a child JVM that runs Artemis,
 * behind a small TCP relay. Everyone (agent, backend, any MQTT client) connects to the relay's
 * port, which stays the same whatever happens to the process behind it:
 *
 * <pre>
 *   clients --> 127.0.0.1:PORT (StallableRelay) --> 127.0.0.1:free port (ChildBroker, Artemis)
 *                    UP       forwards                    runs
 *                    STALLED  accepts, forwards nothing   runs
 *                    DOWN     refuses                     killed, its journal stays
 * </pre>
 *
 * <p>Freezing the line instead of the process needs neither a shell nor native code, and looks the
 * same to a client: its TCP connection stands and nothing comes back.
 */
@NullMarked
package io.panelwatch.simulator.link;

import org.jspecify.annotations.NullMarked;
