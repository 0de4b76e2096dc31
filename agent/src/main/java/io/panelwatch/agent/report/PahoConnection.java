package io.panelwatch.agent.report;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * One client object for one attempt. Blocking calls of the library run on virtual threads of their
 * own, never on its callback thread and never on the reporter's. Times here are those of sockets,
 * so they are real ones and not the board clock's.
 */
final class PahoConnection implements Wire.Connection, MqttCallback {

  private static final Duration SUBSCRIBE_WITHIN = Duration.ofSeconds(5);
  private static final Duration TOLD_WHY_WITHIN = Duration.ofMillis(500);
  private static final int DISCONNECT_WITHIN_MILLIS = 500;
  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final long SESSION_EXPIRY_SECONDS = 86_400;
  private static final long WILL_DELAY_SECONDS = 30;

  /** How many messages the broker may send before the first is acknowledged. */
  private static final int RECEIVE_MAXIMUM = 16;

  /**
   * What the broker is told to send at most. The library takes it for what it may send itself, and
   * shuts the connection where that is more (version 1.2.5), so that it is more than what is looked
   * at: see {@link Inbound#MAX_BYTES}.
   */
  private static final long MAX_PACKET_BYTES = 256 * 1024;

  /** Of a publish beside topic, payload and content type, and somewhat more. */
  private static final int HEADER_BYTES = 64;

  private final URI broker;
  private final String clientId;
  private final List<String> subscriptions;
  private final Duration connectWithin;
  private final Wire.Outgoing will;
  private final Wire.Listener listener;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable MqttAsyncClient client;
  private volatile long maxSentBytes = MAX_PACKET_BYTES;

  PahoConnection(
      URI broker,
      String clientId,
      List<String> subscriptions,
      Duration connectWithin,
      Wire.Outgoing will,
      Wire.Listener listener) {
    this.broker = broker;
    this.clientId = clientId;
    this.subscriptions = subscriptions;
    this.connectWithin = connectWithin;
    this.will = will;
    this.listener = listener;
  }

  /** Begins the attempt. */
  void start() {
    Thread.ofVirtual().name("panelwatch-connect").start(this::connect);
  }

  private void connect() {
    try {
      var paho = new MqttAsyncClient(broker.toString(), clientId, new MemoryPersistence());
      client = paho;
      paho.setManualAcks(true);
      paho.setCallback(this);
      IMqttToken connected = paho.connect(options());
      connected.waitForCompletion(connectWithin.toMillis());
      maxSentBytes = maxSentBytes(connected);
      subscribe(paho);
      if (!over.get()) {
        listener.up(receiveMaximum(connected));
      }
    } catch (MqttException e) {
      end(mqttReason(e), e.toString());
    } catch (RuntimeException | Error e) {
      // The library throws the former, too: a closed client is a NullPointerException in it. Of the
      // latter, one more thread may be too many: an attempt that says nothing is waited for for
      // ever.
      end(0, e.toString());
    }
    if (over.get()) {
      letGo();
    }
  }

  private MqttConnectionOptions options() {
    var options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
    options.setConnectionTimeout(Math.toIntExact(Math.max(1, connectWithin.toSeconds())));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    options.setMaximumPacketSize(MAX_PACKET_BYTES);
    var willProperties = new MqttProperties();
    willProperties.setWillDelayInterval(WILL_DELAY_SECONDS);
    willProperties.setContentType(will.contentType());
    options.setWill(will.topic(), messageOf(will, willProperties));
    options.setWillMessageProperties(willProperties);
    return options;
  }

  private void subscribe(MqttAsyncClient paho) throws MqttException {
    int[] qos = new int[subscriptions.size()];
    Arrays.fill(qos, 1);
    IMqttToken token = paho.subscribe(subscriptions.toArray(String[]::new), qos);
    token.waitForCompletion(SUBSCRIBE_WITHIN.toMillis());
    int worst = Arrays.stream(codes(token)).max().orElse(0);
    if (worst >= ReasonCode.FIRST_ERROR) {
      throw new MqttException(worst);
    }
  }

  private static long maxSentBytes(IMqttToken connected) {
    MqttProperties properties = connected.getResponseProperties();
    Long maximum = properties == null ? null : properties.getMaximumPacketSize();
    return maximum == null ? MAX_PACKET_BYTES : Math.min(maximum, MAX_PACKET_BYTES);
  }

  private static int receiveMaximum(IMqttToken connected) {
    MqttProperties properties = connected.getResponseProperties();
    Integer maximum = properties == null ? null : properties.getReceiveMaximum();
    return maximum == null ? 65_535 : maximum;
  }

