package io.panelwatch.agent.daemon;

import io.panelwatch.agent.config.Configuration;
import io.panelwatch.hal.Board;
import io.panelwatch.hal.Buttons;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a daemon runs on.
 *
 * @param board the board; closed by whoever made it, after the daemon
 * @param lcd its LCD, where it has one; closed by the daemon
 * @param buttons below the LCD, where there are any; closed by whoever made them
 * @param configuration what it was told, with defaults for the rest
 * @param configurationRefused whether that is an earlier one, because the present one was refused
 * @param stateFolder of the fault memory
 * @param runFolder of the control socket; empty: the daemon cannot be asked from outside
 * @param zone the site's time zone
 * @param version this program's
 */
public record DaemonSetup(
    Board board,
    Optional<LcdPort> lcd,
    Optional<Buttons> buttons,
    Configuration configuration,
    boolean configurationRefused,
    Path stateFolder,
    Optional<Path> runFolder,
    ZoneId zone,
    String version) {}
