package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.Temperature;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.ClassFolder.Listing;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.Lanes;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfChannel;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfChip;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfZone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The temperatures of all hwmon chips and thermal zones; which they are, a plan says. */
public final class TemperatureSource implements FittedSource {

  /** Nothing on a board is told to stop below the first, or survives the last. */
  private static final double LEAST_CRIT = 40;

  private static final double LEAST_MAX = 30;
  private static final double LEAST_HYST = 20;
  private static final double MOST_LIMIT = 150;

  /** A Mac's controller, which lists the sensors of other models as well. */
  private static final String APPLE = "applesmc";

  /** What it shows for those. */
  private static final double NOT_FITTED = -127;

  /**
   * A disk that shows less, or more, has not measured it: 0 K is what an NVMe shows after a reset.
   */
  private static final double LEAST_OF_A_DISK = -40;

  private static final double MOST_OF_A_DISK = 125;

  /** Asking a disk stops it, and it does not get hot within minutes. */
  private static final Duration DISKS = Duration.ofMinutes(5);

  private final Tree tree;
  private final SmallFiles files;
  private final Attributes attributes;
  private final ChannelAttributes ofChannels;
  private final ClassFolder<Chip> chips;
  private final ClassFolder<ThermalZones.Zone> zones;
  private final Lanes<TemperaturePlan.Device, List<Temperature>> lanes;
  private final Seldom<List<Temperature>> disks;

  /** Sensors of a Mac that showed a temperature once: they are there. */
  private final Set<String> fitted = ConcurrentHashMap.newKeySet();

  /** Which trip point of a zone that is, which never changes. */
  private final Map<ThermalZones.Zone, Optional<String>> criticalTrips = new ConcurrentHashMap<>();

  private Listing<Chip> seenChips = Listing.none();
  private Listing<ThermalZones.Zone> seenZones = Listing.none();
  private TemperaturePlan plan = TemperaturePlan.NONE;

