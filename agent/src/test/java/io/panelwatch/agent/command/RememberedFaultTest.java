package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code faults show} says of how often something failed, and how long ago that is. */
class RememberedFaultTest extends ShellTest {

  @BeforeEach
  void faults() {
    daemon.faults.addAll(List.of(SampleFault.FAN_STOPPED, SampleFault.FAN_CLEARED));
  }

  private static DtcEntry entry(String component, int cleanCycles) {
    var cycle = new DtcEntry.Cycle("boot", 3, true, false);
    return new DtcEntry("FAN-201", component, 5, 2, "f", cleanCycles, cycle, true, false);
  }

  @Test
  void endedFaultSaysHowManyBootsOrDaysWereCleanSince() {
    daemon.memory.add(entry(SampleFault.FAN_CLEARED.component(), 12));

    assertEquals(0, run("faults", "show", "f-0"), err::toString);
    String page = out.toString();
    assertTrue(page.contains("aging         clean boots or days since: 12 of 40\n"), page);
    assertTrue(page.contains(" of 5, 2 of them in this boot\n"), page);
  }

  @Test
  void agedFaultIsHistory() {
    daemon.memory.add(entry(SampleFault.FAN_CLEARED.component(), 40));

    assertEquals(0, run("faults", "show", "f-0"), err::toString);
    assertEquals(0, run("faults", "show", "f-0", "--lang", "zh"), err::toString);
    String page = out.toString();
    assertTrue(page.contains("clean boots or days since: 40 of 40, aged: history\n"), page);
    assertTrue(page.contains("此后无故障的启动或天数：40/40，已成历史\n"), page);
    assertEquals(0, run("faults", "show", "f-0", "--json"), err::toString);
    assertTrue(
        out.toString()
            .contains("\"memory\":{\"total\":5,\"thisBoot\":2,\"cleanCycles\":40,\"aged\":true}"),
        out::toString);
  }

  @Test
  void faultThatIsThereDoesNotAgeAndOneThatNobodyRemembersSaysNothingOfIt() {
    daemon.memory.add(entry(SampleFault.FAN_STOPPED.component(), 0));
    assertEquals(0, run("faults", "show", "f-1"), err::toString);
    daemon.memory.clear();
    assertEquals(0, run("faults", "show", "f-0"), err::toString);

    assertFalse(out.toString().contains("aging"), out::toString);
  }

  @Test
  void storeOfAStoppedAgentSaysTheSame() throws IOException {
    stopDaemon();
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(
          new Batch(
              List.of(TestFaults.raised("F-1"), TestFaults.cleared("F-1")),
              List.of(),
              List.of(entry("fan1", 12)),
              Optional.empty()));
    }

    assertEquals(0, run("faults", "show", "F-1"), err::toString);
    assertTrue(out.toString().contains("clean boots or days since: 12 of 40"), out::toString);
  }
}
