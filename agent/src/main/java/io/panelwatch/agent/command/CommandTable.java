package io.panelwatch.agent.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** Which commands there are, and how each is made. */
final class CommandTable {

  private static final List<String> OWN =
      List.of(
          "run",
          "probe",
          "check-config",
          "faults",
          "store",
          "watch",
          "catalogue",
          "service",
          "technician",
          "snapshot",
          "panel",
          "plan",
          "version");

  /** Brought by the simulator, which a board does not have. */
  private static final List<String> BROUGHT = List.of("demo", "fleet", "dispatch");

  private static final List<String> NOT_YET = List.of("doctor");

  private CommandTable() {}

  /**
   * One command; empty where the word names none. A switch rather than a map of constructors, which
   * would load every command's class.
   */
  static Optional<Callable<Integer>> create(String word) {
    return switch (word) {
      case "check-config" -> Optional.of(new CheckConfigCommand());
      case "catalogue" -> Optional.of(new CatalogueCommand());
      case "faults" -> Optional.of(new FaultsCommand());
      case "panel" -> Optional.of(new PanelCommand());
      case "plan" -> Optional.of(new PlanCommand());
      case "probe" -> Optional.of(new ProbeCommand());
      case "run" -> Optional.of(new RunCommand());
      case "service" -> Optional.of(new ServiceCommand());
      case "store" -> Optional.of(new StoreCommand());
      case "snapshot" -> Optional.of(new SnapshotCommand());
      case "technician" -> Optional.of(new TechnicianCommand());
      case "watch" -> Optional.of(new WatchCommand());
      case "version" -> Optional.of(new VersionCommand());
      default -> BROUGHT.contains(word) ? brought(word) : Optional.empty();
    };
  }

  /** Every command that is here, by name, in the order of the help. */
  static Map<String, Callable<Integer>> all() {
    Map<String, Callable<Integer>> all = new LinkedHashMap<>();
    for (String word : BROUGHT) {
      create(word).ifPresent(command -> all.put(word, command));
    }
    for (String word : OWN) {
      create(word).ifPresent(command -> all.put(word, command));
    }
    return all;
  }

  /**
   * Says of a promised command that it is not here.
   *
   * @param words the command line without its options
   * @throws CommandException when that is so
   */
  static void refuseMissing(List<String> words) throws CommandException {
    String word = words.isEmpty() ? "" : words.getFirst();
    if (NOT_YET.contains(word)) {
      throw notYet(word);
    }
    if (BROUGHT.contains(word) && brought(word).isEmpty()) {
      if (simulatorIsHere()) {
        throw notYet(word);
      }
      throw new CommandException(
          ExitStatus.USAGE,
          word + " is not in this package: it comes with the source tree, as ./panelwatch " + word);
    }
  }

  private static CommandException notYet(String what) {
    return new CommandException(
        ExitStatus.USAGE, what + " is not there yet: see panelwatch --help for what is");
  }

  private static boolean simulatorIsHere() {
    return ServiceLoader.load(Subcommand.class).stream().findAny().isPresent();
  }

  private static Optional<Callable<Integer>> brought(String word) {
    return ServiceLoader.load(Subcommand.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(word))
        .findFirst()
        .map(Subcommand::command);
  }
}
