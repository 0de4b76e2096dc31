/**
 * One main class around Apache ActiveMQ Artemis, run as a child process from the class path.
 *
 * <p>A real broker that can be killed, without its fifty automatic modules on the module path of
 * the program. The module has no {@code module-info}, nothing depends on its classes, and all it
 * shares with its parent is a port, a folder and three streams: see {@link
 * io.panelwatch.simulator.broker.BrokerMain}. The child's class path is {@code target/lib}.
 */
@NullMarked
package io.panelwatch.simulator.broker;

import org.jspecify.annotations.NullMarked;
