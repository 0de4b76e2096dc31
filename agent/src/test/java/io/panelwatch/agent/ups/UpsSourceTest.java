package io.panelwatch.agent.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.agent.line.PowerFailSource;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.agent.probe.Witness;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Ups;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A UPS from its server's answers to the fault. */
class UpsSourceTest extends SensorSourceContract {

  private static final UpsAddress ADDRESS = new UpsAddress("kiosk-ups", "127.0.0.1", 3493);

  /** The board's own supplies, which are read and none. */
  private static final SensorSource SUPPLIES =
      ScriptedBoard.source(SensorFamily.POWER_SUPPLIES, List::of);

  private final ManualClock clock = new ManualClock();
  private Optional<UpsAnswer> latest = Optional.empty();
  private final UpsSource source = UpsSource.of(ADDRESS, () -> latest, clock);

  @Override
  protected SensorSource source() {
    has("OL", "100");
    return source;
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.of(UpsSource.of(Optional.empty(), clock));
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() {
    return Optional.empty();
  }

  private Ups ups() {
    return source.read().getFirst();
  }

  private void has(String status, String charge) {
    tells(Map.of("ups.status", status, "battery.charge", charge));
  }

  private void tells(Map<String, String> variables) {
    latest = Optional.of(new UpsAnswer.Told(variables, clock.monotonicNanos()));
  }

  private void refuses(String reason) {
    latest = Optional.of(new UpsAnswer.Refused(reason, clock.monotonicNanos()));
  }

  @Test
  void statusIsASetOfWords() {
    has("OB DISCHRG RB", "57");

    assertEquals(
        new Ups(
            "kiosk-ups",
            "upsd " + ADDRESS,
            Measured.of(true),
            Measured.of(true),
            Measured.of(false),
            Measured.of(57),
            Measured.of(false)),
        ups());
  }

  @Test
  void statusThatSaysNeitherLineNorBatterySaysNothingOfTheMains() {
    has("BYPASS", "not a number");

    assertEquals(Measured.absent(), ups().onBattery());
    assertEquals(Measured.absent(), ups().chargePercent());
    assertTrue(ups().answering().is(1));
  }

  @Test
  void driverThatHasOnlyJustBegunSaysNothing() {
    tells(Map.of("ups.model", "Back-UPS"));

    assertEquals(Measured.notToldYet(), ups().onBattery());
    assertEquals(Measured.notToldYet(), ups().batteryGood());
  }

  @Test
  void upsThatIsSilentSaysWhyAndWhatWasKnownOfIt() {
    has("OB", "9");
    ups();
    refuses("DRIVER-NOT-CONNECTED");

    assertEquals(
        new Ups(
            "kiosk-ups",
            "upsd " + ADDRESS + " (DRIVER-NOT-CONNECTED)",
            Measured.of(false),
            Measured.of(true).asStale(),
            Measured.of(false).asStale(),
            Measured.of(9).asStale(),
            Measured.of(true).asStale()),
        ups());
  }

  @Test
  void answersThatBecomeOldAreNone() {
    has("OL", "100");
    clock.advance(UpsSource.FRESH);
    assertTrue(ups().answering().is(1));

    clock.advance(Duration.ofNanos(1));

    assertTrue(ups().answering().is(0));
    assertEquals("upsd " + ADDRESS + " (no answer)", ups().source());
  }

  @Test
  void nothingIsKnownOfAUpsThatWasNotHeardYet() {
    assertEquals(Measured.notToldYet(), ups().answering());
    assertEquals(Measured.notToldYet(), ups().chargePercent());

    clock.advance(UpsSource.FRESH.plusNanos(1));
    assertTrue(ups().answering().is(0));
  }

  @Test
  @RaisesAndClears("PWR-107")
  void silentUpsIsAFaultAfterAMinuteUntilItSpeaksAgain(Witness witness) throws Exception {
    Story story = story();
    has("OL", "100");
    assertEquals(List.of(), story.sample().told());

    assertEquals(List.of("PENDING PWR-107 kiosk-ups"), silentFor(10, story).told());
    assertEquals(List.of("PENDING PWR-107 kiosk-ups"), silentFor(59, story).told());
    assertEquals(List.of("CONFIRMED PWR-107 kiosk-ups"), silentFor(1, story).told());

    assertEquals(List.of(), hasAfter(10, "OL", "100", story).told());
    witness.saw(story.history());
  }

  @Test
  void boardOnTheBatteryOfItsUpsHasLostItsMains() throws Exception {
    Story story = story();
    has("OL", "100");
    story.sample();
    hasAfter(10, "OB DISCHRG", "93", story);

    assertEquals(
        List.of("CONFIRMED PWR-103 kiosk-ups"), hasAfter(5, "OB DISCHRG", "92", story).told());
    hasAfter(10, "OL CHRG", "80", story);
    assertEquals(List.of(), hasAfter(60, "OL CHRG", "80", story).told());
  }

  @Test
  void upsThatFallsSilentOnItsLastChargeIsNotWellAgain() throws Exception {
    Story story = story();
    has("OB DISCHRG RB", "9");
    story.sample();
    hasAfter(3_600, "OB DISCHRG RB", "9", story);
    List<String> faults =
        List.of(
            "CONFIRMED PWR-103 kiosk-ups",
            "CONFIRMED PWR-104 kiosk-ups",
            "CONFIRMED PWR-105 kiosk-ups");
    assertEquals(faults, story.told());

    for (int minute = 0; minute < 10; minute++) {
      silentFor(60, story);
    }

    var withTheSilence = new ArrayList<>(faults);
    withTheSilence.add("CONFIRMED PWR-107 kiosk-ups");
    assertEquals(withTheSilence, story.told());
  }

  @Test
  void supplyThatAUpsFeedsProvesNoMainsOnceThatUpsIsSilent() throws Exception {
    SensorSource brick =
        ScriptedBoard.source(
            SensorFamily.POWER_SUPPLIES,
            () ->
                List.of(
                    new Sample.PowerSupply(
                        "AC",
                        "/sys/class/power_supply/AC",
                        Sample.PowerSupply.Type.MAINS,
                        false,
                        Measured.of(true),
                        Measured.absent(),
                        Sample.PowerSupply.Status.UNKNOWN,
                        Measured.absent(),
                        Measured.absent())));
    Story story = new Story(clock, List.of(source, brick), Limits.defaults(Catalogue.load()));
    has("OB DISCHRG", "93");
    story.sample();
    hasAfter(10, "OB DISCHRG", "92", story);

    silentFor(10, story);
    silentFor(600, story);

    assertTrue(story.fault("PWR-103", "AC").isPresent());
  }

  @Test
  void upsThatLeavesTheConfigurationTakesItsFaultsAlong() throws Exception {
    Story story = story();
    has("OB DISCHRG RB", "9");
    story.sample();
    hasAfter(3_600, "OB DISCHRG RB", "9", story);
    silentFor(60, story);
    silentFor(60, story);
    assertEquals(4, story.told().size());

    Story without =
        new Story(
                clock,
                List.of(
                    UpsSource.of(Optional.empty(), clock),
                    new PowerFailSource(Optional.empty(), Optional.empty()),
                    SUPPLIES),
                Limits.defaults(Catalogue.load()))
            .resume(story);
    without.sample();
    without.after(Duration.ofHours(3));

    assertEquals(List.of(), without.told());
  }

  @Test
  void upsThatSaysItselfThatItWillSoonEndIsCriticalWhateverItsCharge() throws Exception {
    Story story = story();
    has("OB DISCHRG", "55");
    story.sample();
    hasAfter(10, "OB DISCHRG LB", "54", story);
    hasAfter(30, "OB DISCHRG LB", "53", story);
    assertEquals(Severity.CRITICAL, story.fault("PWR-104", "kiosk-ups").orElseThrow().severity());

    hasAfter(10, "OL CHRG", "60", story);
    assertTrue(hasAfter(60, "OL CHRG", "61", story).fault("PWR-104", "kiosk-ups").isEmpty());
  }

  @Test
  void upsThatTellsNoChargeIsJudgedByItsWordAlone() throws Exception {
    Story story = story();
    has("OB DISCHRG LB", "");
    story.sample();
    assertTrue(hasAfter(30, "OB LB", "", story).fault("PWR-104", "kiosk-ups").isPresent());

    hasAfter(10, "OL CHRG", "", story);
    assertTrue(hasAfter(60, "OL CHRG", "", story).fault("PWR-104", "kiosk-ups").isEmpty());
  }

  @Test
  void upsThatTellsNoChargeWhileItsDriverBeginsIsNotFull() throws Exception {
    Story story = story();
    has("OB DISCHRG", "9");
    story.sample();
    hasAfter(40, "OB DISCHRG", "9", story);

    for (int minute = 0; minute < 10; minute++) {
      clock.advance(Duration.ofMinutes(1));
      tells(Map.of());
      story.after(Duration.ofMinutes(1));
    }

    assertTrue(story.fault("PWR-104", "kiosk-ups").isPresent());
  }

  private Story story() {
    return new Story(clock, List.of(source, SUPPLIES), Limits.defaults(Catalogue.load()));
  }

  private Story hasAfter(int seconds, String status, String charge, Story story)
      throws InterruptedException {
    clock.advance(Duration.ofSeconds(seconds));
    has(status, charge);
    return story.after(Duration.ofSeconds(seconds));
  }

  private Story silentFor(int seconds, Story story) throws InterruptedException {
    clock.advance(Duration.ofSeconds(seconds));
    refuses("DATA-STALE");
    return story.after(Duration.ofSeconds(seconds));
  }
}
