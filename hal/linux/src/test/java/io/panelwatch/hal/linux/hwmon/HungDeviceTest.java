package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.board.PowerSupplySource;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file of a device hangs, as a driver does whose bus is stuck; everything else is read. */
@Timeout(60)
class HungDeviceTest {

  private static final Duration LONGEST = Duration.ofMillis(250);

  @TempDir Path folder;
  private RecordedTree recorded;
  private Tree tree;
  private final ManualClock clock = new ManualClock();

  /** Reads of paths that end like this pattern hang. */
  private volatile String hanging = "nothing";

  private final CountDownLatch reached = new CountDownLatch(1);

  @BeforeEach
  void emptyTree() {
    recorded = new RecordedTree(folder);
    tree = new Tree(folder);
  }

  private final class HangingFiles extends SmallFiles {
    HangingFiles() {
      super(tree);
    }

    @Override
    public FileText attribute(String where, String name) {
      if ((where + "/" + name).matches(".*(" + hanging + ")")) {
        reached.countDown();
        hang();
      }
      return super.attribute(where, name);
    }

    private void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Reads a source whose file hangs from now on, as somebody does who bounds it. */
  private List<? extends Sample> readWhile(String path, SensorSource source) throws Exception {
    source.read();
    return readAtOnceWhile(path, source);
  }

  private List<? extends Sample> readAtOnceWhile(String path, SensorSource source)
      throws Exception {
    hanging = path;
    Thread.ofPlatform().daemon().start(() -> readQuietly(source));
    reached.await();
    clock.advance(LONGEST);
    assertTrue(source.leaveHungDevice(LONGEST), path);
    return source.read();
  }

