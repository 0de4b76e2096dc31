package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that stores a storm of faults is killed, again and again on the same folder, at a
 * moment that nobody chose: what it had told is there, no seq is missing, and no fan is twice at
 * fault.
 *
 * <p>{@code -Dpanelwatch.kills=200} kills it so often, {@code -Dpanelwatch.seed} at other moments.
 */
final class KilledTest {

  private static final int KILLS = Integer.getInteger("panelwatch.kills", 3);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);
  private static final int FANS = 20;
  private static final OutboxEncoder ENCODER = new PlaceEncoder();
  private static final AuditEntry DEED = TestDeeds.acknowledged("any");

  @TempDir private Path folder;
  private final Set<String> told = new HashSet<>();

  @Test
  void whatWasToldBeforeTheProgramWasKilledIsThere() throws Exception {
    var random = new Random(SEED);
    for (int kill = 1; kill <= KILLS; kill++) {
      kill(random);
      lookAt("kill " + kill + " of -Dpanelwatch.seed=" + SEED);
    }
  }

  /** Lets it tell so much, and no more than it tells meanwhile. */
  private void kill(Random random) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process storm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dtinylog.level=off",
                "-cp",
                classPath,
                KilledTest.class.getName(),
                folder.toString(),
                Long.toString(random.nextLong()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(new InputStreamReader(storm.getInputStream(), StandardCharsets.UTF_8))) {
      int enough = 1 + random.nextInt(300);
      boolean killed = false;
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.add(line);
        if (++count >= enough && !killed) {
          killed = true;
          // By its handle: the process itself would close the stream that is still read.
          storm.toHandle().destroyForcibly();
        }
      }
      assertTrue(killed, "it ended by itself, after lines: " + count);
    }
    storm.waitFor();
  }

  private void lookAt(String when) {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertTrue(store.setAside().isEmpty(), when);
      var there = new HashSet<String>();
      long last = 0;
      for (OutboxRow row : store.outboxAfter(0, 0, Integer.MAX_VALUE)) {
        assertEquals(++last, row.seq(), when);
        there.add(asItWasTold(row));
      }
      assertEquals(last, store.outboxStatus().lastSeq(), when);
      var missing = new HashSet<>(told);
      missing.removeAll(there);
      assertEquals(Set.of(), missing, when);

      var active = new HashSet<String>();
      store.active().forEach(fault -> assertTrue(active.add(fault.component()), when));
      var episodes = new HashSet<String>();
      List<Fault> history = store.history(Integer.MAX_VALUE);
      history.forEach(fault -> assertTrue(episodes.add(occurrenceOf(fault)), when));
    }
  }

  /** Beyond the bound of the outbox a fault is kept in brief, and of a deed its place. */
  private static String asItWasTold(OutboxRow row) {
    boolean deedGivenUp = row.skipped() && row.topic() == OutboxTopic.SERVICE;
    return deedGivenUp
        ? ENCODER.encode(DEED, new OutboxPlace(row.epoch(), row.seq(), true))
        : row.payload().replace(PlaceEncoder.BRIEF, "");
  }

  private static String occurrenceOf(Fault fault) {
    return fault.component() + " " + fault.occurrence().total();
  }

  /** The storm: fans stop and turn again, and each change is told once it is stored. */
  public static void main(String[] arguments) {
    var random = new Random(Long.parseLong(arguments[1]));
    PrintStream out = System.out;
    String boot = UUID.randomUUID().toString();
    try (var store = FaultStore.open(Path.of(arguments[0]), new ManualClock())) {
      Map<String, Fault> stopped = new HashMap<>();
      store.active().forEach(fault -> stopped.put(fault.component(), fault));
      while (!out.checkError()) {
        var transitions = new ArrayList<FaultTransition>();
        for (int n = random.nextInt(4); n >= 0; n--) {
          String fan = "fan" + (random.nextInt(FANS) * 4 + n);
          transitions.add(change(store, stopped, fan, boot));
        }
        List<AuditEntry> done = random.nextBoolean() ? List.of(DEED) : List.of();
        long seq = store.outboxStatus().lastSeq();
        store.commit(new Batch(transitions, List.of(), List.of(), Optional.empty(), done), ENCODER);
        for (FaultTransition transition : transitions) {
          out.println(ENCODER.encode(transition, new OutboxPlace(0, ++seq, true)));
        }
        for (AuditEntry deed : done) {
          out.println(ENCODER.encode(deed, new OutboxPlace(0, ++seq, true)));
        }
        out.flush();
      }
    }
  }

  private static FaultTransition change(
      FaultStore store, Map<String, Fault> stopped, String fan, String boot) {
    Fault known = stopped.remove(fan);
    if (known != null) {
      Fault turning = known.cleared(known.last());
      return TestFaults.told(FaultTransition.Kind.CLEARED, turning);
    }
    Occurrence next = store.nextOccurrence("FAN-201", fan, boot);
    Fault raised = TestFaults.stopped(fan, UUID.randomUUID().toString(), 1, true, boot, next);
    stopped.put(fan, raised);
    return TestFaults.told(FaultTransition.Kind.RAISED, raised);
  }
}
