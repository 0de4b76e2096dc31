package io.panelwatch.agent.health;

import static io.panelwatch.agent.health.FanSources.FOR_EVER;
import static io.panelwatch.agent.health.FanSources.rails;
import static io.panelwatch.agent.health.FanSources.rpm;
import static io.panelwatch.agent.health.FanSources.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.SensorFamily;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scan that others wait for reads everything and waits for nothing that is slow. */
@Timeout(60)
final class HurriedScanTest {

  @Test
  void scanInAHurryLeavesWhatIsSlowToTheNextOne() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source(), rails(5000)), FOR_EVER)) {
      scanner.scan();
      int before = script.reads.get();
      script.hang();

      var scan = CompletableFuture.supplyAsync(() -> scan(scanner));
      while (script.reads.get() == before) {
        Thread.onSpinWait();
      }
      scanner.hurry();
      Scan left = scan.get();

      assertEquals(Quality.GOOD, rpm(left).quality(), "as it was read before");
      assertTrue(left.answered(SensorFamily.FANS), "late is not hung");
      assertTrue(left.answered(SensorFamily.RAILS), "the others were read");

      var next = CompletableFuture.supplyAsync(() -> scan(scanner));
      script.goOn();
      next.get();
      assertEquals(before + 1, script.reads.get(), "its late answer was waited for and taken");
    }
  }

  @Test
  void scanThatBeginsWhileSomethingElseWaitsIsInAHurryFromItsBeginning() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source(), rails(5000)), FOR_EVER)) {
      scanner.scan();
      script.hang();

      Scan left = scanner.scan(EnumSet.allOf(SensorFamily.class), () -> true);

      assertEquals(Quality.GOOD, rpm(left).quality(), "as it was read before");
      script.goOn();
    }
  }

  @Test
  void hurryIsOfTheScanUnderWayAndOfNoOther() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source()), FOR_EVER)) {
      scanner.hurry();
      int before = script.reads.get();
      script.hang();
      var scan = CompletableFuture.supplyAsync(() -> scan(scanner));
      while (script.reads.get() == before) {
        Thread.onSpinWait();
      }

      assertFalse(scan.isDone());
      script.goOn();
      assertTrue(scan.get().answered(SensorFamily.FANS));
    }
  }
}
