package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ControlServer;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A shell at a board whose daemon answers what the test has scripted. */
abstract class ShellTest {

  @TempDir Path folder;

  final ScriptedDaemon daemon = new ScriptedDaemon();
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private ControlServer server;

  @BeforeEach
  void start() throws IOException {
    server = ControlServer.start(folder, daemon);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  /** From now on no daemon runs. */
  void stopDaemon() throws IOException {
    server.close();
  }

  /** Types a command, and then the code 123456 where it is asked for one. */
  int run(String... words) {
    return run(new TypingTerminal(List.of("123456")), words);
  }

  /** Types a command at that terminal. */
  int run(Terminal terminal, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    return new CommandLine(new RootCommand())
        .addSubcommand("faults", new FaultsCommand(terminal))
        .addSubcommand("service", new ServiceCommand(terminal, new ManualClock()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setParameterExceptionHandler((_, _) -> ExitStatus.USAGE.code())
        .execute(line.toArray(String[]::new));
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(s -> err.append(s.replaceFirst("^panelwatch: ", "")).append('\n'));
    return failure.status().code();
  }
}
