/**
 * The reference dispatch backend: what a real one must do, small enough to be read.
 *
 * <p>{@link io.panelwatch.simulator.dispatch.DispatchBackend} is the entry point. One thread folds
 * every message into two immutable values and commits both before it answers:
 *
 * <pre>
 *   MQTT --> UpMessageReader --> ReportRow --> Ledger ------+--> BackendStore (one transaction)
 *            (bounded, checked)   Status       TicketBook --+         |
 *                                 ActiveFaults    |                   v
 *                                              Dispatcher      dn/ack, dn/ticket/{id}
 *   clock ---------------------> ServiceQueue ---------------> dn/queue
 * </pre>
 *
 * <ul>
 *   <li>{@link io.panelwatch.simulator.dispatch.Ledger}: each row of a device's outbox is applied
 *       once, in order; gaps are asked for.
 *   <li>{@link io.panelwatch.simulator.dispatch.TicketBook}: a confirmed fault opens a ticket, its
 *       end closes it; {@link io.panelwatch.simulator.dispatch.Dispatcher} says who gets it.
 *   <li>{@link io.panelwatch.simulator.dispatch.ServiceQueue}: the queue that the public sees.
 * </ul>
 *
 * <p>Everything that is published is derived from what is stored, so after any break the backend
 * just publishes it again: {@code (backendEpoch, rev)} lets a device drop what it knows.
 */
@NullMarked
package io.panelwatch.simulator.dispatch;

import org.jspecify.annotations.NullMarked;
