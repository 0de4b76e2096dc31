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
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.Device;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfChip;
import io.panelwatch.hal.linux.hwmon.TemperaturePlan.OfZone;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The temperatures of all hwmon chips and thermal zones; which they are, a plan says. */
public final class TemperatureSource implements FittedSource {

  /** Asking a disk stops it, and it does not get hot within minutes. */
  private static final Duration DISKS = Duration.ofMinutes(5);

  private final Tree tree;
  private final SmallFiles files;
  private final ClassFolder<Chip> chips;
  private final ClassFolder<ThermalZones.Zone> zones;
  private final ChannelAttributes attributes;
  private final ChipTemperatures ofChips;
  private final ZoneTemperatures ofZones;
  private final DeviceReader<Device, Temperature> reader;

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
    var ofFiles = new Attributes(files);
    attributes = new ChannelAttributes(ofFiles, this::forget);
    ofChips = new ChipTemperatures(attributes, clock, tree.live() ? DISKS : Duration.ZERO);
    ofZones = new ZoneTemperatures(files, ofFiles);
    reader = new DeviceReader<>(new Part(), clock, Device::folder);
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
    return reader.read();
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    return plan(chips.newerThan(Listing.none()), zones.newerThan(Listing.none())).devices().stream()
        .flatMap(this::fitted)
        .toList();
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return reader.leaveHungDevice(longest);
  }

  private Stream<Fitted> fitted(Device device) {
    return switch (device) {
      case OfChip(Chip chip, List<TemperaturePlan.OfChannel> temps) ->
          temps.stream()
              .map(t -> fitted(t.component(), chip.folder(), attributes.label(t.channel())));
      case OfZone zone -> Stream.of(fitted(zone.component(), zone.folder(), ""));
    };
  }

  private Fitted fitted(String component, String folder, String label) {
    return new Fitted(family(), component, folder, label);
  }

  private TemperaturePlan plan(Listing<Chip> ofChips, Listing<ThermalZones.Zone> ofZones) {
    return TemperaturePlan.of(ofChips.devices(), ofZones.devices(), files);
  }

  private void forget() {
    chips.forget();
    zones.forget();
  }

  /** What is read of chips and zones. */
  private final class Part implements DeviceReader.Part<Device, Temperature> {
    private Listing<Chip> seenChips = Listing.none();
    private Listing<ThermalZones.Zone> seenZones = Listing.none();
    private TemperaturePlan plan = TemperaturePlan.NONE;

    @Override
    public List<Device> devices() throws DeviceException {
      Listing<Chip> chipsNow = chips.newerThan(seenChips);
      Listing<ThermalZones.Zone> zonesNow = zones.newerThan(seenZones);
      if (!chipsNow.devices().equals(seenChips.devices())
          || !zonesNow.devices().equals(seenZones.devices())) {
        plan = plan(chipsNow, zonesNow);
        ofChips.forgetDisks();
        ofZones.listed(zonesNow.devices());
      }
      seenChips = chipsNow;
      seenZones = zonesNow;
      return plan.devices();
    }

    @Override
    public boolean areForgotten() {
      return chips.isForgotten() || zones.isForgotten();
    }

    @Override
    public List<Temperature> read(Device device) {
      return switch (device) {
        case OfChip chip -> ofChips.read(chip);
        case OfZone zone -> List.of(ofZones.read(zone));
      };
    }

    @Override
    public List<Temperature> unread(Device device, Measured.Failed why) {
      return switch (device) {
        case OfChip chip -> ofChips.unread(chip, why);
        case OfZone zone -> List.of(ofZones.unread(zone, why));
      };
    }
  }
}
