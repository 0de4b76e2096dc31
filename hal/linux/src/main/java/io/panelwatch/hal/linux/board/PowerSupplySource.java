package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.PowerSupply;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.Lanes;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The power supplies of a tree (Documentation/ABI/testing/sysfs-class-power of the kernel). */
public final class PowerSupplySource implements FittedSource {

  private static final String FOLDER = "sys/class/power_supply";

  /** No cell holds this much more than it was made for: one of the two numbers is not true. */
  private static final double MOST_OF_DESIGN = 150;

  /** Gauges that have learned a cell's charge badly go on counting up to there when it is full. */
  private static final double MOST_CAPACITY = 110;

  /** Words of {@code health} that name one (POWER_SUPPLY_HEALTH_TEXT of the kernel). */
  private static final Set<String> DEFECTS =
      Set.of(
          "Overheat",
          "Dead",
          "Over voltage",
          "Under voltage",
          "Unspecified failure",
          "Cold",
          "Watchdog timer expire",
          "Safety timer expire",
          "Over current",
          "Blown fuse",
          "Cell imbalance");

  private static final Pattern WORDS = Pattern.compile("[A-Za-z ]+");

  /** Adapters and batteries as a PC's firmware names them. */
  private static final Pattern ACPI_NAME =
      Pattern.compile("(?<mains>(AC|ACAD|ADP)[0-9]?)|(BAT|CMB)[0-9]?");

  private final Tree tree;
  private final Attributes attributes;
  private final Lanes<String, PowerSupply> lanes;

  /** What each was when it could last be read, by its folder. */
  private final Map<String, PowerSupply> known = new ConcurrentHashMap<>();

  /** What each calls itself, by its folder. */
  private final Map<String, String> models = new ConcurrentHashMap<>();

