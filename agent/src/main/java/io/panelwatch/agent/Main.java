package io.panelwatch.agent;

import io.panelwatch.agent.command.CommandLineTool;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the program. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    // UTF-8 whatever the locale: a service has none, and half of the texts are Chinese.
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = new CommandLineTool(out, err, System.getenv()).run(args);
    out.flush();
    err.flush();
    System.exit(status);
  }
}
