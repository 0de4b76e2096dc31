package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoolingSourceTest {

  private static final String THERMAL = "sys/class/thermal/";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree two(String state) throws IOException {
    device(tree, "cooling_device0", "pwm-fan", state, "4");
    return device(tree, "cooling_device1", "thermal-cpufreq-0", "0", "17");
  }

  private static RecordedTree device(
      RecordedTree tree, String number, String type, String state, String maxState)
      throws IOException {
    return tree.file(THERMAL + number + "/type", type)
        .file(THERMAL + number + "/cur_state", state)
        .file(THERMAL + number + "/max_state", maxState);
  }

  @Test
  void deviceIsCalledByItsTypeAndReadWithItsStates() throws IOException {
    assertEquals(
        List.of(
            new CoolingDevice(
                "pwm-fan",
                folder + "/" + THERMAL + "cooling_device0/cur_state",
                Measured.of(3),
                Measured.of(4)),
            new CoolingDevice(
                "thermal-cpufreq-0",
                folder + "/" + THERMAL + "cooling_device1/cur_state",
                Measured.of(0),
                Measured.of(17))),
        two("3").coolingDevices());
  }

  @Test
  void zoneInTheSameFolderIsNoCoolingDevice() throws IOException {
    tree.file(THERMAL + "thermal_zone0/type", "cpu-thermal");

    assertEquals(List.of(), tree.coolingDevices());
  }

  @Test
  void processorsKeepTheirNamesWhenTheKernelCountsInAnotherOrder() throws IOException {
    processor(tree, "cooling_device0", "LNXCPU:00");
    assertEquals(List.of("Processor-LNXCPU:00"), RecordedTree.components(tree.coolingDevices()));
    processor(tree, "cooling_device1", "LNXCPU:01");
    device(tree, "cooling_device2", "TCC Offset", "20", "63");
    var other = new RecordedTree(folder.resolve("other"));
    processor(other, "cooling_device4", "LNXCPU:01");
    processor(other, "cooling_device7", "LNXCPU:00");

    assertEquals(
        List.of("Processor-LNXCPU:00", "Processor-LNXCPU:01", "TCC_Offset"),
        RecordedTree.components(tree.coolingDevices()));
    assertEquals(
        List.of("Processor-LNXCPU:01", "Processor-LNXCPU:00"),
        RecordedTree.components(other.coolingDevices()));
  }

  private static void processor(RecordedTree tree, String number, String address)
      throws IOException {
    device(tree, number, "Processor", "0", "10")
        .folder("sys/devices/LNXSYSTM:00/" + address)
        .link(THERMAL + number + "/device", "/sys/devices/LNXSYSTM:00/" + address);
  }

  @Test
  void devicesOfOneTypeWithoutHardwareKeepTheirNumbers() throws IOException {
    device(tree, "cooling_device2", "Processor", "0", "3");
    device(tree, "cooling_device10", "Processor", "0", "3");
    tree.file(THERMAL + "cooling_device11/cur_state", "1");

    assertEquals(
        List.of("Processor-cooling_device2", "Processor-cooling_device10", "cooling_device11"),
        RecordedTree.components(tree.coolingDevices()));
  }

  @Test
  void driverWithNoStateToTellHasNone() throws IOException {
    device(tree, "cooling_device0", "intel_powerclamp", "-1", "50");
    tree.file(THERMAL + "cooling_device1/type", "TFN1")
        .file(THERMAL + "cooling_device1/max_state", "50");

    for (CoolingDevice device : tree.coolingDevices()) {
      assertEquals(Measured.absent(), device.state(), device::toString);
      assertEquals(Measured.of(50), device.maxState(), device::toString);
    }
  }

  @Test
  void deviceThatComesLaterIsFoundByTheSameSource() throws IOException {
    SensorSource source = two("0").source(SensorFamily.COOLING_DEVICES);
    source.read();
    device(tree, "cooling_device2", "iwlwifi_1", "0", "20");

    assertEquals(
        List.of("pwm-fan", "thermal-cpufreq-0", "iwlwifi_1"),
        RecordedTree.components(source.read()));
  }
}
