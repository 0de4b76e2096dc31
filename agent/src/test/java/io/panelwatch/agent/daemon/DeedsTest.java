package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign-off, and what was looked at with it. */
final class DeedsTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  private final List<String> kept = new ArrayList<>();
  private final List<Action.Inspect> inspected = new ArrayList<>();
  private final Lifecycle lifecycle =
      new Lifecycle(
          Limits.defaults(Catalogue.load()),
          new Boot("boot", 0),
          new FaultIds(),
          (_, _) -> Occurrence.FIRST);
  private final Deeds deeds =
      new Deeds(
          lifecycle,
          new ManualClock(),
          (_, entry) -> kept.add(entry.outcome()),
          (asked, _) -> Optional.of(inspected.add(asked)),
          new Refusals());

  @BeforeEach
  void twoFaultsAreActive() {
    lifecycle.resume(
        Recollection.of(List.of(SampleFault.of("MNT-B01", "F-1"), SampleFault.FAN_STOPPED)));
  }

  @Test
  void inspectionThatWasLostAfterItsSignOffIsMadeByTheNextOne() {
    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("F-1")));
    inspected.clear();

    assertInstanceOf(ActionAnswer.Already.class, deeds.act(signOff("F-1")));

    assertEquals(List.of(new Action.Inspect("fan1", LIN)), inspected);
    assertEquals(List.of(AuditEntry.DONE, "already"), kept);
  }

  @Test
  void signOffOfARepairIsNoInspection() {
    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("f-1")));
    assertEquals(List.of(), inspected);
  }

  private static Action.Resolve signOff(String faultId) {
    return new Action.Resolve(faultId, "", "", false, LIN);
  }
}
