package io.panelwatch.agent.daemon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardStarts;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tinylog.Logger;

/**
 * Tells a board that was switched off from one that lost its power, by a note in the state folder:
 *
 * <pre>
 *   boot 1f6c...   the boot in which the agent ran last, as the kernel names it
 *   running        or "ended", once the agent was told to stop
 *   unclean T      the board had started, at T, without that; at most {@value #MOST} of these
 * </pre>
 *
 * <p>A note of another boot that still says {@code running} is an unclean start. An agent that is
 * started again in the same boot, whatever ended it, says nothing about power. Where there is no
 * note yet, or the kernel does not name its boots, nothing is known.
 *
 * <p>Opened when the daemon starts and closed when it is told to end; the source may be read from
 * any thread in between.
 */
final class BootMarker implements SensorSource, AutoCloseable {

  /** How many unclean starts are remembered: more than any limit asks for. */
  static final int MOST = 20;

  private static final String COMPONENT = "board";
  private static final Duration DAY = Duration.ofDays(1);
  private static final String BOOT = "boot ";
  private static final String UNCLEAN = "unclean ";
  private static final String RUNNING = "running";

  private static final String NOTE = "boot";

  private final StateFiles files;
  private final BoardClock clock;
  private final String bootId;
  private final List<Instant> unclean;
  private final OptionalLong foundNanos;

  private BootMarker(
      StateFiles files, BoardClock clock, String bootId, List<Instant> unclean, boolean found) {
    this.files = files;
    this.clock = clock;
    this.bootId = bootId;
    this.unclean = unclean;
    foundNanos = found ? OptionalLong.of(clock.monotonicNanos()) : OptionalLong.empty();
  }

  /** Reads the note of the run before and writes that of this one. */
  static BootMarker open(StateFiles files, BootInfo boot, BoardClock clock) {
    List<String> before = files.read(NOTE).lines().toList();
    List<Instant> unclean = new ArrayList<>(instants(before));
    boolean found =
        before.contains(RUNNING)
            && !boot.id().isEmpty()
            && !before.contains(BOOT)
            && !before.contains(BOOT + boot.id());
    if (found) {
      unclean.add(clock.wall().minus(boot.uptime()));
      Logger.warn("The board has started without having been shut down");
    }
    int surplus = Math.max(0, unclean.size() - MOST);
    var marker =
        new BootMarker(
            files, clock, boot.id(), List.copyOf(unclean.subList(surplus, unclean.size())), found);
    marker.write(RUNNING);
    return marker;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.STARTS;
  }

  @Override
  public String lookedIn() {
    return files.path(NOTE).toString();
  }

  @Override
  public List<BoardStarts> read() {
    if (bootId.isEmpty()) {
      return List.of(new BoardStarts(COMPONENT, lookedIn(), Measured.absent(), Measured.absent()));
    }
    return List.of(
        new BoardStarts(
            COMPONENT, lookedIn(), Measured.of((double) lastDay()), secondsSinceFound()));
  }

  /** Counted by the wall clock, which may have been wrong then or now: a day either way. */
  private long lastDay() {
    Instant now = clock.wall();
    return unclean.stream()
        .filter(at -> Duration.between(at, now).abs().compareTo(DAY) < 0)
        .count();
  }

  private Measured secondsSinceFound() {
    return foundNanos.isPresent()
        ? Measured.of((clock.monotonicNanos() - foundNanos.getAsLong()) / 1e9)
        : Measured.absent();
  }

  /** The agent was told to stop, as it is when the board is shut down. */
  @Override
  public void close() {
    write("ended");
  }

  private void write(String state) {
    var text = new StringBuilder(BOOT).append(bootId).append('\n').append(state).append('\n');
    unclean.forEach(at -> text.append(UNCLEAN).append(at).append('\n'));
    files.write(NOTE, text.toString());
  }

  private static List<Instant> instants(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(UNCLEAN))
        .map(line -> instant(line.substring(UNCLEAN.length())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }
}
