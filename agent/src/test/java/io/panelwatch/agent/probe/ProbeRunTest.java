package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ProbeRunTest {

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private final AtomicInteger reads = new AtomicInteger();
  private final ScriptedBoard board =
      new ScriptedBoard(
          ScriptedBoard.source(
              SensorFamily.FANS,
              () -> {
                reads.incrementAndGet();
                return List.of(stoppedFan());
              }));

  @Test
  void oneSampleShowsAFaultAsPending() throws Exception {
    ProbeReport report = probe(1, 10, ProbeRun.Pace.RECORDED);

    ProbeFault fault = report.faults().getFirst();
    assertEquals("FAN-201", fault.code());
    assertEquals("fan1", fault.component());
    assertEquals(ProbeFault.State.PENDING, fault.state());
    assertEquals(Severity.CRITICAL, fault.severity());
    assertEquals("/hwmon/fan1_input", fault.source());
    assertEquals("A fan stands still", fault.symptom().en());
    assertFalse(report.hasConfirmed(Severity.MINOR));
  }

  @Test
  void samplesThatReachOverTheOnDelayConfirmIt() throws Exception {
    assertEquals(
        ProbeFault.State.PENDING,
        probe(3, 10, ProbeRun.Pace.RECORDED).faults().getFirst().state(),
        "0, 10 and 20 s");
    ProbeReport report = probe(4, 10, ProbeRun.Pace.RECORDED);
    assertEquals(ProbeFault.State.CONFIRMED, report.faults().getFirst().state(), "at 30 s");
    assertTrue(report.hasConfirmed(Severity.CRITICAL));
    assertEquals(8, report.readings().size(), "of the last sample alone");
  }

  @Test
  void everySourceIsReadAtEverySample() throws Exception {
    probe(5, 1, ProbeRun.Pace.RECORDED);

    assertEquals(5, reads.get());
  }

  @Test
  void liveBoardIsWaitedForAndARecordedOneIsNot() throws Exception {
    long start = board.clock.monotonicNanos();
    probe(4, 10, ProbeRun.Pace.RECORDED);
    assertEquals(0, board.clock.monotonicNanos() - start);

    probe(4, 10, ProbeRun.Pace.LIVE);
    assertEquals(Duration.ofSeconds(30).toNanos(), board.clock.monotonicNanos() - start);
  }

  @Test
  void deviceOfARecordingMayTakeAMinuteOnABusyHost() throws Exception {
    var slow = new SlowSource();

    ProbeReport report =
        ProbeRun.over(new ScriptedBoard(slow), 1, Duration.ZERO, LIMITS, ProbeRun.Pace.RECORDED);

    assertEquals(Duration.ofMinutes(1), slow.allowed.join());
    assertEquals("FAN-201", report.faults().getFirst().code());
  }

  @Test
  void noSampleAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> probe(0, 10, ProbeRun.Pace.RECORDED));
    assertThrows(IllegalArgumentException.class, () -> probe(1, -1, ProbeRun.Pace.RECORDED));
  }

  private ProbeReport probe(int samples, int everySeconds, ProbeRun.Pace pace)
      throws InterruptedException {
    return ProbeRun.over(board, samples, Duration.ofSeconds(everySeconds), LIMITS, pace);
  }

  private static Sample stoppedFan() {
    Measured none = Measured.absent();
    return new Sample.Fan(
        "fan1",
        "/hwmon/fan1_input",
        Measured.of(0),
        Measured.of(600),
        none,
        none,
        none,
        none,
        none,
        "");
  }

  /** Answers only once somebody has asked whether a device keeps it too long. */
  private static final class SlowSource implements SensorSource {
    private final CompletableFuture<Duration> allowed = new CompletableFuture<>();

    @Override
    public SensorFamily family() {
      return SensorFamily.FANS;
    }

    @Override
    public String lookedIn() {
      return "/slow";
    }

    @Override
    public List<Sample> read() {
      allowed.join();
      return List.of(stoppedFan());
    }

    @Override
    public boolean leaveHungDevice(Duration longest) {
      allowed.complete(longest);
      return false;
    }
  }
}
