package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicePlaceTest {

  private static final String BUS = "platform/soc/fe804000.i2c/i2c-1";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "platform/soc/fe804000.i2c/i2c-1/1-0048, platform/soc/fe804000.i2c/i2c-*/*-0048,"
        + " fe804000.i2c-0048",
    "pci0/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0,"
        + " pci0/0000:00:1f.2/ata1/host*/target*:0:0/*:0:0:0, ata1-0:0:0",
    "pci0/0000:01:00.0/host6/port-6:0/expander-6:0/port-6:0:3/end_device-6:0:3/target6:0:12/6:0:12:0,"
        + " pci0/0000:01:00.0/host*/port-*:0/expander-*:0/port-*:0:3/end_device-*:0:3"
        + "/target*:0:12/*:0:12:0, 0000:01:00.0-0:12:0",
    "pci0/0000:02:00.1/host2/rport-2:0-1/target2:0:1/2:0:1:0,"
        + " pci0/0000:02:00.1/host*/rport-*:0-1/target*:0:1/*:0:1:0, 0000:02:00.1-0:1:0",
    "pci0/0000:01:00.0/nvme/nvme0, pci0/0000:01:00.0/nvme/nvme*, 0000:01:00.0",
    "pci0/0000:00:14.0/usb1/1-2/1-2:1.0, pci0/0000:00:14.0/usb*/*-2/*-2:1.0, 0000:00:14.0-2-2:1.0",
    "platform/firmware:scmi/scmi_dev.5, platform/firmware:scmi/scmi_dev.*, firmware:scmi",
    "w1_bus_master1/28-000005e2fdc3, w1_bus_master1/28-000005e2fdc3, 28-000005e2fdc3",
    "platform/nct6775.656, platform/nct6775.656, nct6775.656",
  })
  void placeHasNoCountedNumberAndItsAddressTellsItFromOthers(
      String device, String place, String address) throws IOException {
    assertEquals(place, place(device));
    assertEquals(address, DevicePlace.address(place));
  }

  @Test
  void entryWithoutADeviceHasNoPlace() throws IOException {
    var tree = new RecordedTree(folder).folder("sys/class/hwmon/hwmon0");

    assertEquals("", DevicePlace.of(new Tree(tree.root()), folder + "/sys/class/hwmon/hwmon0"));
    assertEquals("", DevicePlace.address(""));
  }

  @Test
  void channelOfAnI2cMultiplexerIsPartOfTheAddress() throws IOException {
    behindMultiplexer("i2c-5", "chan_id 2", "../1-0070");
    String place = place(BUS + "/i2c-5/5-0048");
    assertEquals("platform/soc/fe804000.i2c/i2c-*/i2c-*:0070.2/*-0048", place);
    assertEquals("fe804000.i2c-0070.2-0048", DevicePlace.address(place));

    behindMultiplexer("i2c-6", "chan_id 3", "../1-0070");
    assertEquals("fe804000.i2c-0070.3-0048", DevicePlace.address(place(BUS + "/i2c-6/6-0048")));

    behindMultiplexer("i2c-7", "chan_id 2", "../../../../i2c-mux");
    assertEquals("fe804000.i2c-i2c-mux.2-0048", DevicePlace.address(place(BUS + "/i2c-7/7-0048")));
  }

  @Test
  void busBehindABusThatTellsNothingOfItselfIsACountedOne() throws IOException {
    assertEquals("fe804000.i2c-0048", DevicePlace.address(place(BUS + "/i2c-5/5-0048")));
  }

  private void behindMultiplexer(String bus, String channel, String mux) throws IOException {
    new RecordedTree(folder)
        .folder("sys/devices/" + BUS + "/1-0070")
        .folder("sys/devices/platform/i2c-mux")
        .file("sys/devices/" + BUS + "/" + bus + "/name", "i2c-1-mux (" + channel + ")")
        .link("sys/devices/" + BUS + "/" + bus + "/mux_device", mux);
  }

  private String place(String device) throws IOException {
    String entry = "sys/class/any/" + device.replace('/', '-');
    new RecordedTree(folder)
        .folder("sys/devices/" + device)
        .link(entry + "/device", "/sys/devices/" + device);
    return DevicePlace.of(new Tree(folder), folder + "/" + entry);
  }
}
