package io.panelwatch.simulator.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tinylog.Logger;

/**
 * The demonstration's MQTT broker: a child process that can be killed, restarted and frozen while
 * its port on 127.0.0.1 stays the same.
 *
 * <pre>{@code
 * try (var broker = BrokerProcess.start(stateFolder.resolve("broker"), 1883)) {
 *   connectTo(broker.url());
 *   broker.set(BrokerState.STALLED);
 * }
 * }</pre>
 *
 * <p>The child ends with {@link #close()}, and also when this JVM ends in any other way, because
 * its standard input then ends. Thread-safe; the methods wait for the process, for a bounded time.
 */
public final class BrokerProcess implements AutoCloseable {

  /** The system property that names the folder of the broker's jars; the launcher sets it. */
  public static final String LIB_PROPERTY = "panelwatch.broker.lib";

  private final Path lib;
  private final Path folder;
  private final StallableRelay relay;
  private ChildBroker child;
  private BrokerState state = BrokerState.UP;

  private BrokerProcess(Path lib, Path folder, StallableRelay relay, ChildBroker child) {
    this.lib = lib;
    this.folder = folder;
    this.relay = relay;
    this.child = child;
  }

  /**
   * Opens the port, starts the broker, and returns when clients are served (about two seconds).
   *
   * @param folder keeps the broker's journal and {@code broker.log}; created, for its owner only,
   *     when missing
   * @param port on 127.0.0.1, or 0 for a free one
   * @throws IOException one sentence: the property {@value #LIB_PROPERTY} or its folder is missing,
   *     the port is taken, or the child does not start
   */
  public static BrokerProcess start(Path folder, int port) throws IOException {
    Path lib = lib();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var relay = new StallableRelay(port);
    try {
      ChildBroker child = ChildBroker.start(lib, folder);
      relay.forwardTo(child.port());
      return new BrokerProcess(lib, folder, relay, child);
    } catch (IOException | RuntimeException e) {
      relay.close();
      throw e;
    }
  }

  private static Path lib() throws IOException {
    String named = System.getProperty(LIB_PROPERTY, "");
    if (named.isEmpty()) {
      throw new IOException(
          "the broker's jars are unknown: set -D"
              + LIB_PROPERTY
              + "=FOLDER (the launcher does; in the source tree simulator/broker/target/lib)");
    }
    Path lib = Path.of(named);
    if (!Files.isDirectory(lib)) {
      throw new IOException(
          "the broker's jars are not in " + lib + ": build them with ./build package");
    }
    return lib;
  }

  /** The port that clients use. */
  public int port() {
    return relay.port();
  }

  /** The same as Paho wants it: {@code tcp://127.0.0.1:1883}. */
  public String url() {
    return "tcp://127.0.0.1:" + port();
  }

  /** What clients meet now; {@link BrokerState#DOWN} too when the child died by itself. */
  public synchronized BrokerState state() {
    return child.isAlive() ? state : BrokerState.DOWN;
  }

  /**
   * Brings the broker into that state and returns when it is reached. The same state again does
   * nothing. From {@link BrokerState#DOWN} the broker starts anew on its old journal.
   *
   * @throws IOException when it cannot be started again; it is down then
   */
  public synchronized void set(BrokerState wanted) throws IOException {
    if (wanted == state()) {
      return;
    }
    if (wanted == BrokerState.DOWN) {
      relay.refuse();
      relay.stall(false);
      child.kill();
    } else {
      if (!child.isAlive()) {
        child = ChildBroker.start(lib, folder);
      }
      relay.stall(wanted == BrokerState.STALLED);
      relay.forwardTo(child.port());
    }
    state = wanted;
  }

  /** Ends the child, within about two seconds, and frees the port. */
  @Override
  public synchronized void close() {
    relay.close();
    try {
      child.stop();
    } catch (IOException e) {
      Logger.warn("the broker's standard input did not close ({}): killed", e.getMessage());
      child.kill();
    }
    state = BrokerState.DOWN;
  }
}
