package io.panelwatch.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the agent keeps what must outlive it, and where it can be reached while it runs. Nothing is
 * created here.
 *
 * <p>Each folder is the first of these that the environment names: systemd's ({@code
 * $STATE_DIRECTORY}, {@code $RUNTIME_DIRECTORY}; systemd.exec(5)), XDG's ({@code $XDG_STATE_HOME}
 * or {@code $HOME/.local/state}, and {@code $XDG_RUNTIME_DIR}; XDG Base Directory Specification
 * 0.8), and a temporary one, which comes with a warning.
 *
 * @param state the store's folder
 * @param run the control socket's folder
 * @param warnings one sentence for each folder that is only temporary
 */
public record StandardFolders(Path state, Path run, List<String> warnings) {

  /** The run folder of the service that the package installs. */
  public static final Path SERVICE_RUN = Path.of("/run/panelwatch");

  /** Its state folder. */
  public static final Path SERVICE_STATE = Path.of("/var/lib/panelwatch");

  public StandardFolders {
    warnings = List.copyOf(warnings);
  }

  /**
   * The folders of a process with that environment.
   *
   * @param temporary what stands in where the environment names nothing; the same for every process
   *     of one user, so that a client finds the daemon
   */
  public static StandardFolders of(Map<String, String> environment, Path temporary) {
    Optional<Path> state =
        systemd(environment, "STATE_DIRECTORY")
            .or(() -> absolute(environment, "XDG_STATE_HOME").map(xdg -> xdg.resolve("panelwatch")))
            .or(() -> absolute(environment, "HOME").map(h -> h.resolve(".local/state/panelwatch")));
    Optional<Path> run =
        systemd(environment, "RUNTIME_DIRECTORY")
            .or(() -> absolute(environment, "XDG_RUNTIME_DIR").map(x -> x.resolve("panelwatch")));
    return new StandardFolders(
        state.orElse(temporary.resolve("state")),
        run.orElse(temporary.resolve("run")),
        Stream.of(
                warning(state, "fault memory", temporary.resolve("state"), "STATE_DIRECTORY"),
                warning(run, "control socket", temporary.resolve("run"), "RUNTIME_DIRECTORY"))
            .flatMap(Optional::stream)
            .toList());
  }

  /** The folders of this process. */
  public static StandardFolders ofThisProcess() {
    Path temporary =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("panelwatch-" + System.getProperty("user.name"));
    return of(System.getenv(), temporary);
  }

  private static Optional<String> warning(
      Optional<Path> named, String what, Path temporary, String variable) {
    return named.isPresent()
        ? Optional.empty()
        : Optional.of(
            "the %s is in the temporary folder %s: set %s to a folder that lasts"
                .formatted(what, temporary, variable));
  }

  /** Systemd separates several folders by colons; the first is the one that counts. */
  private static Optional<Path> systemd(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    int colon = value.indexOf(':');
    return absolute(colon < 0 ? value : value.substring(0, colon));
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return absolute(environment.getOrDefault(variable, ""));
  }

  /** Relative paths are to be ignored, as the XDG specification has it. */
  private static Optional<Path> absolute(String value) {
    return value.startsWith("/") ? Optional.of(Path.of(value)) : Optional.empty();
  }
}
