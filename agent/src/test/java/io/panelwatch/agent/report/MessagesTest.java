package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.store.ActiveFaults;
import io.panelwatch.agent.store.OutboxPlace;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of faults, against examples that are written out in full. */
class MessagesTest {

  private static final AlarmLoad QUIET =
      new AlarmLoad(0, 0, 0, false, 0, Map.of(), Optional.empty());

  private final ManualClock clock = new ManualClock();
  private final ReportEncoder encoder = new ReportEncoder(Bench.PROFILE, clock);

  private static Map<String, Object> golden(String name) throws IOException {
    try (var in = MessagesTest.class.getResourceAsStream(name)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void raisedFaultIsTheCloudEventOfTheContract() throws IOException {
    Fault third = TestFaults.stoppedFan("f-1", 1, true, "boot-1", counted(0, "boot-1"));
    FaultTransition raised = TestFaults.told(FaultTransition.Kind.RAISED, third);

    String event = encoder.encode(raised, new OutboxPlace(1_900_000_001, 7, true));

    assertEquals(golden("fault-raised.json"), Json.parse(event));
  }

  private static Occurrence counted(int cleanCycles, String failedIn) {
    return new Occurrence(3, 2, cleanCycles, DtcStatus.failedIn(failedIn));
  }

  /** Nobody has looked yet whether it still is; as long as that is so, it is taken for active. */
  @Test
  void faultOfAnEarlierBootHasNotFailedInThisOneAndIsNotTestedInIt() {
    Map<String, Object> dtc = dtc(counted(0, "boot-0"), true);

    assertEquals(true, dtc.get("failedNow"));
    assertEquals(true, dtc.get("confirmed"));
    assertEquals(false, dtc.get("failedThisBoot"));
    assertEquals(false, dtc.get("testedThisBoot"));
  }

  @Test
  void faultThatWasWellIsTestedInThisBootAndHasNotFailedInIt() {
    var well = new Occurrence(3, 2, 39, new DtcStatus("boot-1", true, false));
    Map<String, Object> dtc = dtc(well, false);

    assertEquals(true, dtc.get("testedThisBoot"));
    assertEquals(false, dtc.get("failedThisBoot"));
    assertEquals(true, dtc.get("confirmed"));
  }

  @Test
  void faultThatHasAgedIsConfirmedNoMore() {
    assertEquals(false, dtc(counted(Occurrence.AGED, "boot-0"), false).get("confirmed"));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> dtc(Occurrence occurrence, boolean active) {
    Fault fault = TestFaults.stoppedFan("f-1", 2, active, "boot-0", occurrence);
    FaultTransition told = TestFaults.told(FaultTransition.Kind.RESOLVED, fault);
    Map<String, Object> event = Json.parse(encoder.encode(told, new OutboxPlace(1, 7, true)));
    return (Map<String, Object>) ((Map<String, Object>) event.get("data")).get("dtc");
  }

  @Test
  void sameQuantityOfTwoComponentsIsTwoKeysOfTheFreezeFrame() {
    var frame = new FreezeFrame(List.of(), List.of(isMains("mains", 1), isMains("battery", 0)));

    String body = Json.object(json -> FaultBody.writeFreezeFrame(json, frame));

    Map<?, ?> raw = (Map<?, ?>) ((Map<?, ?>) Json.parse(body).get("freezeFrame")).get("raw");
    assertEquals(Set.of("mains/supply.mains", "battery/supply.mains"), raw.keySet());
  }

  private static Reading isMains(String component, double value) {
    return new Reading(
        Quantity.SUPPLY_IS_MAINS,
        component,
        OptionalDouble.of(value),
        Quality.GOOD,
        0,
        "/sys/class/power_supply/" + component);
  }

  @Test
  void whatStandsForADiskIsInNoMessage() {
    var identity =
        new Reading(
            Quantity.SMART_IDENTITY,
            "sda",
            OptionalDouble.of(0x1234),
            Quality.GOOD,
            0,
            "/run/panelwatch/smart");
    var frame =
        new FreezeFrame(List.of(new FreezeFrame.Before(clock.wall(), identity)), List.of(identity));
    var scan = new Scan(clock.wall(), true, 0, List.of(identity));

    String event = Json.object(json -> FaultBody.writeFreezeFrame(json, frame));
    String health =
        HealthMessage.of(
            new Health(scan, Map.of(), QUIET, Optional.empty(), Duration.ofSeconds(30)),
            new OutboxStatus(11, 4, 9, 6, Optional.empty()),
            clock);

    assertEquals(
        Map.of("freezeFrame", Map.of("before", List.of(), "raw", Map.of())), Json.parse(event));
    assertEquals(List.of(), Json.parse(health).get("readings"));
  }

  @Test
  void eventThatMovesChangesItsPlaceAndNothingElse() {
    String here = encoder.encode(TestFaults.raised("f-1"), new OutboxPlace(11, 7, true));
    String there = encoder.encode(TestFaults.raised("f-1"), new OutboxPlace(12, 1, true));

    assertEquals(Json.parse(there), Json.parse(encoder.moved(here, 12, 1)));
  }

  @Test
  void briefEventIsTheSameWithoutWhatWasReadAndAdvised() {
    String whole = encoder.encode(TestFaults.raised("f-1"), new OutboxPlace(11, 7, true));
    String brief = encoder.brief(whole);

    Map<String, Object> expected = Json.parse(whole);
    var without = new LinkedHashMap<Object, Object>((Map<?, ?>) expected.get("data"));
    without.put("advice", List.of());
    without.put("freezeFrame", Map.of("before", List.of(), "raw", Map.of()));
    expected.put("data", without);
    assertEquals(expected, Json.parse(brief));
    assertTrue(brief.length() < whole.length());
  }

  @Test
  void skippedEventHoldsItsPlaceOnly() {
    Map<String, Object> event = Json.parse(encoder.skipped(11, 7));

    assertEquals("kiosk-1:11:7", event.get("id"));
    assertEquals("io.panelwatch.skipped.v1", event.get("type"));
    assertEquals(Map.of("epoch", 11L, "seq", 7L), event.get("data"));
  }

  @Test
  void clockThatWasNotTrustedWhenItHappenedIsSaidOfTheEventsTime() {
    Fault fault = TestFaults.stoppedFan("f-1", 1, true);
    var at = new Stamp(fault.last(), false, "boot-1", 0);
    var raised = new FaultTransition(FaultTransition.Kind.RAISED, fault, at, Actor.AGENT);

    String event = encoder.encode(raised, new OutboxPlace(11, 7, true));

    assertEquals(false, Json.parse(event).get("clocktrusted"));
    assertEquals(true, clock.wallTrusted(), "by now it is");
  }

  @Test
  void whatPeopleDidWithAFaultIsToldWithIt() {
    Fault fault = TestFaults.stoppedFan("f-1", 3, true);
    var at = new Stamp(Instant.parse("2026-03-01T09:00:00Z"), true, "boot-1", 7_200_000);
    var ann = new Actor(Actor.Kind.BUTTONS, "ann");
    var standing =
        new Standing(
            true,
            true,
            Optional.of(new Acknowledged(ann, at)),
            Optional.of(new Shelf("FAN-201", "fan1", at, Optional.of(Duration.ofHours(2)), ann)),
            Optional.of("v-1"),
            Optional.of(
                new Resolution(ann, Optional.of(at), "replaced", "Fan 60x60x15", true, false)));
    var resolved =
        new FaultTransition(FaultTransition.Kind.RESOLVED, fault.with(standing), at, ann);

    Map<String, Object> event = Json.parse(encoder.encode(resolved, new OutboxPlace(11, 7, true)));

    Map<?, ?> data = (Map<?, ?>) event.get("data");
    Map<?, ?> state = (Map<?, ?>) data.get("state");
    assertEquals(3L, data.get("rev"));
    assertEquals(true, state.get("latched"));
    assertEquals(true, state.get("acknowledged"));
    assertEquals("2026-03-01T11:00:00Z", state.get("shelvedUntil"));
    assertEquals(false, state.get("outOfService"));
    assertEquals(true, state.get("flapping"));
    assertEquals("v-1", state.get("visit"));
    assertEquals(
        Map.of(
            "by",
            "ann",
            "at",
            "2026-03-01T09:00:00Z",
            "action",
            "replaced",
            "part",
            "Fan 60x60x15",
            "verified",
            true),
        data.get("resolution"));
  }

  @Test
  void signOffIsInTheListOfActiveFaultsAsInTheEvent() {
    var ann = new Actor(Actor.Kind.SHELL, "ann");
    Standing signedOff =
        Standing.NEW.withResolution(
            new Resolution(ann, Optional.empty(), "replaced", "", true, false));
    Fault fault = TestFaults.stoppedFan("f-1", 3, true);

    for (Fault told : List.of(fault, fault.with(signedOff))) {
      FaultTransition resolved = TestFaults.told(FaultTransition.Kind.RESOLVED, told);
      Map<?, ?> event = Json.parse(encoder.encode(resolved, new OutboxPlace(11, 7, true)));
      assertEquals(((Map<?, ?>) event.get("data")).get("resolution"), listed(told, "resolution"));
    }
    var listed = (Map<?, ?>) listed(fault.with(signedOff), "resolution");
    assertEquals("ann", listed.get("by"));
    assertTrue(listed.containsKey("at"), listed::toString);
    assertNull(listed.get("at"), "nobody knows, of what an earlier version has kept");
  }

  /** What the list of active faults has under that key. */
  private static Object listed(Fault fault, String key) {
    var outbox = new OutboxStatus(11, 4, 9, 6, Optional.empty());
    String list =
        ActiveFaultsMessage.of(Bench.PROFILE, new ActiveFaults(List.of(fault), outbox, true), true);
    return ((Map<?, ?>) ((List<?>) Json.parse(list).get("faults")).getFirst()).get(key);
  }

  @Test
  void faultThatComesAndGoesTooOftenIsToldAsSuch() {
    Fault fault = TestFaults.stoppedFan("f-1", 3, true).with(Standing.NEW.withFlapping(true));

    var event =
        Json.parse(
            encoder.encode(
                TestFaults.told(FaultTransition.Kind.UPDATED, fault),
                new OutboxPlace(11, 7, true)));

    Map<?, ?> state = (Map<?, ?>) ((Map<?, ?>) event.get("data")).get("state");
    assertEquals(true, state.get("flapping"));
  }

  @Test
  void whatIsOutOfServiceHasNoEndAndIsToldAsSuchInEventsAndInTheList() {
    Fault fault = TestFaults.stoppedFan("f-1", 3, true);
    var at = new Stamp(Instant.parse("2026-03-01T09:00:00Z"), true, "boot-1", 7_200_000);
    var ann = new Actor(Actor.Kind.SHELL, "ann");
    var shelf = new Shelf("FAN-201", "fan1", at, Optional.empty(), ann);
    Fault out = fault.with(Standing.NEW.withShelf(Optional.of(shelf)));
    var taken = new FaultTransition(FaultTransition.Kind.SHELVED, out, at, ann);

    var event = Json.parse(encoder.encode(taken, new OutboxPlace(11, 7, true)));
    var outbox = new OutboxStatus(11, 4, 9, 6, Optional.empty());
    var list =
        Json.parse(
            ActiveFaultsMessage.of(
                Bench.PROFILE, new ActiveFaults(List.of(out), outbox, true), true));

    Map<?, ?> told = (Map<?, ?>) event.get("data");
    Map<?, ?> listed = (Map<?, ?>) ((List<?>) list.get("faults")).getFirst();
    for (Map<?, ?> body : List.of(told, listed)) {
      Map<?, ?> state = (Map<?, ?>) body.get("state");
      assertNull(state.get("shelvedUntil"));
      assertEquals(true, state.get("outOfService"));
    }
  }

  @Test
  void activeFaultsCarryTheLastSeqAndNoFreezeFrame() {
    var outbox = new OutboxStatus(11, 4, 9, 6, Optional.empty());
    String json =
        ActiveFaultsMessage.of(
            Bench.PROFILE,
            new ActiveFaults(List.of(TestFaults.raised("f-1").fault()), outbox, true),
            true);

    Map<String, Object> message = Json.parse(json);
    assertEquals(9L, message.get("lastSeq"));
    assertEquals(11L, message.get("epoch"));
    Map<?, ?> fault = (Map<?, ?>) ((List<?>) message.get("faults")).getFirst();
    assertEquals("f-1", fault.get("faultId"));
    assertTrue(!fault.containsKey("freezeFrame") && !fault.containsKey("seq"));
  }
}
