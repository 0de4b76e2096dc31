package io.panelwatch.simulator.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A message to be sent, QoS 1 and retained, as every {@code dn/*} of the backend is.
 *
 * @param payload UTF-8 JSON; empty takes a retained message off the broker
 * @param expirySeconds message expiry interval of MQTT 5 (section 3.3.2.3.3)
 */
record Publication(String topic, String payload, OptionalLong expirySeconds) {

  byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