  public PowerSupplySource(Tree tree, SmallFiles files, BoardClock clock) {
    this.tree = tree;
    attributes = new Attributes(files);
    lanes = new Lanes<>(clock, Function.identity());
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.POWER_SUPPLIES;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<PowerSupply> read() throws DeviceException {
    List<String> there = there();
    List<String> folders = there.stream().map(this::folder).toList();
    known.keySet().retainAll(folders);
    models.keySet().retainAll(folders);
    lanes.listed(folders);
    var names = new Names();
    return there.stream()
        .map(name -> inItsLane(names.unique(Names.clean(name)), folder(name)))
        .toList();
  }

  /** None of them is asked: what a gauge calls itself is known once it was read. */
  @Override
  public List<Fitted> fitted() throws DeviceException {
    var names = new Names();
    return there().stream()
        .map(
            name ->
                new Fitted(
                    family(),
                    names.unique(Names.clean(name)),
                    folder(name),
                    models.getOrDefault(folder(name), "")))
        .toList();
  }

  private List<String> there() throws DeviceException {
    return tree.names(lookedIn()).stream().filter(this::isDevice).toList();
  }

  /** A recording may hold a plain file among the supplies. */
  private boolean isDevice(String name) {
    return !(attributes.text(folder(name), "type") instanceof FileText.Unread unread
        && unread.inNoFolder());
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private String folder(String name) {
    return lookedIn() + "/" + name;
  }

  private PowerSupply inItsLane(String component, String folder) {
    PowerSupply read =
        lanes.run(folder, () -> supply(component, folder), why -> unread(component, folder, why));
    known.put(folder, read);
    return read;
  }

  /** What it is does not change while it hangs; a supply nothing is known of may be of any type. */
  private PowerSupply unread(String component, String folder, Measured.Failed why) {
    PowerSupply before = known.get(folder);
    Measured none = Measured.absent();
    boolean gauge = before != null && !(before.capacityPercent() instanceof Measured.Absent);
    return new PowerSupply(
        component,
        folder,
        before == null ? PowerSupply.Type.OTHER : before.type(),
        before != null && before.deviceScope(),
        gauge ? none : why,
        gauge ? why : none,
        PowerSupply.Status.UNKNOWN,
        none,
        none);
  }

  private PowerSupply supply(String component, String folder) {
    SupplyAttributes supply = SupplyAttributes.of(folder, tree, attributes);
    boolean taken = supply.number("present").is(0);
    if (taken) {
      models.remove(folder); // another one may be put in
    } else if (!models.containsKey(folder)) {
      models.put(folder, supply.text("model_name"));
    }
    return new PowerSupply(
        component,
        folder,
        type(supply),
        supply.text("scope").equals("Device"),
        supply.on("online"),
        taken ? Measured.absent() : capacity(supply),
        taken ? PowerSupply.Status.UNKNOWN : status(supply.text("status")),
        taken ? Measured.absent() : fullOfDesign(supply),
        taken ? Measured.absent() : healthGood(supply));
  }

  /** Gauges that do not count in percent give the charge or the energy, and what full would be. */
  private static Measured capacity(SupplyAttributes supply) {
    Measured counted = supply.number("capacity");
    Measured capacity =
        counted instanceof Measured.Absent
            ? percent(supply, "_now", "_full")
            : Attributes.within(counted, 0, MOST_CAPACITY);
    return Attributes.map(capacity, percent -> Math.min(100, percent));
  }

  private static Measured fullOfDesign(SupplyAttributes supply) {
    return Attributes.within(percent(supply, "_full", "_full_design"), 0, MOST_OF_DESIGN);
  }

  /** A part of a whole, in energy or in charge, whichever the gauge counts. */
  private static Measured percent(SupplyAttributes supply, String part, String whole) {
    Measured none = Measured.absent();
    for (String quantity : List.of("energy", "charge")) {
      Measured held = supply.number(quantity + part);
      Measured most = supply.number(quantity + whole);
      if (held instanceof Measured.Value(double had)
          && most instanceof Measured.Value(double full)
          && had >= 0
          && full > 0) {
        return Measured.of(had * 100 / full);
      }
      none =
          Stream.of(none, held, most)
              .filter(Measured.Failed.class::isInstance)
              .findFirst()
              .orElse(none);
    }
    return none;
  }

  /** What {@code health} says that is neither good nor bad, as {@code Warm}, is no statement. */
  private static Measured healthGood(SupplyAttributes supply) {
    return supply.meaning(
        "health",
        health -> {
          if (!WORDS.matcher(health).matches()) {
            return new Measured.Failed(0, "parse", supply.folder() + "/health");
          }
          return health.equals("Good") || DEFECTS.contains(health)
              ? Measured.of(health.equals("Good"))
              : Measured.absent();
        });
  }

  /**
   * What it calls itself. Recordings without {@code type} exist, as programs make them that go by
   * the names that ACPI gives: {@code AC0}, {@code BAT1}.
   */
  private static PowerSupply.Type type(SupplyAttributes supply) {
    String type = supply.text("type");
    String folder = supply.folder();
    Matcher name = ACPI_NAME.matcher(folder.substring(folder.lastIndexOf('/') + 1));
    if (!type.isEmpty() || !name.matches()) {
      return type(type);
    }
    return name.group("mains") == null ? PowerSupply.Type.BATTERY : PowerSupply.Type.MAINS;
  }

  /** Older kernels tell the kinds of USB ports apart: {@code USB_DCP}, {@code USB_PD}. */
  private static PowerSupply.Type type(String type) {
    return switch (type) {
      case "Mains" -> PowerSupply.Type.MAINS;
      case "Battery" -> PowerSupply.Type.BATTERY;
      case "UPS" -> PowerSupply.Type.UPS;
      default -> type.startsWith("USB") ? PowerSupply.Type.USB : PowerSupply.Type.OTHER;
    };
  }

  private static PowerSupply.Status status(String status) {
    return switch (status) {
      case "Charging" -> PowerSupply.Status.CHARGING;
      case "Discharging" -> PowerSupply.Status.DISCHARGING;
      case "Not charging" -> PowerSupply.Status.NOT_CHARGING;
      case "Full" -> PowerSupply.Status.FULL;
      default -> PowerSupply.Status.UNKNOWN;
    };
  }
}
