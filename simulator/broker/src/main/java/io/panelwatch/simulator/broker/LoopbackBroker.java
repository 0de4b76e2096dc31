package io.panelwatch.simulator.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** Artemis with one MQTT acceptor on the loopback address, without users, with a journal. */
final class LoopbackBroker {

  private static final String ACCEPTOR = "mqtt";
  private static final int JOURNAL_FILE_BYTES = 1 << 20;
  private static final long EXPIRY_SCAN_MILLIS = 1_000;

  private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
  private final int wantedPort;

  /**
   * @param port the port on 127.0.0.1, or 0 for a free one
   * @param folder where the journal lives; created when missing
   */
  LoopbackBroker(int port, Path folder) {
    wantedPort = port;
    artemis.setConfiguration(configuration(port, folder));
  }

  /**
   * Starts and waits until the port is open.
   *
   * @throws Exception as Artemis declares it; {@link IllegalStateException} when the port is taken
   */
  void start() throws Exception {
    artemis.start();
    // Artemis only logs an acceptor that could not bind, and goes on without it.
    if (!acceptor().isStarted() || port() <= 0) {
      artemis.stop();
      throw new IllegalStateException(
          "port " + wantedPort + " is in use: end what holds it or choose another port.");
    }
  }

  /** The port that is really open. */
  int port() {
    return acceptor().getActualPort();
  }

  /** Closes connections and journal. */
  void stop() {
    try {
      artemis.stop();
    } catch (Exception e) {
      System.err.println("broker: did not stop cleanly: " + e.getMessage());
    }
  }

  private NettyAcceptor acceptor() {
    return (NettyAcceptor) artemis.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
  }

  private static Configuration configuration(int port, Path folder) {
    Configuration config = new ConfigurationImpl();
    try {
      config.addAcceptorConfiguration(
          ACCEPTOR, "tcp://127.0.0.1:" + port + "?protocols=MQTT&useEpoll=false");
    } catch (Exception e) {
      throw new IllegalStateException("Artemis refuses its acceptor: " + e.getMessage(), e);
    }
    return config
        .setName("panelwatch")
        .setSecurityEnabled(false)
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setMessageExpiryScanPeriod(EXPIRY_SCAN_MILLIS)
        // The two guards below are for servers: a disk that is 90 % full would silently stop every
        // publisher, and a process that was suspended would halt itself when it is resumed.
        .setMaxDiskUsage(-1)
        .setCriticalAnalyzer(false)
        .setJMXManagementEnabled(false);
  }
}
