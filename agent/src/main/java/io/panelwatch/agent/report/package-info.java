/**
 * Tells the backend of every fault and of what people do on the device, and hears what the backend
 * has to say.
 *
 * <p>Begin at {@link io.panelwatch.agent.report.Reporting}. MQTT is a wire here, not a delivery
 * guarantee: a report stays in the store's outbox until the backend itself acknowledges it with
 * {@code dn/ack}, whatever the broker answers.
 *
 * <pre>
 *   store.commit --> Reporter --> Delivery --window--> Wire (Paho) --> broker --> backend
 *                       ^             ^                    |                        |
 *                       |             +----- PUBACK -------+                        |
 *    DeviceState <-- Inbound <---------------------------- dn/ack, dn/queue, ... ---+
 * </pre>
 *
 * <p>One thread, {@code panelwatch-reporter}, runs everything in the left half; what the wire tells
 * on its own threads is handed to it. The life of the link:
 *
 * <pre>
 *             CONNACK, SUBACK
 *   connecting ------------> connected
 *     ^    |  refused,           | cut, keep-alive,
 *     |    |  silent 10 s        | any error of the client
 *     |    v                     v
 *     +-- waiting (0..1, 2, 4 ... 60 s, drawn evenly) <--+       session taken over: off
 * </pre>
 *
 * <p>Every attempt is a new client object and every wait has a bound; the reasons, each a failure
 * of the client library that was provoked, are with {@code PahoWire}.
 */
@NullMarked
package io.panelwatch.agent.report;

import org.jspecify.annotations.NullMarked;
