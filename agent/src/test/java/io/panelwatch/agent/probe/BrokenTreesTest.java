package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A board with one of everything is broken in any one place and in any way: nothing throws, and no
 * fault is told, not even a pending one, that {@linkplain Explanations the place does not explain}.
 *
 * <p>{@code -Dpanelwatch.tries=1000000} breaks it as often as that; {@code -Dpanelwatch.seed} in
 * another order.
 */
final class BrokenTreesTest {

  private static final int TRIES = Integer.getInteger("panelwatch.tries", 200);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);

  /** How often it is looked whether the board is still healthy once it is whole again. */
  private static final int TRIES_BETWEEN_LOOKS = 100;

  /** From the healthy scan to the broken one. */
  private static final Duration LATER = Duration.ofSeconds(10);

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<Damage> DAMAGES = List.of(Damage.values());
  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  @TempDir private Path folder;
  private Path root;
  private Path fifo;
  private Path parked;
  private final Random random = new Random(SEED);

  @BeforeEach
  void prepare() throws Exception {
    root = Files.createDirectory(folder.resolve("board"));
    fifo = folder.resolve("fifo");
    parked = folder.resolve("parked");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    BoardTree.healthy(root);
  }

  @Test
  void brokenPlaceRaisesNothingThatItDoesNotExplain() throws Exception {
    List<Path> places = places();
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED)) {
      Scan healthy = scan(board.sources(), Duration.ZERO);
      var explanations = new Explanations(root, healthy);
      for (int i = 0; i < TRIES; i++) {
        Path place = places.get(random.nextInt(places.size()));
        Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));

        Scan broken = scanBroken(board.sources(), place, damage);

        for (String fault : told(healthy, broken)) {
          String[] words = fault.split(" ", 2);
          assertTrue(
              explanations.explain(place, damage, words[0], words[1]),
              () -> damage + " in place of " + place + " has raised " + fault);
        }
        if (damage.tells() || i % TRIES_BETWEEN_LOOKS == 0) {
          // Counters were told nonsense: from here on they count from what they say now.
          Scan whole = scan(board.sources(), Duration.ZERO);
          assertEquals(
              List.of(), told(whole, scan(board.sources(), LATER)), () -> "after " + place);
          healthy = whole;
        }
      }
    }
  }

  @Test
  void deviceThatHangsRaisesNothingButThatItsSensorIsDead() throws Exception {
    try (LinuxBoard board = LinuxBoard.of(root, BoardTree.EXPECTED)) {
      Scan healthy = scan(board.sources(), Duration.ZERO);
      List<String> components =
          healthy.readings().stream().map(Reading::component).distinct().toList();
      for (String hung : components) {
        assertTrue(
            told(healthy, hung(healthy, hung)).stream().allMatch(("AGT-A01 " + hung)::equals),
            hung);
      }
    }
  }

  /** The scan in which that component times out. */
  private static Scan hung(Scan healthy, String component) {
    List<Reading> readings =
        healthy.readings().stream()
            .map(r -> r.component().equals(component) && r.good() ? timedOut(r) : r)
            .toList();
    return new Scan(START.plus(LATER), true, LATER.toNanos(), readings, healthy.sources());
  }

  private static Reading timedOut(Reading reading) {
    return new Reading(
        reading.quantity(),
        reading.component(),
        OptionalDouble.empty(),
        Quality.FAILED,
        110,
        reading.source());
  }

  /** Every file and folder of the board. */
  private List<Path> places() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !path.equals(root)).sorted().toList();
    }
  }

  private Scan scanBroken(List<SensorSource> sources, Path place, Damage damage)
      throws IOException {
    Files.move(place, parked);
    damage.put(place, fifo, random);
    try {
      return scan(sources, LATER);
    } finally {
      Files.deleteIfExists(place);
      Files.move(parked, place);
    }
  }

  private static Scan scan(List<SensorSource> sources, Duration time) {
    List<Reading> readings = new ArrayList<>();
    List<SourceState> states = new ArrayList<>();
    for (SensorSource source : sources) {
      try {
        for (Sample sample : source.read()) {
          readings.addAll(Readings.of(sample));
        }
        states.add(new SourceState(source.family(), Outcome.ANSWERED, 0, source.lookedIn()));
      } catch (DeviceException e) {
        states.add(new SourceState(source.family(), Outcome.FAILED, e.errno(), e.path()));
      }
    }
    return new Scan(START.plus(time), true, time.toNanos(), readings, states);
  }

  /** What is told of the second scan, as {@code FAN-201 fan1}. */
  private static List<String> told(Scan first, Scan second) {
    var lifecycle = new Lifecycle(LIMITS, new Boot("boot", 0), new FaultIds(), (code, part) -> 1);
    lifecycle.judge(first);
    Judgement judgement = lifecycle.judge(second);
    return Stream.concat(
            judgement.active().stream().map(f -> f.code() + " " + f.component()),
            judgement.pending().stream().map(f -> f.code() + " " + f.component()))
        .toList();
  }
}
