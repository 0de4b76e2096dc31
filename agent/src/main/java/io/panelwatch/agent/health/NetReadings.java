package io.panelwatch.agent.health;

import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.Sample;
import java.util.List;

/** What network links, the ways out, and what depends on them say: clock and certificates. */
final class NetReadings {

  private NetReadings() {}

  static List<Reading> of(Sample.NetLink link) {
    var of = SampleReader.of(link);
    return List.of(
        of.reading(Quantity.LINK_CARRIER, link.carrier()),
        of.reading(Quantity.LINK_ADMIN_UP, link.adminUp()),
        of.reading(Quantity.LINK_DEFAULT_ROUTE, link.defaultRoute()),
        of.reading(Quantity.LINK_SPEED_MBPS, link.speedMbps()),
        of.reading(Quantity.LINK_CARRIER_CHANGES, link.carrierChanges()),
        of.reading(Quantity.LINK_FULL_DUPLEX, link.fullDuplex()),
        of.reading(Quantity.LINK_RX_ERRORS, link.rxErrors()),
        of.reading(Quantity.LINK_RX_PACKETS, link.rxPackets()),
        of.reading(Quantity.LINK_TX_ERRORS, link.txErrors()),
        of.reading(Quantity.LINK_TX_PACKETS, link.txPackets()),
        of.reading(Quantity.LINK_EXPECTED_MBPS, link.expectedMbps()),
        of.flag(Quantity.LINK_OF_HARDWARE, link.hardware()));
  }

  static List<Reading> of(Sample.Clock clock) {
    var of = SampleReader.of(clock);
    return List.of(
        of.reading(Quantity.CLOCK_SYNCHRONISED, clock.synchronised()),
        of.reading(Quantity.CLOCK_ESTIMATED_ERROR_MICROS, clock.estimatedErrorMicros()),
        of.reading(Quantity.CLOCK_UPTIME_SECONDS, clock.uptimeSeconds()),
        of.reading(Quantity.CLOCK_WALL_STEP_SECONDS, clock.wallStepSeconds()));
  }

  static List<Reading> of(NetRoute routes) {
    return List.of(
        SampleReader.of(routes).reading(Quantity.ROUTES_DEFAULT, routes.defaultRoutes()));
  }

  static List<Reading> of(Certificate certificate) {
    return List.of(
        SampleReader.of(certificate)
            .reading(Quantity.CERTIFICATE_DAYS_LEFT, certificate.daysLeft()));
  }
}
