package io.panelwatch.simulator.dispatch;

import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.tinylog.Logger;

/**
 * Hands over what Paho's threads bring, and blocks none of them. Paho swallows what a callback
 * throws and acknowledges the message all the same, so nothing may get out.
 */
final class LinkCallback implements MqttCallback {

  /** Reason code of DISCONNECT (MQTT 5, section 3.14.2.1). */
  private static final int SESSION_TAKEN_OVER = 0x8E;

  private final MqttAsyncClient client;
  private final MqttLink.Owner owner;
  private final CompletableFuture<MqttLink.Loss> lost;

  LinkCallback(
      MqttAsyncClient client, MqttLink.Owner owner, CompletableFuture<MqttLink.Loss> lost) {
    this.client = client;
    this.owner = owner;
    this.lost = lost;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    try {
      if (!owner.arrived(new Inbound(client, topic, message))) {
        lost.complete(
            MqttLink.Loss.of("more messages than can be kept; the broker sends them again"));
      }
    } catch (Throwable e) {
      Logger.error(e, "dispatch: a message on {} could not be taken", topic);
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    int code = response.getReturnCode();
    lost.complete(
        new MqttLink.Loss(
            "reason code " + code + " " + response.getException(), code == SESSION_TAKEN_OVER));
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    Logger.warn("dispatch: MQTT error: {}", exception.getMessage());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each publication waits for its own token.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // The connecting thread waits for its own token.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    Logger.warn("dispatch: unexpected AUTH packet, reason 0x{}", Integer.toHexString(reasonCode));
  }
}
