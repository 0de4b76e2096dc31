package io.panelwatch.agent.health;

import io.panelwatch.hal.Sample;
import java.util.List;

/** What network links and the clock that they keep right say. */
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
        of.reading(Quantity.LINK_TX_PACKETS, link.txPackets()));
  }

  static List<Reading> of(Sample.Clock clock) {
    var of = SampleReader.of(clock);
    return List.of(
        of.reading(Quantity.CLOCK_SYNCHRONISED, clock.synchronised()),
        of.reading(Quantity.CLOCK_ESTIMATED_ERROR_MICROS, clock.estimatedErrorMicros()),
        of.reading(Quantity.CLOCK_UPTIME_SECONDS, clock.uptimeSeconds()),
        of.reading(Quantity.CLOCK_WALL_OFFSET_MILLIS, clock.wallOffsetMillis()));
  }
}