  public TemperatureSource(
      Tree tree,
      SmallFiles files,
      ClassFolder<Chip> chips,
      ClassFolder<ThermalZones.Zone> zones,
      BoardClock clock) {
    this.tree = tree;
    this.files = files;
    this.chips = chips;
    this.zones = zones;
    attributes = new Attributes(files);
    ofChannels =
        new ChannelAttributes(
            attributes,
            () -> {
              chips.forget();
              zones.forget();
            });
    lanes = new Lanes<>(clock, TemperaturePlan.Device::folder);
    disks = new Seldom<>(clock, tree.live() ? DISKS : Duration.ZERO, TemperatureSource::isQuiet);
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
  public List<Temperature> read() throws DeviceException {
    List<Temperature> read = readAll();
    return chips.isForgotten() || zones.isForgotten() ? readAll() : read;
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    TemperaturePlan there =
        TemperaturePlan.of(
            chips.newerThan(Listing.none()).devices(),
            zones.newerThan(Listing.none()).devices(),
            files);
    List<Fitted> fitted = new ArrayList<>();
    for (OfChip chip : there.chips()) {
      for (OfChannel of : chip.channels()) {
        String label = ofChannels.label(of.channel());
        fitted.add(new Fitted(family(), of.component(), chip.chip().folder(), label));
      }
    }
    there
        .zones()
        .forEach(z -> fitted.add(new Fitted(family(), z.component(), z.zone().folder(), "")));
    return fitted;
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private List<Temperature> readAll() throws DeviceException {
    lookForOthers();
    List<Temperature> read = new ArrayList<>();
    for (OfChip chip : plan.chips()) {
      read.addAll(
          lanes.run(
              chip,
              () -> Places.isDisk(chip.chip().name()) ? disk(chip) : ofChip(chip),
              why -> chip.channels().stream().map(temp -> unread(temp, why)).toList()));
    }
    for (OfZone zone : plan.zones()) {
      read.addAll(
          lanes.run(
              zone,
              () -> List.of(ofZone(zone, celsius(zone.zone()), critical(zone.zone()))),
              why -> List.of(ofZone(zone, why, Measured.absent()))));
    }
    return read;
  }

  private void lookForOthers() throws DeviceException {
    Listing<Chip> chipsNow = chips.newerThan(seenChips);
    Listing<ThermalZones.Zone> zonesNow = zones.newerThan(seenZones);
    if (!chipsNow.devices().equals(seenChips.devices())
        || !zonesNow.devices().equals(seenZones.devices())) {
      plan = TemperaturePlan.of(chipsNow.devices(), zonesNow.devices(), files);
      lanes.listed(plan.devices());
      disks.forget();
      criticalTrips.keySet().retainAll(zonesNow.devices());
    }
    seenChips = chipsNow;
    seenZones = zonesNow;
  }

  private List<Temperature> disk(OfChip chip) {
    return disks.read(chip.chip().folder(), () -> ofChip(chip));
  }

  private static boolean isQuiet(List<Temperature> read) {
    return read.stream().allMatch(TemperatureSource::isQuiet);
  }

  /** Not failed, not beyond what any disk has, and not at the limit that it gives itself. */
  private static boolean isQuiet(Temperature temp) {
    double crit = temp.critCelsius().number().orElse(MOST_LIMIT);
    return temp.critAlarm().number().orElse(0) == 0
        && (temp.celsius() instanceof Measured.Value(double celsius)
            ? celsius > LEAST_OF_A_DISK && celsius < Math.min(crit, MOST_OF_A_DISK)
            : !(temp.celsius() instanceof Measured.Failed));
  }

  private List<Temperature> ofChip(OfChip chip) {
    return chip.channels().stream().map(this::ofChannel).toList();
  }

  private Temperature ofChannel(OfChannel planned) {
    Channel temp = planned.channel();
    Measured crit = limit(temp, "_crit", LEAST_CRIT);
    Measured fault = ofChannels.on(temp, "_fault");
    return new Temperature(
        planned.component(),
        temp.source(TemperaturePlan.ANY_OF),
        planned.place(),
        fault.is(1) ? Measured.absent() : celsius(temp),
        limit(temp, "_max", LEAST_MAX),
        crit,
        critAlarm(temp, crit),
        temp.chip(),
        limit(temp, "_crit_hyst", LEAST_HYST),
        fault);
  }

  private static Temperature unread(OfChannel planned, Measured.Failed why) {
    Channel temp = planned.channel();
    Measured none = Measured.absent();
    return new Temperature(
        planned.component(),
        temp.source(TemperaturePlan.ANY_OF),
        planned.place(),
        why,
        none,
        none,
        none,
        temp.chip(),
        none,
        none);
  }

  private static Temperature ofZone(OfZone planned, Measured celsius, Measured critical) {
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

  private Measured celsius(Channel temp) {
    return ofFitted(temp, toCelsius(measured(temp)));
  }

  /** A radio that is off measures nothing, however often it did. */
  private Measured measured(Channel temp) {
    return Places.isRadio(temp.chip())
        ? ofChannels.limit(temp, "_input")
        : ofChannels.measured(temp, "_input");
  }

  private Measured ofFitted(Channel temp, Measured celsius) {
    if (!temp.chip().equals(APPLE)) {
      return celsius;
    }
    if (celsius instanceof Measured.Value && !celsius.is(NOT_FITTED)) {
      fitted.add(temp.component());
    }
    return !celsius.is(NOT_FITTED) || fitted.contains(temp.component())
        ? celsius
        : Measured.absent();
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

  /** An alarm against a limit that is none means nothing. */
  private Measured critAlarm(Channel temp, Measured crit) {
    boolean unreal = crit instanceof Measured.Absent && temp.has("_crit");
    return unreal ? Measured.absent() : ofChannels.on(temp, "_crit_alarm");
  }

  private Measured limit(Channel temp, String attribute, double least) {
    return Attributes.within(toCelsius(ofChannels.limit(temp, attribute)), least, MOST_LIMIT);
  }

  private static Measured toCelsius(Measured milliCelsius) {
    return Attributes.map(milliCelsius, value -> value / 1000);
  }
}
