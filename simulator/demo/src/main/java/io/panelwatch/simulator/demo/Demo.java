package io.panelwatch.simulator.demo;

import io.panelwatch.agent.command.ProgramVersion;
import io.panelwatch.agent.config.Configuration;
import io.panelwatch.agent.config.ConfigurationException;
import io.panelwatch.agent.config.ConfigurationReader;
import io.panelwatch.agent.daemon.Daemon;
import io.panelwatch.agent.daemon.DaemonSetup;
import io.panelwatch.agent.daemon.LcdPort;
import io.panelwatch.agent.png.PngWriter;
import io.panelwatch.agent.store.KeptFile;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.simulator.board.SimulatedBoard;
import io.panelwatch.simulator.board.SimulatedClock;
import io.panelwatch.simulator.console.ConsoleServer;
import io.panelwatch.simulator.console.Json;
import io.panelwatch.simulator.dispatch.Agent;
import io.panelwatch.simulator.dispatch.DispatchBackend;
import io.panelwatch.simulator.link.BrokerProcess;
import io.panelwatch.simulator.link.NetworkCable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * The running demonstration. Started part by part, ended in the opposite order, also when a part
 * does not start.
 */
final class Demo implements AutoCloseable {

  private static final String DEVICE = "demo-1";
  private static final long SEED = 20_260_301;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final DemoParts parts;
  private final ConsoleServer console;

  private Demo(DemoSettings settings) throws IOException {
    boolean started = false;
    try {
      // The port first: one that is taken is told before anything slow starts.
      console = keep(ConsoleServer.listen(settings.httpPort()));
      var feed = keep(new ConsoleFeed());
      var clock = keep(new SimulatedClock(settings.speed()));
      var broker =
          keep(BrokerProcess.start(settings.state().resolve("broker"), settings.mqttPort()));
      var backend = keep(DispatchBackend.start(backendSettings(settings, broker), clock, feed));
      var cable = keep(NetworkCable.to(broker.port()));
      DemoPanel panel = settings.panel();
      var board = keep(panel.board(clock, SEED));
      board.panel().takeWireTime(true);
      LcdPort lcd = panel.port(board);
      var daemon = keep(Daemon.start(daemonSetup(settings, board, lcd, cable)));
      parts =
          new DemoParts(
              board, panel.profile().name(), lcd.uprightDegrees(), cable, broker, backend, daemon);
      var answers = new DemoConsole(parts);
      console.serve(answers);
      board.panel().onChange(feed::lcdChanged);
      daemon.onChange(state -> feed.stateChanged());
      feed.attach(console, answers::state);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Starts everything; returns when the console and the broker are served.
   *
   * @throws IOException one sentence: which part does not start, and what to do
   */
  static Demo start(DemoSettings settings) throws IOException {
    return new Demo(settings);
  }

  /** {@code {"http":8080,"mqtt":1883,"device":"demo-1"}}. */
  String firstLine() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("http", console.port());
    line.put("mqtt", parts.broker().port());
    line.put("device", DEVICE);
    return Json.write(line);
  }

  /** Where a browser finds the console. */
  String consoleUrl() {
    return "http://127.0.0.1:" + console.port() + "/";
  }

  /** The LCD's picture as PNG, decoded from the bytes on its bus. */
  byte[] snapshot() {
    Picture picture = parts.picture();
    return PngWriter.write(picture.width(), picture.height(), picture.rgb());
  }

  /** Ends the last started first. A part that does not end well does not keep the others. */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        Logger.warn(e, "{} did not end well", part.getClass().getSimpleName());
      }
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }

  private static DispatchBackend.Settings backendSettings(
      DemoSettings settings, BrokerProcess broker) {
    return new DispatchBackend.Settings(
        broker.url(), settings.state().resolve("dispatch.db"), "dispatch", Agent.demoCrew());
  }

  private static DaemonSetup daemonSetup(
      DemoSettings settings, SimulatedBoard board, LcdPort lcd, NetworkCable cable)
      throws IOException {
    return new DaemonSetup(
        board,
        Optional.of(lcd),
        Optional.of(board.buttons()),
        configuration(settings, cable),
        false,
        settings.state(),
        Optional.of(settings.state()),
        ZoneId.systemDefault(),
        ProgramVersion.current());
  }

  /** What an integrator would have written for this kiosk, read as the agent reads its file. */
  private static Configuration configuration(DemoSettings settings, NetworkCable cable)
      throws IOException {
    DemoPanel panel = settings.panel();
    String toml =
        """
        [device]
        id = "%s"

        [site]
        name = "Harbour Square"
        address = "1 Harbour Square"
        unit = "Kiosk 7"
        contact-name = "Service desk"
        contact-phone = "+49 30 5550 100"
        contact-hours = "Mon-Fri 08:00-18:00"

        [broker]
        url = "%s"

        [display]
        driver = "%s"
        panel = "%s"
        rotation = %d
        language = "%s"

        [watch]
        power-fail-line = "POWER_FAIL_N"
        power-fail-active-low = true
        """
            .formatted(
                DEVICE,
                cable.url(),
                panel.driver(),
                panel.profile().name(),
                panel.rotation().degrees(),
                settings.language().name().toLowerCase(Locale.ROOT));
    // Where a daemon's own start keeps its file: what is done while this is stopped is by its name.
    new KeptFile(settings.state().resolve("last-good.toml")).write(toml);
    try {
      return ConfigurationReader.parse("the demo's configuration", toml, DEVICE);
    } catch (ConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
