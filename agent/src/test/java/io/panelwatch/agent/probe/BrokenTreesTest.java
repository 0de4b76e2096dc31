package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A board with one of everything is broken in any one place and in any way: nothing throws, no rule
 * breaks, and no fault is told, not even a pending one, that {@linkplain Explanations the place
 * does not explain}.
 *
 * <p>What leaves nothing to chance is tried in every place. Noise and numbers are drawn: {@code
 * -Dpanelwatch.tries=1000000} draws as many of them, {@code -Dpanelwatch.seed} others. Each has a
 * seed of its own, which is told where it fails.
 */
final class BrokenTreesTest {

  private static final int TRIES = Integer.getInteger("panelwatch.tries", 200);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);

  /** How often it is looked whether the board is still healthy once it is whole again. */
  private static final int TRIES_BETWEEN_LOOKS = 100;

  private static final List<Damage> DRAWN =
      Arrays.stream(Damage.values()).filter(Damage::isDrawn).toList();
  private static final List<Damage> CERTAIN =
      Arrays.stream(Damage.values()).filter(damage -> !damage.isDrawn()).toList();

  private static final Map<String, String> DEVICE_OF_INPUT =
      Map.of(
          "sys/class/hwmon/hwmon2/fan1_input", "pwmfan-fan1",
          "sys/class/hwmon/hwmon1/in2_input", "adt7475-in2",
          "sys/class/thermal/thermal_zone0/temp", "cpu-thermal",
          "sys/class/power_supply/AC/online", "AC",
          "sys/class/net/eth0/carrier", "eth0",
          "proc/meminfo", "memory",
          "proc/vmstat", "memory");

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  @Test
  void brokenPlaceRaisesNothingThatItDoesNotExplain() throws Exception {
    var unexplained = new ArrayList<String>();
    try (var board = new BrokenBoard(folder)) {
      for (Path place : board.places()) {
        for (Damage damage : CERTAIN) {
          unexplained.addAll(unexplained(board, place, damage, new SplittableRandom(SEED)));
        }
        assertEquals(Set.of(), board.toldOfTheWhole(), () -> "after " + place);
      }
    }
    assertEquals("", String.join("\n", unexplained));
  }

  @Test
  void noiseAndNumbersRaiseNothingThatTheirPlaceDoesNotExplain() throws Exception {
    int shards = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(shards)) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < shards; i++) {
        int shard = i;
        work.add(() -> draw(Files.createDirectory(folder.resolve("shard" + shard)), shard, shards));
      }
      int tries = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        tries += done.get();
      }
      assertEquals(TRIES, tries);
    }
  }

  /** Every so manieth of the tries, on a board of its own. */
  private static int draw(Path folder, int first, int every) throws Exception {
    int tries = 0;
    try (var board = new BrokenBoard(folder)) {
      for (int i = first; i < TRIES; i += every) {
        long seed = SEED + i;
        var random = new SplittableRandom(seed);
        Path place = board.places().get(random.nextInt(board.places().size()));
        Damage damage = DRAWN.get(random.nextInt(DRAWN.size()));
        assertEquals(
            List.of(),
            unexplained(board, place, damage, random),
            () -> "-Dpanelwatch.tries=1 -Dpanelwatch.seed=" + seed);
        if (++tries % TRIES_BETWEEN_LOOKS == 0) {
          assertEquals(Set.of(), board.toldOfTheWhole(), () -> "after " + place);
        }
      }
    }
    return tries;
  }

  private static List<String> unexplained(
      BrokenBoard board, Path place, Damage damage, SplittableRandom random) throws IOException {
    String what = damage + " in place of " + place;
    try {
      var explanations = new Explanations(board.root(), board.healthy());
      Scan broken = board.scanBroken(place, damage, random);
      return board.told(broken).stream()
          .filter(fault -> !explanations.explain(place, damage, broken, fault))
          .map(fault -> what + " has raised " + fault)
          .toList();
    } catch (RuntimeException e) {
      throw new AssertionError(what + " breaks what reads or judges it", e);
    }
  }

  @Test
  void deviceWhoseReadsTimeOutRaisesOnlyThatItsSensorIsDead() throws Exception {
    try (var board = new BrokenBoard(folder)) {
      Scan healthy = board.healthy();
      List<String> components =
          healthy.readings().stream()
              .filter(Reading::good)
              .map(Reading::component)
              .distinct()
              .toList();
      assertTrue(components.size() > 20, components::toString);
      for (String device : components) {
        assertEquals(Set.of("AGT-A01 " + device), board.told(timedOut(healthy, device)), device);
      }
    }
  }

  /** The scan in which that component times out. */
  private static Scan timedOut(Scan healthy, String component) {
    Duration later = Duration.ofSeconds(10);
    List<Reading> readings =
        healthy.readings().stream()
            .map(r -> r.component().equals(component) && r.good() ? timedOut(r) : r)
            .toList();
    return new Scan(healthy.wall().plus(later), true, later.toNanos(), readings, healthy.sources());
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

  /** With a writer that is silent, it answers EAGAIN to who does not wait. */
  @Test
  void fifoThatNobodyWritesToHangsNothingAndIsADeadSensor() throws Exception {
    try (var board = new BrokenBoard(folder);
        var silent = new RandomAccessFile(board.fifo().toFile(), "rw")) {
      assertTrue(silent.getFD().valid());
      for (Map.Entry<String, String> input : DEVICE_OF_INPUT.entrySet()) {
        Path place = board.root().resolve(input.getKey());
        Scan broken = board.scanBroken(place, Damage.FIFO, new SplittableRandom(SEED));
        assertEquals(Set.of("AGT-A01 " + input.getValue()), board.told(broken), input.getKey());
      }
    }
  }
}