  @Override
  public void publish(Wire.Outgoing message, long tag) {
    MqttAsyncClient paho = client;
    if (paho == null || over.get()) {
      return;
    }
    MqttMessage sent = messageOf(message, new MqttProperties());
    if (bytes(message, sent) > maxSentBytes) {
      // As a broker answers that does not end the connection for it.
      listener.published(tag, ReasonCode.PACKET_TOO_LARGE);
      return;
    }
    try {
      paho.publish(
          message.topic(),
          sent,
          tag,
          new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
              int[] codes = codes(token);
              listener.published(tag, codes.length == 0 ? 0 : codes[0]);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable why) {
              fails(why);
            }
          });
    } catch (MqttException | RuntimeException e) {
      fails(e);
    }
  }

  private static long bytes(Wire.Outgoing message, MqttMessage sent) {
    int names = message.topic().length() + message.contentType().length();
    return (long) sent.getPayload().length + names + HEADER_BYTES;
  }

  private static MqttMessage messageOf(Wire.Outgoing message, MqttProperties properties) {
    properties.setContentType(message.contentType());
    message.expirySeconds().ifPresent(properties::setMessageExpiryInterval);
    byte[] payload = message.payload().getBytes(StandardCharsets.UTF_8);
    return new MqttMessage(payload, message.qos(), message.retained(), properties);
  }

  @Override
  public void acknowledge(Wire.Incoming message) {
    MqttAsyncClient paho = client;
    if (paho == null || over.get()) {
      return;
    }
    try {
      paho.messageArrivedComplete(message.packetId(), message.qos());
    } catch (MqttException | RuntimeException e) {
      fails(e);
    }
  }

  @Override
  public void goodbye(Wire.Outgoing last, Duration within) {
    MqttAsyncClient paho = client;
    if (paho == null || !over.compareAndSet(false, true)) {
      return;
    }
    try {
      paho.publish(last.topic(), messageOf(last, new MqttProperties()))
          .waitForCompletion(within.toMillis());
      paho.disconnect(0).waitForCompletion(within.toMillis());
    } catch (MqttException | RuntimeException e) {
      Logger.debug("The broker did not hear the goodbye, the will tells it: {}", e.toString());
    }
    letGo();
  }

  @Override
  public void abandon() {
    over.set(true);
    Thread.ofVirtual().name("panelwatch-let-go").start(this::letGo);
  }

  /** The only way out of a client that hangs: 17 ms against a broker that stays silent. */
  private void letGo() {
    MqttAsyncClient paho = client;
    if (paho == null) {
      return;
    }
    try {
      paho.disconnectForcibly(0, DISCONNECT_WITHIN_MILLIS, false);
    } catch (MqttException | RuntimeException e) {
      Logger.debug("The client was disconnected already: {}", e.toString());
    }
    try {
      paho.close(true);
    } catch (MqttException | RuntimeException e) {
      Logger.debug("The client was closed already: {}", e.toString());
    }
  }

  /**
   * Something cannot be sent: the connection is over, and the broker may have said why. The library
   * fails every publish that waits before it tells of that, so that it is given time to.
   */
  private void fails(Throwable why) {
    if (failing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("panelwatch-why").start(() -> endUnlessToldWhy(why));
    }
  }

  private void endUnlessToldWhy(Throwable why) {
    try {
      Thread.sleep(TOLD_WHY_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(0, String.valueOf(why));
  }

  /** Tells once that it is over. */
  private void end(int reasonCode, String reason) {
    if (over.compareAndSet(false, true)) {
      listener.down(reasonCode, reason);
    }
  }

  /** The library's own errors count from 32000; only those below are the broker's. */
  private static int mqttReason(MqttException e) {
    return e.getReasonCode() <= 0xff ? e.getReasonCode() : 0;
  }

  private static int[] codes(IMqttToken token) {
    int[] codes = token.getReasonCodes();
    return codes == null ? new int[0] : codes;
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    end(Math.max(0, response.getReturnCode()), String.valueOf(response));
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    MqttProperties properties = message.getProperties();
    Long expiry = properties == null ? null : properties.getMessageExpiryInterval();
    listener.arrived(
        new Wire.Incoming(
            topic,
            ByteBuffer.wrap(message.getPayload()).asReadOnlyBuffer(),
            message.getQos(),
            message.getId(),
            expiry == null ? OptionalLong.empty() : OptionalLong.of(expiry)));
  }

  @Override
  public void mqttErrorOccurred(MqttException e) {
    fails(e);
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each publish has a listener of its own.
  }

  @Override
  public void connectComplete(boolean reconnect, String server) {
    // The attempt waits for its own token.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // No enhanced authentication is offered.
  }
}
