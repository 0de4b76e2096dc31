package io.panelwatch.agent.line;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.InputLine;
import io.panelwatch.hal.InputLine.Edge;
import io.panelwatch.hal.InputLines;
import io.panelwatch.hal.LineRequest;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The power-fail line that the configuration names. It is opened with the first read and stays
 * open; one that cannot be opened or read is a channel that failed, with errno and path, and is
 * opened anew with each read until that works.
 *
 * <p>An edge is kept until it is read. A line that was active for less time than a scan takes reads
 * active once, so that the failure is not lost; one that bounces reads active once or more often
 * within the off-delay of its fault, so that it is one failure and not many.
 */
public final class PowerFailSource implements SensorSource, AutoCloseable {

  private static final SensorFamily FAMILY = SensorFamily.POWER_FAIL_LINES;
  private static final String KEY = "[watch] power-fail-line";

  /** The one that the catalogue gives an on-delay of its own. */
  private static final String COMPONENT = "power-fail";

  private final Optional<LineRequest> wanted;
  private final Optional<InputLines> lines;
  private final LineEvents events = new LineEvents(FAMILY);

  /** It has become active since it was read. */
  private final AtomicBoolean rose = new AtomicBoolean();

  private final AtomicReference<@Nullable InputLine> opened = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * A source that has not opened anything yet.
   *
   * @param wanted empty where the board has none, so that a fault of one that it had is over
   * @param lines what opens it; empty where the board has nothing that could
   */
  public PowerFailSource(Optional<LineRequest> wanted, Optional<InputLines> lines) {
    this.wanted = wanted;
    this.lines = lines;
  }

  /** A sentence where a line is wanted of a board that cannot listen to any. */
  public Optional<String> withoutEffect() {
    return lines.isPresent()
        ? Optional.empty()
        : wanted.map(
            line ->
                "%s = \"%s\" is without effect: this version has no binding to GPIO lines here"
                    .formatted(KEY, line.line()));
  }

  /** What the line says by itself: its family, at every edge. */
  public BoardEvents events() {
    return events;
  }

  @Override
  public SensorFamily family() {
    return FAMILY;
  }

  @Override
  public String lookedIn() {
    return wanted.map(line -> "GPIO line " + line.line()).orElse(KEY + " of the configuration");
  }

  @Override
  public boolean looksForAnything() {
    return wanted.isPresent() && lines.isPresent();
  }

  @Override
  public List<PowerFailLine> read() {
    return wanted
        .flatMap(line -> lines.map(from -> sample(line, from)))
        .map(List::of)
        .orElse(List.of());
  }

  /** Gives the line back; it is not opened again. */
  @Override
  public void close() {
    closed = true;
    release();
  }

  private PowerFailLine sample(LineRequest line, InputLines from) {
    return new PowerFailLine(COMPONENT, lookedIn(), failing(line, from));
  }

  private Measured failing(LineRequest line, InputLines from) {
    try {
      InputLine input = open(line, from);
      // In this order: an edge after it was asked for is kept for the read that it causes.
      return Measured.of(rose.getAndSet(false) || input.isActive());
    } catch (DeviceException e) {
      release();
      // Never merely denied: somebody has said that this line is to be watched.
      return new Measured.Failed(e.errno(), e.call(), e.path());
    }
  }

  private InputLine open(LineRequest line, InputLines from) throws DeviceException {
    InputLine present = opened.get();
    if (present != null) {
      return present;
    }
    InputLine input = from.open(line, this::heard);
    opened.set(input);
    if (closed) {
      release();
    }
    return input;
  }

  private void heard(Edge edge) {
    if (edge == Edge.RISING) {
      rose.set(true);
    }
    events.changed();
  }

  private void release() {
    InputLine input = opened.getAndSet(null);
    if (input != null) {
      input.close();
    }
  }
}
