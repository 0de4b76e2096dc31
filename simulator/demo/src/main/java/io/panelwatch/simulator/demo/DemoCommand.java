package io.panelwatch.simulator.demo;

import io.panelwatch.agent.command.CommandException;
import io.panelwatch.agent.command.ExitStatus;
import io.panelwatch.agent.command.KnownPanels;
import io.panelwatch.agent.daemon.Termination;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.simulator.sheet.ContactSheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code panelwatch demo}: reads the words, starts a {@link Demo}, and waits. */
@Command(
    name = "demo",
    description = {
      "Run the whole system on this machine: simulated board, virtual LCD, broker, dispatch"
          + " backend and web console.",
      "The first line on standard output tells the ports: {\"http\":8080,\"mqtt\":1883,"
          + "\"device\":\"demo-1\"}. Everything listens on 127.0.0.1 only."
    })
final class DemoCommand implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the web console; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      defaultValue = "1883",
      description = "Port of the MQTT broker; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int mqttPort;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of the LCD: en or zh. Default: ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(
      names = "--panel",
      paramLabel = "NAME",
      defaultValue = "ili9341",
      description =
          "Which panel the virtual LCD is, as panel list has it. Default: ${DEFAULT-VALUE}.")
  private String panel = "ili9341";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where panel profiles of your own are, if not in /etc/panelwatch/panels.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Keep stores and journals here. Default: a temporary folder, removed at the end.")
  private @Nullable Path state;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How fast the clock of board, agent, backend and LCD runs, 0.1 to 100. Default: 1.")
  private double speed;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "End by itself after so many real seconds, with exit status 0.")
  private @Nullable Integer seconds;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "Leave the LCD's picture here as PNG at the end.")
  private @Nullable Path snapshot;

  @Option(
      names = "--contact-sheet",
      paramLabel = "DIR",
      description = "Only write every screen in every size and language here as PNG, and end.")
  private @Nullable Path contactSheet;

  @Override
  public Integer call()
      throws CommandException, IOException, InterruptedException, ProfileException {
    checkWords();
    DemoPanel shown = shownPanel();
    checkSnapshotFolder();
    if (contactSheet != null) {
      int written = new ContactSheet().write(contactSheet);
      out().println(written + " screens are in " + contactSheet);
      return ExitStatus.OK.code();
    }
    // The termination is closed last: a signal waits for the temporary folder to be removed too.
    try (var termination = Termination.onSignal();
        var kept = StateFolder.of(Optional.ofNullable(state))) {
      runDemo(shown, kept.path(), termination);
    }
    return ExitStatus.OK.code();
  }

  private void runDemo(DemoPanel shown, Path kept, Termination termination)
      throws IOException, InterruptedException, CommandException {
    var settings = new DemoSettings(port, mqttPort, spoken(), shown, kept, speed);
    try (var demo = Demo.start(settings)) {
      out().println(demo.firstLine());
      out().flush();
      Logger.info("open {} in a browser; Ctrl-C ends the demo", demo.consoleUrl());
      awaitTheEnd(termination);
      if (snapshot != null) {
        Files.write(snapshot, demo.snapshot());
      }
    }
  }

  private void awaitTheEnd(Termination termination) throws InterruptedException {
    if (seconds == null) {
      termination.await();
    } else {
      // Whether a signal was first makes no difference to what is left behind.
      termination.await(Duration.ofSeconds(seconds));
    }
  }

  private void checkWords() throws CommandException {
    require(port >= 0 && port <= MAX_PORT, "--port is 0 to 65535");
    require(mqttPort >= 0 && mqttPort <= MAX_PORT, "--mqtt-port is 0 to 65535");
    require(speed >= 0.1 && speed <= 100, "--speed is 0.1 to 100");
    require(seconds == null || seconds >= 1, "--for is at least 1 second");
    require(language.equals("en") || language.equals("zh"), "--lang is en or zh");
  }

  /** One of the folder's may be broken, or of a kind that nothing here is like. */
  private DemoPanel shownPanel() throws CommandException, ProfileException {
    PanelProfiles profiles = KnownPanels.of(folder);
    List<String> names = profiles.list().stream().map(PanelProfiles.Entry::name).toList();
    require(names.contains(panel), "there is no panel " + panel + ": --panel is one of " + names);
    try {
      return DemoPanel.of(profiles.load(panel));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitStatus.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /** Now, and not when the demonstration that the picture is of is over. */
  private void checkSnapshotFolder() throws CommandException {
    Path folder = snapshot == null ? null : snapshot.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandException(
          ExitStatus.IO,
          "--snapshot %s: there is no folder %s: make it first".formatted(snapshot, folder));
    }
    if (folder != null && !Files.isWritable(folder)) {
      throw new CommandException(
          ExitStatus.NOT_PERMITTED,
          "--snapshot %s: not permitted to write in %s: name another place"
              .formatted(snapshot, folder));
    }
  }

  private static void require(boolean holds, String sentence) throws CommandException {
    if (!holds) {
      throw new CommandException(ExitStatus.USAGE, sentence);
    }
  }

  private Language spoken() {
    return Language.valueOf(language.toUpperCase(Locale.ROOT));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
