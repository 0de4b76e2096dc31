package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.components;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipNamesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "lm75, platform/soc/fe804000.i2c/i2c-1/1-0048, lm75-fe804000.i2c-0048",
    "lm75, pci0000:00/0000:00:1f.4/i2c-6/6-0048, lm75-0000:00:1f.4-0048",
    "nvme, pci0000:00/0000:00:1d.0/0000:01:00.0/nvme/nvme0, nvme-0000:01:00.0",
    "k10temp, pci0000:00/0000:00:18.3, k10temp-0000:00:18.3",
    "drivetemp, pci0000:00/0000:00:1f.2/ata3/host2/target2:0:0/2:0:0:0, drivetemp-ata3-0:0:0",
    "w1_slave_temp, w1_bus_master1/28-000005e2fdc3, w1_slave_temp-28-000005e2fdc3",
    "ath10k_hwmon, platform/soc/18000000.wifi/ieee80211/phy0, ath10k_hwmon-18000000.wifi",
    "max6675, platform/soc/fe204000.spi/spi_master/spi0/spi0.1, max6675-fe204000.spi-1",
    "acpi_fan, LNXSYSTM:00/LNXSYBUS:00/PNP0C0B:01, acpi_fan-PNP0C0B:01",
    "coretemp, platform/coretemp.0, coretemp",
    "coretemp, platform/coretemp.1, coretemp.1",
    "nct6779, platform/nct6775.656, nct6779",
    "applesmc, platform/applesmc.768, applesmc",
    "asus, platform/asus-nb-wmi, asus",
    "rpi_volt, platform/soc/soc:firmware/raspberrypi-hwmon, rpi_volt",
    "cpu_thermal, virtual/thermal/thermal_zone0, cpu_thermal",
    "pwmfan, platform/pwm-fan, pwmfan",
    "pwmfan, platform/soc/soc:pwm-fan, pwmfan",
    "pwmfan, platform/cooling_fan, pwmfan-cooling_fan",
    "ncp15xh103, platform/thermistor-1, ncp15xh103-thermistor-1",
    "scmi_sensors, platform/firmware:scmi/scmi_dev.5, scmi_sensors-firmware:scmi",
  })
  void chipIsCalledByItsKindAndItsPlace(String kind, String device, String name)
      throws IOException {
    fan("hwmon0", kind, device);

    assertEquals(List.of(name + "-fan1"), components(new RecordedTree(folder).fans()));
  }

  @ParameterizedTest
  @CsvSource({
    "pwmfan, platform/pwm-fan, platform/pwm-fan-rear",
    "emc2305, platform/fe804000.i2c/i2c-1/1-002f, platform/fe804000.i2c/i2c-1/1-002d",
    "coretemp, platform/coretemp.0, platform/coretemp.1",
    "ncp15wb473, platform/thermistor-1, platform/thermistor-2",
    "nvme, pci0000:00/0000:01:00.0/nvme/nvme0, pci0000:00/0000:02:00.0/nvme/nvme1",
  })
  void chipKeepsItsNameWhenAnotherOfItsKindIsProbedLater(String kind, String first, String second)
      throws IOException {
    fan("hwmon0", kind, first);
    String alone = components(new RecordedTree(folder).fans()).getFirst();

    fan("hwmon1", kind, second);

    List<String> both = components(new RecordedTree(folder).fans());
    assertEquals(alone, both.getFirst());
    assertEquals(2, both.stream().distinct().count());
  }

  @Test
  void chipsWithoutAPlaceAreToldApartByTheirNumber() throws IOException {
    var tree = new RecordedTree(folder);
    tree.chip("hwmon0", "emc2305", "fan1_input", "1").chip("hwmon1", "emc2305", "fan1_input", "1");

    assertEquals(List.of("emc2305-hwmon0-fan1", "emc2305-hwmon1-fan1"), components(tree.fans()));
  }

  private void fan(String hwmon, String kind, String device) throws IOException {
    new RecordedTree(folder)
        .chip(hwmon, kind, "fan1_input", "900")
        .folder("sys/devices/" + device)
        .link("sys/class/hwmon/" + hwmon + "/device", "../../../devices/" + device);
  }
}
