package io.panelwatch.agent.command;

import io.panelwatch.agent.config.StandardFolders;
import io.panelwatch.agent.control.FaultSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code faults}: the fault memory, of the running agent or of a stopped one. */
@Command(name = "faults", description = "List the fault memory, running agent or not.")
final class FaultsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--all", description = "The ended ones too.")
  private boolean all;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "JSON instead of text.")
  private boolean json;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The agent's state folder, where it is not the usual one.")
  private Optional<Path> state = Optional.empty();

  @Override
  public Integer call() throws IOException, CommandException {
    List<FaultSummary> faults = memory().faults(all);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FaultSummary.toJson(faults));
    } else if (faults.isEmpty()) {
      out.println(all ? "no fault was ever stored" : "no active faults");
    } else {
      print(faults, out);
    }
    return ExitStatus.OK.code();
  }

  /** {@code faults show ID}: everything about one episode. */
  @Command(name = "show", description = "Say everything about one fault.")
  Integer show(@Parameters(paramLabel = "ID", description = "As faults lists it.") String id)
      throws IOException, CommandException {
    FaultSummary fault =
        memory().faults(true).stream()
            .filter(candidate -> candidate.faultId().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitStatus.USAGE, "no fault is called " + id + ": see faults --all"));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FaultSummary.toJson(List.of(fault)));
    } else {
      printOne(fault, out);
    }
    return ExitStatus.OK.code();
  }

  private AgentMemory memory() {
    return new AgentMemory(state, StandardFolders.ofThisProcess());
  }

  private static void print(List<FaultSummary> faults, PrintWriter out) {
    var table = new Table("ID", "CODE", "COMPONENT", "SEVERITY", "SINCE", "CLEARED", "SYMPTOM");
    for (FaultSummary fault : faults) {
      table.row(
          fault.faultId(),
          fault.code(),
          fault.component(),
          fault.severity(),
          since(fault),
          fault.cleared().map(FaultsCommand::toTheSecond).orElse("-"),
          fault.symptom().en());
    }
    table.print(out);
  }

  private static void printOne(FaultSummary fault, PrintWriter out) {
    out.printf("%s on %s: %s%n", fault.code(), fault.component(), fault.symptom().en());
    out.println("  severity    " + fault.severity());
    out.println("  since       " + since(fault));
    out.println(
        "  cleared     " + fault.cleared().map(FaultsCommand::toTheSecond).orElse("not yet"));
    out.println("  occurrence  " + fault.occurrence());
    out.println("  source      " + fault.source());
    fault.suppressedBy().ifPresent(cause -> out.println("  symptom of  " + cause));
    fault.advice().forEach(step -> out.println("  do          " + step.en()));
    if (!fault.part().isEmpty()) {
      out.println("  bring       " + fault.part().en());
    }
  }

  private static String since(FaultSummary fault) {
    String first = toTheSecond(fault.first());
    return fault.clockTrusted() ? first : first + " (clock not trusted)";
  }

  /** An instant for a person, whom its fractions would only keep from reading the row. */
  private static String toTheSecond(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
