package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which temperatures of a board are read, what they are called, and what they are the temperature
 * of: everything about them that stays the same from scan to scan.
 *
 * <p>The kernel makes a hwmon chip of most thermal zones. Those chips are left out: one hot zone is
 * one hot zone. Which of the others stand for a processor, {@link Places} says.
 *
 * @param devices chips with temperatures of their own, and all thermal zones behind them
 */
record TemperaturePlan(List<Device> devices) {

  /** What is read by itself. */
  sealed interface Device {
    /** In {@code /sys/class}. */
    String folder();
  }

  /** A chip and its channels. */
  record OfChip(Chip chip, List<OfChannel> channels) implements Device {
    @Override
    public String folder() {
      return chip.folder();
    }
  }

  /** A channel of a chip. */
  record OfChannel(String component, Channel channel, Place place) {}

  /** A thermal zone. */
  record OfZone(String component, ThermalZones.Zone zone, Place place) implements Device {
    @Override
    public String folder() {
      return zone.folder();
    }
  }

  static final List<String> ANY_OF = List.of("_input");

  /** A board without any. */
  static final TemperaturePlan NONE = new TemperaturePlan(List.of());

  TemperaturePlan {
    devices = List.copyOf(devices);
  }

  static TemperaturePlan of(List<Chip> chips, List<ThermalZones.Zone> zones, SmallFiles files) {
    Optional<String> socZone = socZone(chips, zones, files);
    var names = new Names();
    List<Device> devices = new ArrayList<>();
    for (Chip chip : chips) {
      if (zones.stream().noneMatch(zone -> mirrors(chip, zone, files))) {
        devices.add(new OfChip(chip, ofChip(chip, socZone.isEmpty(), names, files)));
      }
    }
    List<String> ofZones =
        names.unique(zones, ThermalZones.Zone::type, zone -> zone.type() + "-" + zone.number());
    for (int i = 0; i < zones.size(); i++) {
      devices.add(new OfZone(ofZones.get(i), zones.get(i), place(zones.get(i), socZone)));
    }
    return new TemperaturePlan(devices);
  }

  /** The type of the zones that stand for the SoC. One of any name does where nothing else can. */
  private static Optional<String> socZone(
      List<Chip> chips, List<ThermalZones.Zone> zones, SmallFiles files) {
    List<String> types = zones.stream().map(ThermalZones.Zone::type).toList();
    Optional<String> named = Places.socZone(types);
    boolean chipDoes = chips.stream().anyMatch(chip -> wholeProcessor(chip, files).isPresent());
    return named.isPresent() || chipDoes ? named : Places.onlyZone(types);
  }

  /** Whether the kernel made the chip of the zone: by its name, and a device that is the zone. */
  private static boolean mirrors(Chip chip, ThermalZones.Zone zone, SmallFiles files) {
    return chip.name().equals(zone.hwmonName())
        && (!chip.hasDevice()
            || files.attribute(chip.folder() + "/device", "type").or("").equals(zone.type()));
  }

  /** A chip's channels; a processor's whole stands for the SoC where no zone does. */
  private static List<OfChannel> ofChip(
      Chip chip, boolean noZoneDoes, Names names, SmallFiles files) {
    List<Channel> temps = chip.channels("temp", ANY_OF);
    List<String> labels = labels(temps, files);
    OptionalInt soc = noZoneDoes ? wholeProcessor(chip, files) : OptionalInt.empty();
    List<OfChannel> channels = new ArrayList<>();
    for (int i = 0; i < temps.size(); i++) {
      Place place =
          soc.equals(OptionalInt.of(i)) ? Place.SOC : Places.ofChannel(chip.name(), labels.get(i));
      channels.add(new OfChannel(names.unique(temps.get(i).component()), temps.get(i), place));
    }
    return channels;
  }

  /** Which of a chip's channels is a whole processor. */
  private static OptionalInt wholeProcessor(Chip chip, SmallFiles files) {
    return Places.wholeProcessor(chip.name(), labels(chip.channels("temp", ANY_OF), files));
  }

  private static List<String> labels(List<Channel> temps, SmallFiles files) {
    return temps.stream()
        .map(
            temp ->
                temp.has("_label")
                    ? files.attribute(temp.folder(), temp.name() + "_label").or("")
                    : "")
        .toList();
  }

  private static Place place(ThermalZones.Zone zone, Optional<String> socZone) {
    if (socZone.equals(Optional.of(zone.type()))) {
      return Place.SOC;
    }
    return Places.isAmbient(zone.type()) ? Place.AMBIENT : Place.OTHER;
  }
}
