package io.panelwatch.simulator.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the broker's JVM, from its first line to its end. */
final class ChildBroker {

  private static final String MAIN_CLASS = "io.panelwatch.simulator.broker.BrokerMain";
  private static final Pattern FIRST_LINE = Pattern.compile("\\{\"mqtt\":(\\d{1,5})}");

  /** Real seconds: a JVM starts in real time, on a slow machine in many times the usual two. */
  private static final int START_SECONDS = 45;

  private static final int STOP_MILLIS = 1_000;

  private final Process process;
  private final int port;

  private ChildBroker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the JVM that runs this one, with the broker's class path, and waits for its port.
   *
   * @param lib folder of the broker's jars
   * @param folder gets the broker's journal and its log, {@code broker.log}
   * @throws IOException when it does not start or says no port in time; then nothing is left
   */
  static ChildBroker start(Path lib, Path folder) throws IOException {
    Path log = folder.resolve("broker.log");
    Process process = launch(lib, folder, log);
    try {
      return new ChildBroker(process, awaitPort(process, log));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Process launch(Path lib, Path folder, Path log) throws IOException {
    if (Files.notExists(log)) {
      Files.createFile(
          log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-cp",
            lib.resolve("*").toString(),
            MAIN_CLASS,
            "0",
            folder.resolve("journal").toString());
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static int awaitPort(Process process, Path log) throws IOException {
    var firstLine = new CompletableFuture<String>();
    Thread.ofVirtual().name("broker-stdout").start(() -> readAll(process, firstLine));
    try {
      Matcher line = FIRST_LINE.matcher(firstLine.get(START_SECONDS, TimeUnit.SECONDS));
      if (line.matches()) {
        return Integer.parseInt(line.group(1));
      }
      throw new IOException("the broker did not say its port: see " + log);
    } catch (TimeoutException e) {
      throw new IOException(
          "the broker did not open its port within " + START_SECONDS + " s: see " + log, e);
    } catch (ExecutionException e) {
      throw new IOException("the broker's output cannot be read: see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the broker started", e);
    }
  }

  /** Reads to the end, so that a child that says more than it should never blocks on its pipe. */
  private static void readAll(Process process, CompletableFuture<String> firstLine) {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        firstLine.complete(line);
      }
      firstLine.complete("");
    } catch (IOException e) {
      firstLine.completeExceptionally(e);
    }
  }

  /** The loopback port of this run. */
  int port() {
    return port;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut would: nothing is flushed, nobody is told. Returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets it close its journal; kills it when that takes longer than a second. */
  void stop() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    if (!awaitEnd()) {
      kill();
    }
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