  private static void readQuietly(SensorSource source) {
    try {
      source.read();
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void chipThatHangsTimesOutWithItsPathAndTheOtherFansAreRead() throws Exception {
    recorded.chip("hwmon0", "stuck", "fan1_input", "900", "fan2_input", "800");
    recorded.chip("hwmon1", "fine", "fan1_input", "700");

    List<? extends Sample> fans =
        readWhile(
            "hwmon0/fan2_input", new FanSource(tree, new HangingFiles(), Chips.in(tree), clock));

    assertEquals(List.of("stuck-fan1", "stuck-fan2", "fine-fan1"), RecordedTree.components(fans));
    assertEquals(
        new Measured.Failed(110, "timeout", folder + "/sys/class/hwmon/hwmon0"),
        ((Sample.Fan) fans.get(0)).rpm());
    assertEquals(Measured.of(700), ((Sample.Fan) fans.get(2)).rpm());
  }

  @Test
  void chipThatHangsForOneFamilyDoesNotHoldUpAnother() throws Exception {
    recorded.chip("hwmon0", "stuck", "fan1_input", "900", "in1_input", "5000");
    ClassFolder<Chip> chips = Chips.in(tree);
    var files = new HangingFiles();
    readWhile("fan1_input", new FanSource(tree, files, chips, clock));

    List<Sample.Rail> rails = new RailSource(tree, files, chips, clock).read();

    assertEquals(Measured.of(5000), rails.getFirst().milliVolts());
  }

  @Test
  void zoneThatHangsLeavesChipsAndOtherZones() throws Exception {
    recorded
        .chip("hwmon0", "lm75", "temp1_input", "41000")
        .file("sys/class/thermal/thermal_zone0/type", "stuck")
        .file("sys/class/thermal/thermal_zone0/temp", "50000")
        .file("sys/class/thermal/thermal_zone1/type", "fine")
        .file("sys/class/thermal/thermal_zone1/temp", "60000");

    List<? extends Sample> read =
        readWhile(
            "thermal_zone0/temp",
            new TemperatureSource(
                tree, new HangingFiles(), Chips.in(tree), ThermalZones.in(tree), clock));

    assertEquals(Measured.of(41), ((Sample.Temperature) read.get(0)).celsius());
    assertTrue(failedWith(Errno.ETIMEDOUT, ((Sample.Temperature) read.get(1)).celsius()));
    assertEquals(Measured.of(60), ((Sample.Temperature) read.get(2)).celsius());
  }

  @Test
  void zoneThatHangsWhileItsTripPointsAreLookedAtLeavesTheOthers() throws Exception {
    recorded
        .file("sys/class/thermal/thermal_zone0/type", "stuck")
        .file("sys/class/thermal/thermal_zone0/temp", "50000")
        .file("sys/class/thermal/thermal_zone1/type", "fine")
        .file("sys/class/thermal/thermal_zone1/temp", "60000")
        .file("sys/class/thermal/thermal_zone0/trip_point_0_type", "critical");
    var files = new HangingFiles();

    List<? extends Sample> read =
        readAtOnceWhile(
            "thermal_zone0/trip_point_0_type",
            new TemperatureSource(tree, files, Chips.in(tree), ThermalZones.in(tree), clock));

    assertTrue(failedWith(Errno.ETIMEDOUT, ((Sample.Temperature) read.get(0)).celsius()));
    assertEquals(Measured.of(60), ((Sample.Temperature) read.get(1)).celsius());
  }

  @Test
  void takingStockMeasuresNothing() throws Exception {
    recorded
        .chip("hwmon0", "stuck", "fan1_input", "900", "temp1_input", "1", "in1_input", "1")
        .file("sys/class/power_supply/BAT0/type", "Battery")
        .file("sys/class/power_supply/BAT0/model_name", "stuck")
        .file("sys/class/thermal/thermal_zone0/type", "cpu")
        .file("sys/class/thermal/thermal_zone0/trip_point_0_type", "critical")
        .file("sys/class/thermal/cooling_device0/type", "pwm-fan");
    var files = new HangingFiles();
    ClassFolder<Chip> chips = Chips.in(tree);

    hanging = "_input|model_name|trip_point_0_type|cur_state";

    assertEquals(
        List.of("stuck-fan1", "stuck-temp1", "cpu", "pwm-fan", "stuck-in1", "BAT0"),
        Stream.of(
                new FanSource(tree, files, chips, clock).fitted(),
                new TemperatureSource(tree, files, chips, ThermalZones.in(tree), clock).fitted(),
                new CoolingSource(tree, files, clock).fitted(),
                new RailSource(tree, files, chips, clock).fitted(),
                new PowerSupplySource(tree, files, clock).fitted())
            .flatMap(List::stream)
            .map(Fitted::component)
            .toList());
  }

  @Test
  void coolingDeviceThatHangsLeavesTheOthers() throws Exception {
    recorded
        .file("sys/class/thermal/cooling_device0/type", "stuck")
        .file("sys/class/thermal/cooling_device0/cur_state", "1")
        .file("sys/class/thermal/cooling_device1/type", "fine")
        .file("sys/class/thermal/cooling_device1/cur_state", "2");

    List<? extends Sample> read =
        readWhile("cooling_device0/cur_state", new CoolingSource(tree, new HangingFiles(), clock));

    assertEquals(List.of("stuck", "fine"), RecordedTree.components(read));
    assertTrue(failedWith(Errno.ETIMEDOUT, ((CoolingDevice) read.get(0)).state()));
    assertEquals(Measured.of(2), ((CoolingDevice) read.get(1)).state());
  }

  @Test
  void gaugeThatHangsIsStillABatteryAndTheMainsAreRead() throws Exception {
    recorded
        .file("sys/class/power_supply/BAT0/type", "Battery")
        .file("sys/class/power_supply/BAT0/capacity", "80")
        .file("sys/class/power_supply/AC/type", "Mains")
        .file("sys/class/power_supply/AC/online", "1");

    List<? extends Sample> read =
        readWhile("BAT0/capacity", new PowerSupplySource(tree, new HangingFiles(), clock));

    var mains = (Sample.PowerSupply) read.get(0);
    var battery = (Sample.PowerSupply) read.get(1);
    assertTrue(mains.online().is(1));
    assertEquals(Sample.PowerSupply.Type.BATTERY, battery.type());
    assertTrue(failedWith(Errno.ETIMEDOUT, battery.capacityPercent()));
  }

  @Test
  void recordingThatIsGoneWhollyReadsAsNothing() throws IOException {
    var gone = new Tree(folder.resolve("gone"));

    assertEquals(
        List.of(), new FanSource(gone, new SmallFiles(gone), Chips.in(gone), clock).read());
  }
}
