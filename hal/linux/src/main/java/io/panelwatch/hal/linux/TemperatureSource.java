package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The temperatures of all hwmon chips and thermal zones.
 *
 * <p>The kernel makes a hwmon chip of most thermal zones. Those chips are left out: one hot zone is
 * one hot zone. Which of them stand for a processor, {@link Places} says.
 */
final class TemperatureSource implements SensorSource {

  private static final List<String> ANY_OF = List.of("_input");

  /** Nothing on a board is told to stop below the first, or survives the last. */
  private static final double LEAST_CRIT = 40;

  private static final double LEAST_MAX = 30;
  private static final double LEAST_HYST = 20;
  private static final double MOST_LIMIT = 150;

  private final Tree tree;
  private final Attributes attributes;
  private final Chips chips;
  private final ThermalZones zones;

  TemperatureSource(Tree tree) {
    this.tree = tree;
    var files = new SmallFiles(tree);
    attributes = new Attributes(files);
    chips = new Chips(tree, files);
    zones = new ThermalZones(tree, attributes);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.TEMPERATURES;
  }

  @Override
  public String lookedIn() {
    return tree.path(Chips.FOLDER) + ", " + tree.path(ThermalZones.FOLDER);
  }

  @Override
  public List<Sample.Temperature> read() {
    List<Sample.Temperature> found = new ArrayList<>();
    List<ThermalZones.Zone> all = zones.list();
    Optional<String> socZone = Places.socZone(all.stream().map(ThermalZones.Zone::type).toList());
    var names = new Names();
    for (Chip chip : chips.list()) {
      if (all.stream().noneMatch(zone -> mirrors(chip, zone))) {
        ofChip(chip, socZone.isEmpty(), names, found);
      }
    }
    var types = all.stream().collect(Collectors.groupingBy(ThermalZones.Zone::type));
    for (ThermalZones.Zone zone : all) {
      boolean shared = types.getOrDefault(zone.type(), List.of()).size() > 1;
      String name = shared ? zone.type() + "-" + zone.number() : zone.type();
      found.add(ofZone(names.unique(name), zone, socZone));
    }
    return found;
  }

  /** Whether the kernel made the chip of the zone: by its name, and a device that is the zone. */
  private boolean mirrors(Chip chip, ThermalZones.Zone zone) {
    return chip.name().equals(zone.hwmonName())
        && (chip.deviceFiles().isEmpty()
            || attributes.text(chip.folder() + "/device", "type").or("").equals(zone.type()));
  }

  /** A chip's channels; a processor's whole stands for the SoC where no zone does. */
  private void ofChip(Chip chip, boolean noZoneDoes, Names names, List<Sample.Temperature> found) {
    List<Chip.Channel> temps = chip.channels("temp", ANY_OF);
    List<String> labels = temps.stream().map(this::label).toList();
    OptionalInt soc = noZoneDoes ? Places.wholeProcessor(chip.name(), labels) : OptionalInt.empty();
    for (int i = 0; i < temps.size(); i++) {
      Place place =
          soc.equals(OptionalInt.of(i)) ? Place.SOC : Places.ofChannel(chip.name(), labels.get(i));
      found.add(ofChannel(names.unique(temps.get(i).component()), temps.get(i), place));
    }
  }

  private Sample.Temperature ofChannel(String component, Chip.Channel temp, Place place) {
    String folder = temp.folder();
    String name = temp.name();
    Measured crit = limit(temp, "_crit", LEAST_CRIT);
    Measured fault = attributes.on(folder, name + "_fault");
    return new Sample.Temperature(
        component,
        temp.source(ANY_OF),
        place,
        fault.is(1) ? Measured.absent() : celsius(temp),
        limit(temp, "_max", LEAST_MAX),
        crit,
        critAlarm(temp, crit),
        temp.chip().name(),
        limit(temp, "_crit_hyst", LEAST_HYST),
        fault);
  }

  private Sample.Temperature ofZone(
      String component, ThermalZones.Zone zone, Optional<String> socZone) {
    return new Sample.Temperature(
        component,
        zone.folder() + "/temp",
        place(zone, socZone),
        celsius(zone),
        Measured.absent(),
        Attributes.within(toCelsius(zones.critical(zone)), LEAST_CRIT, MOST_LIMIT),
        Measured.absent(),
        "",
        Measured.absent(),
        Measured.absent());
  }

  private static Place place(ThermalZones.Zone zone, Optional<String> socZone) {
    if (socZone.equals(Optional.of(zone.type()))) {
      return Place.SOC;
    }
    return Places.isAmbient(zone.type()) ? Place.AMBIENT : Place.OTHER;
  }

  private String label(Chip.Channel temp) {
    return temp.has("_label") ? attributes.text(temp.folder(), temp.name() + "_label").or("") : "";
  }

  private Measured celsius(Chip.Channel temp) {
    boolean disabled = attributes.number(temp.folder(), temp.name() + "_enable").is(0);
    return disabled ? Measured.absent() : toCelsius(attributes.input(temp));
  }

  /**
   * A zone that its firmware has disabled answers with an error, or a number that means nothing.
   */
  private Measured celsius(ThermalZones.Zone zone) {
    return attributes.text(zone.folder(), "mode").or("").equals("disabled")
        ? Measured.absent()
        : toCelsius(attributes.reading(zone.folder(), "temp"));
  }

  /** An alarm against a limit that is none means nothing. */
  private Measured critAlarm(Chip.Channel temp, Measured crit) {
    boolean unreal = crit instanceof Measured.Absent && temp.has("_crit");
    return unreal ? Measured.absent() : attributes.on(temp.folder(), temp.name() + "_crit_alarm");
  }

  private static Measured toCelsius(Measured milliCelsius) {
    return Attributes.map(milliCelsius, value -> value / 1000);
  }

  private Measured limit(Chip.Channel temp, String attribute, double least) {
    return Attributes.within(
        toCelsius(attributes.limit(temp.folder(), temp.name() + attribute)), least, MOST_LIMIT);
  }
}
