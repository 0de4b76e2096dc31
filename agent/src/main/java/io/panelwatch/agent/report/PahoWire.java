package io.panelwatch.agent.report;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * MQTT 5 by Eclipse Paho, kept to what it was seen to do well.
 *
 * <p>Each rule answers a failure that was provoked: a new client per attempt, no automatic
 * reconnect and no topic aliases of ours (a client that reconnects by itself re-sends messages
 * whose alias the broker no longer knows, and is thrown out for ever); persistence in memory and no
 * buffer while disconnected (the outbox is the durable one); {@code cleanStart=false} with a
 * session that outlives the connection; acknowledgements by hand; and a bound on every wait, since
 * a broker that accepts and then stays silent is otherwise waited for without end.
 */
final class PahoWire implements Wire {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private final URI broker;
  private final String clientId;
  private final List<String> subscriptions;
  private final Duration connectWithin;

  /**
   * A wire to one broker.
   *
   * @param broker {@code tcp://} or {@code mqtt://} on this machine
   * @param subscriptions topic filters, in full
   * @throws IllegalArgumentException when the address is of another kind
   */
  PahoWire(URI broker, String clientId, List<String> subscriptions) {
    this(broker, clientId, subscriptions, CONNECT_WITHIN);
  }

  /** The same with a bound of its own on how long a broker may stay silent. */
  PahoWire(URI broker, String clientId, List<String> subscriptions, Duration connectWithin) {
    this.broker = requireLocal(broker);
    this.clientId = clientId;
    this.subscriptions = List.copyOf(subscriptions);
    this.connectWithin = connectWithin;
  }

  /** What is not encrypted does not leave the machine. */
  private static URI requireLocal(URI broker) {
    String scheme = String.valueOf(broker.getScheme());
    String host = String.valueOf(broker.getHost());
    if (!scheme.equals("tcp") && !scheme.equals("mqtt")) {
      throw new IllegalArgumentException(
          "broker %s: encrypted links are not in this version; use mqtt:// to a broker on this machine"
              .formatted(broker));
    }
    boolean local =
        host.equals("localhost") || host.equals("[::1]") || LOOPBACK.matcher(host).matches();
    if (!local) {
      throw new IllegalArgumentException(
          "broker %s: an unencrypted link may only lead to this machine; use 127.0.0.1"
              .formatted(broker));
    }
    int port = broker.getPort() < 0 ? 1883 : broker.getPort();
    return URI.create("tcp://" + host + ":" + port);
  }

  @Override
  public Connection open(Outgoing will, Listener listener) {
    var connection =
        new PahoConnection(broker, clientId, subscriptions, connectWithin, will, listener);
    connection.start();
    return connection;
  }
}
