package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Throttling;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What slows the processor down: the counters of x86 (therm_throt of the kernel), and the firmware
 * of a Raspberry Pi.
 *
 * <p>The counters of the processors are told as one, of what they grew since they were first read:
 * processors come and go, and a sum of what they stand at would fall and rise with them.
 */
public final class ThrottlingSource implements SensorSource {

  private static final String CPUS = "sys/devices/system/cpu";
  private static final Pattern CPU = Pattern.compile("cpu[0-9]{1,4}");
  private static final List<String> COUNTERS =
      List.of("core_throttle_count", "package_throttle_count");

  private final Tree tree;
  private final Attributes attributes;
  private final FirmwareBits firmware;
  private final ClassFolder<String> counting;
  private final Map<String, Double> lastCounts = new HashMap<>();
  private ClassFolder.Listing<String> seen = ClassFolder.Listing.none();
  private double grown;

  public ThrottlingSource(Tree tree, SmallFiles files) {
    this.tree = tree;
    attributes = new Attributes(files);
    firmware = new FirmwareBits(tree, attributes);
    counting = new ClassFolder<>(tree, CPUS, "cpu", ThrottlingSource::thatCount);
  }

  private static List<String> thatCount(List<ClassFolder.Entry> cpus) {
    return cpus.stream()
        .filter(cpu -> CPU.matcher(cpu.name()).matches())
        .filter(cpu -> cpu.files().contains("thermal_throttle"))
        .map(cpu -> cpu.folder() + "/thermal_throttle")
        .toList();
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.THROTTLING;
  }

  @Override
  public String lookedIn() {
    return tree.path(CPUS) + ", " + firmware.path();
  }

  @Override
  public List<Throttling> read() throws DeviceException {
    List<Throttling> found = new ArrayList<>();
    seen = counting.newerThan(seen);
    if (!seen.devices().isEmpty()) {
      found.add(new Throttling("cpu", tree.path(CPUS), count(seen.devices()), Measured.absent()));
    }
    Measured slowedDown = firmware.slowedDown();
    if (!(slowedDown instanceof Measured.Absent)) {
      found.add(new Throttling("firmware", firmware.path(), Measured.absent(), slowedDown));
    }
    return found;
  }

  /** Failed where a counter cannot be read and the others have not grown: nobody knows then. */
  private Measured count(List<String> folders) {
    Optional<Measured> failed = Optional.empty();
    double before = grown;
    boolean any = false;
    for (String folder : folders) {
      for (String counter : COUNTERS) {
        switch (attributes.reading(folder, counter)) {
          case Measured.Value(double count) -> {
            any = true;
            Double last = lastCounts.put(folder + "/" + counter, count);
            grown += last == null ? 0 : Math.max(0, count - last);
          }
          case Measured.Failed why -> failed = Optional.of(why);
          case Measured.Absent _, Measured.NotRecorded _, Measured.Stale _, Measured.Denied _ -> {}
        }
      }
    }
    if (failed.isPresent() && grown == before) {
      return failed.get();
    }
    return any ? Measured.of(grown) : Measured.absent();
  }
}
