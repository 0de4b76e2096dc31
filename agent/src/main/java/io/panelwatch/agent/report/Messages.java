package io.panelwatch.agent.report;

import java.time.Duration;
import java.util.OptionalLong;

/** The kinds of messages, by quality of service, retention and type. */
final class Messages {

  private static final String JSON = "application/json";

  /** Structured mode of the CloudEvents MQTT binding, section 3.2. */
  private static final String CLOUD_EVENT = "application/cloudevents+json";

  private Messages() {}

  /** Something that happened: at least once. */
  static Wire.Outgoing event(String topic, String payload) {
    return new Wire.Outgoing(topic, payload, 1, false, CLOUD_EVENT, OptionalLong.empty());
  }

  /** Something that is so: kept by the broker for whoever comes. */
  static Wire.Outgoing state(String topic, String payload) {
    return new Wire.Outgoing(topic, payload, 1, true, JSON, OptionalLong.empty());
  }

  /** Something of the moment, worthless afterwards. */
  static Wire.Outgoing passing(String topic, String payload, Duration worthFor) {
    long seconds = Math.max(1, worthFor.toSeconds());
    return new Wire.Outgoing(topic, payload, 0, false, JSON, OptionalLong.of(seconds));
  }
}
