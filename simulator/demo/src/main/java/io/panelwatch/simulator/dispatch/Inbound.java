package io.panelwatch.simulator.dispatch;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.tinylog.Logger;

/** A message that came in and waits for its acknowledgement. */
final class Inbound {

  private final MqttAsyncClient client;
  private final String topic;
  private final MqttMessage message;

  Inbound(MqttAsyncClient client, String topic, MqttMessage message) {
    this.client = client;
    this.topic = topic;
    this.message = message;
  }

  String topic() {
    return topic;
  }

  byte[] payload() {
    return message.getPayload();
  }

  int qos() {
    return message.getQos();
  }

  boolean retained() {
    return message.isRetained();
  }

  /** Acknowledges it to the broker; on a connection that is gone it comes again on the next. */
  void complete() {
    try {
      client.messageArrivedComplete(message.getId(), message.getQos());
    } catch (MqttException e) {
      Logger.debug("dispatch: {} not acknowledged, so it comes again: {}", topic, e.getMessage());
    }
  }
}
