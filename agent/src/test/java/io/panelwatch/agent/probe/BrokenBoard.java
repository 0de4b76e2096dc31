package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A board with one of everything that is broken in one place at a time, read, and made whole again.
 *
 * <p>It is judged by the rules themselves: what they raise is at least pending, and one that breaks
 * is not caught as the lifecycle would catch it. Not thread-safe.
 */
final class BrokenBoard implements AutoCloseable {

  /** From the healthy scan to the broken one. */
  private static final Duration LATER = Duration.ofSeconds(10);

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  /** Who looks there shares a list of chips or zones, which the first of a scan makes for all. */
  private static final Pattern SHARED = Pattern.compile("sys/class/(hwmon|thermal)");

  /** What one source told. */
  private record Answer(List<Reading> readings, SourceState state) {}

  private final Path root;
  private final Path fifo;
  private final Path parked;
  private final LinuxBoard board;
  private final List<Path> places;
  private List<Answer> healthy;
  private Past past;

  /**
   * Makes the board.
   *
   * @param folder an empty one
   */
  BrokenBoard(Path folder) throws IOException, InterruptedException {
    root = Files.createDirectory(folder.resolve("board"));
    fifo = folder.resolve("fifo");
    parked = folder.resolve("parked");
    Process made = new ProcessBuilder("mkfifo", fifo.toString()).start();
    if (made.waitFor() != 0) {
      throw new IOException("mkfifo " + fifo);
    }
    BoardTree.healthy(root);
    try (Stream<Path> all = Files.walk(root)) {
      places = all.filter(path -> !path.equals(root)).sorted().toList();
    }
    board = LinuxBoard.of(root, BoardTree.EXPECTED);
    healthy = read();
    past = Past.NONE.with(scan(healthy, Duration.ZERO));
  }

  /** Every file and folder of it. */
  List<Path> places() {
    return places;
  }

  Path root() {
    return root;
  }

  /** A FIFO beside the board. */
  Path fifo() {
    return fifo;
  }

  /** How it read when it was whole. */
  Scan healthy() {
    return scan(healthy, Duration.ZERO);
  }

  /**
   * Reads it with that damage in that place, and leaves it whole.
   *
   * @return everything there is, read ten seconds after it was healthy
   */
  Scan scanBroken(Path place, Damage damage, RandomGenerator random) throws IOException {
    List<Answer> broken = new ArrayList<>();
    Files.move(place, parked);
    try {
      damage.put(place, fifo, random);
      broken.addAll(read());
    } finally {
      Files.deleteIfExists(place);
      Files.move(parked, place);
    }
    recover(broken);
    return scan(broken, LATER);
  }

  /**
   * Reads again what told something else: sources remember what counters stood at, and count from
   * what they say now. Twice, because the way back to what is healthy may be told, too: a step of
   * the clock.
   */
  private void recover(List<Answer> broken) {
    Set<SensorFamily> told = EnumSet.noneOf(SensorFamily.class);
    for (int i = 0; i < healthy.size(); i++) {
      if (!broken.get(i).equals(healthy.get(i))) {
        told.add(board.sources().get(i).family());
      }
    }
    Set<SensorFamily> sharing = sharing();
    if (!Collections.disjoint(told, sharing)) {
      told.addAll(sharing);
    }
    if (!told.isEmpty()) {
      readAgain(told);
      readAgain(told);
      past = Past.NONE.with(healthy());
    }
  }

  private Set<SensorFamily> sharing() {
    return board.sources().stream()
        .filter(source -> SHARED.matcher(source.lookedIn()).find())
        .map(SensorSource::family)
        .collect(Collectors.toSet());
  }

  private void readAgain(Set<SensorFamily> families) {
    healthy =
        IntStream.range(0, healthy.size())
            .mapToObj(
                i -> {
                  SensorSource source = board.sources().get(i);
                  return families.contains(source.family()) ? read(source) : healthy.get(i);
                })
            .toList();
  }

  /** Makes sure that nothing is left of what was broken before: everything is read anew. */
  Set<String> toldOfTheWhole() {
    healthy = read();
    past = Past.NONE.with(scan(healthy, Duration.ZERO));
    return told(scan(read(), LATER));
  }

  /** What the rules raise after the healthy scan, as {@code FAN-201 fan1}. */
  Set<String> told(Scan scan) {
    Past seen = past.with(scan);
    Set<String> told = new LinkedHashSet<>();
    for (Rule rule : Rules.all()) {
      for (Finding finding : rule.judge(scan, seen, LIMITS)) {
        if (finding.raises() && LIMITS.of(rule.code(), finding.component()).enabled()) {
          told.add(rule.code() + " " + finding.component());
        }
      }
      rule.ofVanished(scan);
    }
    return told;
  }

  private List<Answer> read() {
    return board.sources().stream().map(BrokenBoard::read).toList();
  }

  private static Answer read(SensorSource source) {
    try {
      List<Reading> readings = new ArrayList<>();
      for (Sample sample : source.read()) {
        readings.addAll(Readings.of(sample));
      }
      return new Answer(
          readings, new SourceState(source.family(), Outcome.ANSWERED, 0, source.lookedIn()));
    } catch (DeviceException e) {
      return new Answer(
          List.of(), new SourceState(source.family(), Outcome.FAILED, e.errno(), e.path()));
    }
  }

  private static Scan scan(List<Answer> answers, Duration time) {
    return new Scan(
        START.plus(time),
        true,
        time.toNanos(),
        answers.stream().flatMap(answer -> answer.readings().stream()).toList(),
        answers.stream().map(Answer::state).toList());
  }

  @Override
  public void close() {
    board.close();
  }
}
