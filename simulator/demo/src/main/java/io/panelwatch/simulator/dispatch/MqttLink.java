package io.panelwatch.simulator.dispatch;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The backend's connection: one Paho client per attempt, every wait bounded, reconnecting for ever.
 *
 * <p>The session outlives a connection ({@code cleanStart=false}, expiry an hour), so the broker
 * keeps what devices send meanwhile; what it loses nonetheless, the ledger asks for again. Messages
 * are acknowledged only by {@link Inbound#complete}, once they are stored. One publication is in
 * flight at a time, which keeps Paho far from its window. Paho's own reconnect, persistence and
 * buffers stay off: they replay topic aliases that the next connection does not know.
 */
final class MqttLink implements AutoCloseable {

  /** What the link tells its owner; called on threads of Paho and of the link: only hand over. */
  interface Owner {
    void connected();

    void disconnected();

    /** False refuses the message for now: it is not acknowledged and comes again. */
    boolean arrived(Inbound message);
  }

  private static final int QOS = 1;
  private static final long WAIT_MILLIS = 5_000;
  private static final long QUIESCE_MILLIS = 500;
  private static final long SESSION_EXPIRY_SECONDS = 3_600;
  private static final int KEEP_ALIVE_SECONDS = 15;
  private static final long FIRST_BACKOFF_MILLIS = 250;
  private static final long MAX_BACKOFF_MILLIS = 60_000;
  private static final String SUBSCRIPTION = "panelwatch/v1/+/up/#";

  private final String url;
  private final String clientId;
  private final BoardClock clock;
  private final Owner owner;
  private final Thread thread;
  private volatile @Nullable Connection current;
  private volatile boolean closed;

  /** Why a connection ended; one that another client took over is not fought for. */
  record Loss(String reason, boolean takenOver) {
    static Loss of(String reason) {
      return new Loss(reason, false);
    }
  }

  private record Connection(MqttAsyncClient client, CompletableFuture<Loss> lost) {}

  MqttLink(String url, String clientId, BoardClock clock, Owner owner) {
    this.url = url;
    this.clientId = clientId;
    this.clock = clock;
    this.owner = owner;
    this.thread = Thread.ofVirtual().name("dispatch-link").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isConnected() {
    return current != null;
  }

  /**
   * Sends and waits for the broker's PUBACK.
   *
   * @return false when there is no connection, or the broker refused or stayed silent: then the
   *     connection is given up, and what is still true is published again on the next one
   */
  boolean publish(Publication publication) {
    Connection connection = current;
    if (connection == null) {
      return false;
    }
    var message = new MqttMessage(publication.bytes(), QOS, true, new MqttProperties());
    publication.expirySeconds().ifPresent(s -> message.getProperties().setMessageExpiryInterval(s));
    try {
      IMqttToken token = connection.client().publish(publication.topic(), message);
      token.waitForCompletion(WAIT_MILLIS);
      return accepted(token, "publish " + publication.topic());
    } catch (MqttException | NullPointerException e) {
      // Paho's client answers with a NullPointerException while another thread closes it.
      connection.lost().complete(Loss.of("publish failed: " + e.getMessage()));
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    Connection connection = current;
    if (connection != null) {
      connection.lost().complete(Loss.of("the backend ends"));
    }
    thread.interrupt();
    try {
      thread.join(Duration.ofMillis(2 * QUIESCE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long backoff = FIRST_BACKOFF_MILLIS;
    while (!closed) {
      boolean wasConnected = attempt();
      backoff = wasConnected ? FIRST_BACKOFF_MILLIS : Math.min(2 * backoff, MAX_BACKOFF_MILLIS);
      try {
        if (!closed) {
          clock.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(backoff) + 1));
        }
      } catch (InterruptedException e) {
        closed = true;
      }
    }
  }

  /** One connection from its beginning to its end; whether it ever stood. */
  private boolean attempt() {
    MqttAsyncClient client;
    try {
      client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
    } catch (MqttException | IllegalArgumentException e) {
      Logger.error("dispatch: no MQTT client for {}: {}", url, e.getMessage());
      return false;
    }
    var connection = new Connection(client, new CompletableFuture<>());
    try {
      open(connection);
      current = connection;
      owner.connected();
      afterLoss(connection.lost().get());
      return true;
    } catch (MqttException | ExecutionException e) {
      Logger.info("dispatch: {} cannot be reached: {}", url, e.getMessage());
      return false;
    } catch (InterruptedException e) {
      closed = true;
      return current != null;
    } finally {
      if (current != null) {
        current = null;
        owner.disconnected();
      }
      tearDown(client);
    }
  }

  private void afterLoss(Loss loss) {
    if (closed) {
      return; // it was meant to end
    }
    Logger.info("dispatch: connection to {} ended: {}", url, loss.reason());
    if (loss.takenOver()) {
      Logger.error(
          "dispatch: another client '{}' took the session over at {}: the backend stays away; end"
              + " the other one and start again",
          clientId,
          url);
      closed = true;
    }
  }

  private void open(Connection connection) throws MqttException {
    MqttAsyncClient client = connection.client();
    client.setManualAcks(true);
    client.setCallback(new LinkCallback(client, owner, connection.lost()));
    client.connect(options()).waitForCompletion(WAIT_MILLIS);
    IMqttToken subscribed = client.subscribe(SUBSCRIPTION, QOS);
    subscribed.waitForCompletion(WAIT_MILLIS);
    if (!accepted(subscribed, "subscribe " + SUBSCRIPTION)) {
      throw new MqttException(MqttException.REASON_CODE_CLIENT_EXCEPTION);
    }
  }

  private static MqttConnectionOptions options() {
    var options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    return options;
  }

  /** Paho reports a refusal as success with a reason code (MQTT 5, section 2.4). */
  private static boolean accepted(IMqttToken token, String what) {
    int[] codes = token.getReasonCodes();
    for (int code : codes == null ? new int[0] : codes) {
      if (code >= 0x80) {
        Logger.error("dispatch: the broker refused {} with 0x{}", what, Integer.toHexString(code));
        return false;
      }
    }
    return true;
  }

  private static void tearDown(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(QUIESCE_MILLIS);
      }
    } catch (MqttException e) {
      Logger.debug("dispatch: no orderly goodbye: {}", e.getMessage());
    }
    try {
      client.disconnectForcibly(0, QUIESCE_MILLIS, false);
      client.close(true);
    } catch (MqttException e) {
      Logger.debug("dispatch: the client was closed already: {}", e.getMessage());
    }
  }
}
