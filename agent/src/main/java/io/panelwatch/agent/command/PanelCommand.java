package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.daemon.Termination;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.display.profile.ProfileSum;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code panel}: the panel profiles of this board, and the test of its panel. */
@Command(name = "panel", description = "List, show and check panel profiles; test the panel.")
final class PanelCommand implements Callable<Integer> {

  /** Half of the time after which the daemon takes the screen back. */
  private static final int MAX_STEP_SECONDS = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "JSON instead of text.")
  private boolean json;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where profiles of your own are, if not in /etc/panelwatch/panels.")
  private Optional<Path> folder = Optional.empty();

  @Override
  public Integer call() throws CommandException {
    throw new CommandException(
        ExitStatus.USAGE, "panel wants one more word: list, show NAME, check FILE or test");
  }

  /** {@code panel list}: one line each. */
  @Command(name = "list", description = "List the panel profiles, built-in and your own.")
  Integer list() throws CommandException {
    PrintWriter out = spec.commandLine().getOut();
    PanelProfiles profiles = KnownPanels.of(folder);
    if (json) {
      out.println(PanelOutput.listJson(profiles));
    } else {
      PanelOutput.printList(profiles, out);
    }
    return ExitStatus.OK.code();
  }

  /** {@code panel show NAME}: everything about one. */
  @Command(name = "show", description = "Say everything about one panel profile.")
  Integer show(@Parameters(paramLabel = "NAME", description = "As panel list has it.") String name)
      throws ProfileException, CommandException {
    PanelProfiles profiles = KnownPanels.of(folder);
    if (profiles.list().stream().noneMatch(entry -> entry.name().equals(name))) {
      throw new CommandException(
          ExitStatus.USAGE, "no panel is called " + name + ": see panelwatch panel list");
    }
    PrintWriter out = spec.commandLine().getOut();
    PanelProfile profile = profiles.load(name);
    if (json) {
      out.println(PanelOutput.json(profile));
    } else {
      PanelOutput.print(profile, out);
    }
    return ExitStatus.OK.code();
  }

  /** {@code panel check FILE...}: everything that is wrong with each. */
  @Command(name = "check", description = "Check profile files: every error with its line.")
  Integer check(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "As NAME.panel.")
          List<Path> files) {
    ExitStatus worst = ExitStatus.OK;
    for (Path file : files) {
      try {
        checkOne(file);
      } catch (ProfileException e) {
        spec.commandLine().getErr().println(e.getMessage());
        worst = ExitStatus.CONFIGURATION;
      } catch (IOException e) {
        Failure failure = Failure.of(e);
        failure.sentences().forEach(spec.commandLine().getErr()::println);
        worst = worst == ExitStatus.OK ? failure.status() : worst;
      }
    }
    return worst.code();
  }

  /** {@code panel test}: the pictures on which faults of the panel are seen. */
  @Command(
      name = "test",
      description = {
        "Show test pictures on the LCD of the running daemon, and say what must be seen:",
        "edges, colours, gradients, fine lines, light, fonts. Ctrl-C ends the test."
      })
  Integer test(
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "3",
              description = {
                "How long each is shown, 0 to 60 (default: ${DEFAULT-VALUE});",
                "above 0 the light gets the time for all its levels."
              })
          int seconds,
      @Option(
              names = "--panel",
              paramLabel = "NAME",
              description = "Refuse unless the daemon drives this panel.")
          Optional<String> panel,
      @Option(
              names = "--state",
              paramLabel = "DIR",
              description = "The daemon's state folder, where it is not the usual one.")
          Optional<Path> state)
      throws IOException, CommandException, InterruptedException {
    if (seconds < 0 || seconds > MAX_STEP_SECONDS) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--seconds is %d, expected 0 to %d".formatted(seconds, MAX_STEP_SECONDS));
    }
    ControlClient daemon = new AgentMemory(state, StandardFolders.ofThisProcess()).daemon();
    // Ctrl-C ends the test on the panel too, and not only the program that asked for it.
    try (var termination = Termination.onSignal()) {
      new PanelTestRun(daemon, termination::await, spec.commandLine().getOut())
          .show(panel, Duration.ofSeconds(seconds));
    }
    return ExitStatus.OK.code();
  }

  private void checkOne(Path file) throws IOException, ProfileException {
    byte[] bytes = PanelProfiles.read(file);
    PanelProfile profile;
    try {
      profile = PanelProfiles.parse(file, bytes);
    } catch (ProfileException e) {
      if (ProfileSum.isIn(bytes)) {
        checkRest(file, bytes, e);
      }
      throw e;
    }
    StringBuilder line = new StringBuilder(file + ": good, panel " + profile.name());
    if (!ProfileSum.isIn(bytes)) {
      line.append("; to have it guarded against damage, end it with: ")
          .append(ProfileSum.of(bytes));
    }
    spec.commandLine().getOut().println(line);
  }

  /** A file with a wrong sum is read no further; whoever edits it wants the rest at once. */
  private void checkRest(Path file, byte[] bytes, ProfileException sum) {
    try {
      PanelProfiles.parse(file, ProfileSum.without(bytes));
    } catch (ProfileException rest) {
      if (!rest.problems().equals(sum.problems())) {
        spec.commandLine().getErr().println(rest.getMessage());
      }
    }
  }
}
