package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpMessageReaderTest {

  private static final String UP = "panelwatch/v1/demo-1/up/";

  @Test
  void aFaultEventIsARowWithItsFacts() throws BadMessageException {
    FaultFacts facts = Reports.symptomOf("f-0", Reports.fan("f-1"));
    ReportRow row = Reports.change(3, Transition.RAISED, facts);
    assertEquals(Optional.of(row), read("fault", row.json()));
  }

  @Test
  void whatWasDoneOnTheDeviceIsARowWithWhoDidItAndToWhat() throws BadMessageException {
    ReportRow row = Reports.service(3, ReportRow.Service.SIGNED_OFF, "f-1");
    assertEquals(Optional.of(row), read("service", row.json()));

    String pressed = row.json().replace("\"shell\",\"name\":\"lin\"", "\"buttons\",\"name\":\"\"");
    ReportRow by = assertInstanceOf(ReportRow.class, read("service", pressed).orElseThrow());
    assertEquals(
        new ReportRow.Service(ReportRow.Service.SIGNED_OFF, "f-1", "buttons"), by.content());
  }

  @Test
  void eventOfANewerDeviceKeepsItsPlace() throws BadMessageException {
    String json = "{\"id\":\"demo-1:7:3\",\"type\":\"io.panelwatch.later.v2\"}";
    ReportRow row = assertInstanceOf(ReportRow.class, read("service", json).orElseThrow());
    assertEquals(new ReportRow.Service("io.panelwatch.later.v2", "", ""), row.content());
  }

  @Test
  void aSkippedRowHasNothingButItsIdentity() throws BadMessageException {
    assertEquals(Optional.of(Reports.skipped(4)), read("fault", Reports.skipped(4).json()));
  }

  @Test
  void statusSaysWhatTheOutboxStillHas() throws BadMessageException {
    assertEquals(
        Optional.of(new UpMessage.Status("demo-1", true, 7, 3, 9)),
        read("status", "{\"online\":true,\"epoch\":7,\"oldestSeq\":3,\"lastSeq\":9,\"new\":[1]}"));
  }

  @Test
  void theActiveListHoldsFaults() throws BadMessageException {
    FaultFacts fan = Reports.fan("f-1");
    String json =
        "{\"epoch\":7,\"lastSeq\":9,\"faults\":[" + Reports.dataJson(Transition.RAISED, fan) + "]}";
    assertEquals(
        Optional.of(new UpMessage.ActiveFaults("demo-1", 7, 9, List.of(fan))),
        read("faults/active", json));
  }

  @Test
  void alarmThatIsShelvedOrOutOfServiceIsPutAside() throws BadMessageException {
    FaultFacts aside = Reports.putAside(Reports.fan("f-1"));
    ReportRow outOfService = Reports.change(3, Transition.SHELVED, aside);
    assertEquals(Optional.of(outOfService), read("fault", outOfService.json()));

    String shelved =
        outOfService
            .json()
            .replace("\"outOfService\":true", "\"outOfService\":false")
            .replace("\"shelvedUntil\":null", "\"shelvedUntil\":\"2026-03-01T10:00:00Z\"");
    ReportRow row = assertInstanceOf(ReportRow.class, read("fault", shelved).orElseThrow());
    assertEquals(new ReportRow.FaultChange(Transition.SHELVED, aside), row.content());
  }

  @Test
  void repairThatIsVerifiedCountsUntilTheFaultBecomesWorse() throws BadMessageException {
    FaultFacts fan = Reports.fan("f-1");
    ReportRow verified = Reports.change(3, Transition.RESOLVED, Reports.repaired(fan));
    assertEquals(Optional.of(verified), read("fault", verified.json()));

    String worse = verified.json().replace("\"acknowledged\":true", "\"acknowledged\":false");
    ReportRow row = assertInstanceOf(ReportRow.class, read("fault", worse).orElseThrow());
    assertEquals(new ReportRow.FaultChange(Transition.RESOLVED, fan), row.content());
  }

  @Test
  void otherTopicsAreOnlyShown() throws BadMessageException {
    assertEquals(Optional.empty(), read("health", "{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"id\":\"demo-1:7:1\"",
        "{\"id\":\"demo-1:7:0\",\"type\":\"io.panelwatch.skipped.v1\"}",
        "{\"id\":\"demo-2:7:1\",\"type\":\"io.panelwatch.skipped.v1\"}",
        "{\"id\":\"demo-1:7:9999999999999999\",\"type\":\"io.panelwatch.skipped.v1\"}",
        "{\"id\":7}"
      })
  void whatBreaksTheContractIsRefused(String json) {
    assertThrows(BadMessageException.class, () -> read("fault", json));
  }

  @Test
  void rowWhoseContentBreaksTheContractKeepsItsPlaceOrAllBehindItWouldWait()
      throws BadMessageException {
    String json = "{\"id\":\"demo-1:7:3\",\"type\":\"io.panelwatch.fault.raised.v1\"}";
    ReportRow row = assertInstanceOf(ReportRow.class, read("fault", json).orElseThrow());
    assertEquals(3, row.seq());
    assertInstanceOf(ReportRow.Unreadable.class, row.content());
  }

  @Test
  void deepNestingAndOversizeAreRefusedWithoutHarm() {
    assertThrows(BadMessageException.class, () -> read("fault", "{\"a\":" + "[".repeat(200_000)));
    assertThrows(
        BadMessageException.class,
        () -> read("fault", " ".repeat(UpMessageReader.MAX_PAYLOAD_BYTES + 1)));
  }

  @Test
  void theSentenceNamesTheFieldAndWhatIsExpected() {
    var error =
        assertThrows(BadMessageException.class, () -> read("status", "{\"epoch\":\"seven\"}"));
    assertEquals("epoch: expected an integer from 0 to 9007199254740991", error.getMessage());
  }

  private static Optional<UpMessage> read(String topic, String json) throws BadMessageException {
    return UpMessageReader.read(UP + topic, json.getBytes(StandardCharsets.UTF_8));
  }
}
