package io.panelwatch.agent.report;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A way to an MQTT 5 broker. Each connection is one attempt and one life: it comes up or not, goes
 * down once, and is never used again.
 */
interface Wire {

  /** Begins an attempt; returns at once. The listener hears on threads of the wire. */
  Connection open(Outgoing will, Listener listener);

  /**
   * A message on its way out.
   *
   * @param topic in full
   * @param qos 0 or 1; never 2
   * @param contentType MIME type of the payload
   * @param expirySeconds after which the broker drops it
   */
  record Outgoing(
      String topic,
      String payload,
      int qos,
      boolean retained,
      String contentType,
      OptionalLong expirySeconds) {}

  /**
   * A message that came in and waits to be acknowledged.
   *
   * @param topic in full
   * @param payload bytes that nobody has looked at yet, read-only
   * @param packetId what {@link Connection#acknowledge} hands back
   * @param expirySeconds what is left of the message's expiry, where it has one
   */
  record Incoming(
      String topic, ByteBuffer payload, int qos, int packetId, OptionalLong expirySeconds) {}

  /** What a connection tells; nothing more after {@code down}. */
  interface Listener {

    /**
     * Connected and subscribed.
     *
     * @param receiveMaximum how many unacknowledged messages the broker takes, at least 1
     */
    void up(int receiveMaximum);

    /**
     * Over, or never came up.
     *
     * @param reasonCode of MQTT 5, section 2.4, or 0 where the broker gave none
     * @param reason for people
     */
    void down(int reasonCode, String reason);

    /** The broker answered a publish, with a reason code of MQTT 5, section 3.4.2.1. */
    void published(long tag, int reasonCode);

    /** A message came in. Must return at once. */
    void arrived(Incoming message);
  }

  /** One connection. Its methods do not block but for {@link #goodbye}. */
  interface Connection {

    /** Sends a message; its answer comes to {@link Listener#published} with that tag. */
    void publish(Outgoing message, long tag);

    /** Tells the broker that a message need not come again. */
    void acknowledge(Incoming message);

    /** Sends a last message and disconnects, so that the will is not sent; within about that. */
    void goodbye(Outgoing last, Duration within);

    /** Lets go without a word; harmless when it is over already. */
    void abandon();
  }
}
