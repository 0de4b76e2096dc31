package io.panelwatch.agent.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.probe.RaisesAndClears;
import io.panelwatch.agent.probe.Story;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Ups;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A UPS from its server's answers to the fault. */
class UpsSourceTest extends SensorSourceContract {

  private final ManualClock clock = new ManualClock();
  private NutServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new NutServer();
    server.has("OL", "100");
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Override
  protected SensorSource source() {
    return new UpsSource(Optional.of(server.address()));
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.of(new UpsSource(Optional.empty()));
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() {
    return Optional.empty();
  }

  private Ups ups() {
    return new UpsSource(Optional.of(server.address())).read().getFirst();
  }

  @Test
  void statusIsASetOfWords() {
    server.has("OB DISCHRG RB", "57");

    assertEquals(
        new Ups(
            "kiosk-ups",
            "upsd " + server.address(),
            Measured.of(true),
            Measured.of(true),
            Measured.of(57),
            Measured.of(false)),
        ups());
  }

  @Test
  void statusThatSaysNeitherLineNorBatterySaysNothingOfTheMains() {
    server.has("BYPASS", "not a number");

    assertEquals(Measured.absent(), ups().onBattery());
    assertEquals(Measured.absent(), ups().chargePercent());
    assertTrue(ups().answering().is(1));
  }

  @Test
  void upsThatIsSilentSaysWhy() throws IOException {
    server.answers("ERR DRIVER-NOT-CONNECTED\n");
    assertEquals("upsd " + server.address() + " (DRIVER-NOT-CONNECTED)", ups().source());
    assertTrue(ups().answering().is(0));

    server.close();
    assertEquals("upsd " + server.address() + " (no answer)", ups().source());
  }

  @Test
  @RaisesAndClears("PWR-107")
  void silentUpsIsAFaultAfterAMinuteUntilItSpeaksAgain() throws Exception {
    Story story = story();
    assertEquals(List.of(), story.sample().told());
    server.answers("ERR DATA-STALE\n");

    assertEquals(List.of("PENDING PWR-107 kiosk-ups"), after(story, 10).told());
    assertEquals(List.of("PENDING PWR-107 kiosk-ups"), after(story, 59).told());
    assertEquals(List.of("CONFIRMED PWR-107 kiosk-ups"), after(story, 1).told());

    server.has("OL", "100");
    after(story, 10);
    assertEquals(List.of("CONFIRMED PWR-107 kiosk-ups"), after(story, 119).told());
    assertEquals(List.of(), after(story, 1).told());
  }

  @Test
  void boardOnTheBatteryOfItsUpsHasLostItsMains() throws Exception {
    Story story = story();
    story.sample();
    server.has("OB DISCHRG", "93");
    after(story, 10);

    assertEquals(List.of("CONFIRMED PWR-103 kiosk-ups"), after(story, 5).told());
    server.has("OL CHRG", "80");
    after(story, 10);
    assertEquals(List.of(), after(story, 60).told());
  }

  private Story story() {
    return new Story(clock, List.of(source()), Limits.defaults(Catalogue.load()));
  }

  private Story after(Story story, int seconds) throws InterruptedException {
    clock.advance(Duration.ofSeconds(seconds));
    return story.after(Duration.ofSeconds(seconds));
  }
}
