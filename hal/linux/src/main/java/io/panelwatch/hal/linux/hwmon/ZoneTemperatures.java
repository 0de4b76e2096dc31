package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.hwmon.ChipTemperatures.LEAST_CRIT;
import static io.panelwatch.hal.linux.hwmon.ChipTemperatures.MOST_LIMIT;
import static io.panelwatch.hal.linux.hwmon.ChipTemperatures.toCelsius;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.Temperature;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfZone;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the temperatures of thermal zones. Thread-safe. */
final class ZoneTemperatures {

  private final SmallFiles files;
  private final Attributes attributes;

  /** Which trip point of a zone that is, which never changes. */
  private final Map<ThermalZones.Zone, Optional<String>> criticalTrips = new ConcurrentHashMap<>();

  ZoneTemperatures(SmallFiles files, Attributes attributes) {
    this.files = files;
    this.attributes = attributes;
  }

  /** Reads a zone. */
  Temperature read(OfZone planned) {
    return temperature(planned, celsius(planned.zone()), critical(planned.zone()));
  }

  /** What is told of a zone while it cannot be read. */
  Temperature unread(OfZone planned, Measured.Failed why) {
    return temperature(planned, why, Measured.absent());
  }

  /** Keeps nothing of zones that are gone, or that became others. */
  void listed(Collection<ThermalZones.Zone> there) {
    criticalTrips.keySet().retainAll(there);
  }

  private static Temperature temperature(OfZone planned, Measured celsius, Measured critical) {
    Measured none = Measured.absent();
    return new Temperature(
        planned.component(),
        planned.zone().folder() + "/temp",
        planned.place(),
        celsius,
        none,
        critical,
        none,
        "",
        none,
        none);
  }

  /**
   * A zone that its firmware has disabled answers with an error, or a number that means nothing.
   */
  private Measured celsius(ThermalZones.Zone zone) {
    boolean disabled =
        zone.hasMode() && attributes.text(zone.folder(), "mode").or("").equals("disabled");
    return disabled ? Measured.absent() : toCelsius(temp(zone));
  }

  private Measured temp(ThermalZones.Zone zone) {
    return Places.isRadio(zone.type())
        ? attributes.limit(zone.folder(), "temp")
        : attributes.reading(zone.folder(), "temp");
  }

  /** The trip point at which the kernel shuts down. */
  private Measured critical(ThermalZones.Zone zone) {
    Optional<String> known = criticalTrips.get(zone);
    if (known == null) {
      known = zone.criticalTrip(files);
      criticalTrips.put(zone, known);
    }
    return known
        .map(trip -> toCelsius(attributes.limit(zone.folder(), trip)))
        .map(crit -> Attributes.within(crit, LEAST_CRIT, MOST_LIMIT))
        .orElse(Measured.absent());
  }
}
