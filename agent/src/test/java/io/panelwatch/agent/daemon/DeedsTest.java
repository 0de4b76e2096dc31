package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.SampleFault;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign-off, and what was looked at with it. */
final class DeedsTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  private boolean inspects = true;
  private boolean storageRefuses;
  private final List<Deed> kept = new ArrayList<>();
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
          kept::add,
          (asked, at) -> inspects ? Optional.of(looked(asked, at)) : Optional.empty(),
          () -> storageRefuses,
          new Refusals());

  @BeforeEach
  void twoFaultsAreActive() {
    lifecycle.resume(
        Recollection.of(List.of(SampleFault.of("MNT-B01", "F-1"), SampleFault.FAN_STOPPED)));
  }

  @Test
  void signOffAndItsInspectionAreKeptTogether() {
    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("F-1")));

    assertEquals(1, kept.size(), "a power cut leaves all of it or nothing");
    Deed deed = kept.getFirst();
    assertEquals("fan1", deed.looked().orElseThrow().item());
    assertEquals(
        List.of("resolve F-1", "inspect fan1"),
        deed.entries().stream().map(entry -> entry.action() + " " + entry.subject()).toList());
    assertEquals(1, deed.done().transitions().size());
  }

  /** It may have ended, and then it is stored: whoever signs it off tries again. */
  @Test
  void unknownFaultIsRefusedForTheStorageWhileThatRefuses() {
    storageRefuses = true;
    assertEquals(new ActionAnswer.Refused("storage-refuses"), deeds.act(signOff("ENDED")));
    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("F-1")), "which is active");
    storageRefuses = false;
    assertEquals(new ActionAnswer.Refused("no-such-fault"), deeds.act(signOff("NONE")));

    assertEquals(
        List.of("storage-refuses", "done", "no-such-fault"),
        kept.stream()
            .flatMap(deed -> deed.entries().stream())
            .filter(entry -> entry.action().equals("resolve"))
            .map(AuditEntry::outcome)
            .toList());
  }

  @Test
  void signOffOfWhatIsInspectedNoMoreIsOneAllTheSame() {
    inspects = false;

    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("F-1")));

    assertEquals(Optional.empty(), kept.getFirst().looked());
    assertEquals(1, kept.getFirst().entries().size());
  }

  @Test
  void signOffOfARepairIsNoInspection() {
    assertInstanceOf(ActionAnswer.Done.class, deeds.act(signOff("f-1")));
    assertEquals(Optional.empty(), kept.getFirst().looked());
  }

  @Test
  void inspectionIsKeptWithWhoHasLooked() {
    assertEquals(new ActionAnswer.Done(0, true), deeds.act(new Action.Inspect("fans", LIN)));

    assertEquals(LIN, kept.getFirst().looked().orElseThrow().by());
    assertEquals(AuditEntry.DONE, kept.getFirst().entries().getFirst().outcome());
  }

  private static InspectionRecord looked(Action.Inspect asked, Stamp at) {
    return new InspectionRecord(asked.item(), at, asked.by(), Optional.empty(), 0, Set.of());
  }

  private static Action.Resolve signOff(String faultId) {
    return new Action.Resolve(faultId, "", "", false, LIN);
  }
}
