package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.PowerSupply;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSupplySourceTest {

  private static final String CLASS = "sys/class/power_supply/";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree mains() throws IOException {
    return tree.file(CLASS + "AC/type", "Mains").file(CLASS + "AC/online", "0");
  }

  private RecordedTree battery(String... attributes) throws IOException {
    tree.file(CLASS + "BAT0/type", "Battery");
    for (int i = 0; i < attributes.length; i += 2) {
      tree.file(CLASS + "BAT0/" + attributes[i], attributes[i + 1]);
    }
    return tree;
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacity", "energy_full", "health"})
  void gaugeThatFallsSilentAfterItSpokeFails(String attribute) throws IOException {
    SensorSource source =
        battery(
                "capacity",
                "81",
                "energy_full",
                "30000000",
                "energy_full_design",
                "50000000",
                "health",
                "Dead")
            .source(SensorFamily.POWER_SUPPLIES);
    assertEquals(0, silent(source));

    tree.file(CLASS + "BAT0/" + attribute, "");

    assertEquals(1, silent(source));
  }

  private static long silent(SensorSource source) throws IOException {
    var battery = (PowerSupply) source.read().getFirst();
    return Stream.of(battery.capacityPercent(), battery.fullOfDesignPercent(), battery.healthGood())
        .filter(Measured.Failed.class::isInstance)
        .count();
  }

  @Test
  void mainsThatIsOffSaysSo() throws IOException {
    PowerSupply mains = mains().powerSupplies().getFirst();

    assertEquals("AC", mains.component());
    assertEquals(PowerSupply.Type.MAINS, mains.type());
    assertTrue(mains.online().is(0));
    assertEquals(Measured.absent(), mains.capacityPercent());
    assertFalse(mains.deviceScope());
  }

  @Test
  void batteryTellsCapacityAndStatusWhateverBytesItsModelNameHas() throws IOException {
    battery("capacity", "81", "status", "Not charging")
        .file(CLASS + "BAT0/model_name", new byte[] {'L', (byte) 0xff, (byte) 0xfe});

    PowerSupply battery = tree.powerSupplies().getFirst();

    assertTrue(battery.capacityPercent().is(81));
    assertEquals(PowerSupply.Status.NOT_CHARGING, battery.status());
  }

  @Test
  void batteryOfAMouseFeedsADeviceAndNotTheBoard() throws IOException {
    assertTrue(battery("scope", "Device").powerSupplies().getFirst().deviceScope());
  }

  @Test
  void programmableUsbSupplyIsOnline() throws IOException {
    tree.file(CLASS + "usb/type", "USB_PD").file(CLASS + "usb/online", "2");

    PowerSupply usb = tree.powerSupplies().getFirst();

    assertEquals(PowerSupply.Type.USB, usb.type());
    assertTrue(usb.online().is(1));
  }

  @Test
  void capacityFollowsFromEnergyOrChargeWhereItIsNotCounted() throws IOException {
    battery("charge_now", "1500", "charge_full", "2000");
    assertEquals(Measured.of(75), tree.powerSupplies().getFirst().capacityPercent());

    battery("energy_now", "30", "energy_full", "300");
    assertEquals(Measured.of(10), tree.powerSupplies().getFirst().capacityPercent());
  }

  @Test
  void gaugeThatCountsBeyondFullIsFull() throws IOException {
    battery("capacity", "103");
    assertEquals(Measured.of(100), tree.powerSupplies().getFirst().capacityPercent());

    battery("capacity", "255");
    assertEquals(Measured.absent(), tree.powerSupplies().getFirst().capacityPercent());
  }

  @Test
  void bayWithoutABatteryIsNotAnEmptyBattery() throws IOException {
    PowerSupply bay =
        battery("present", "0", "capacity", "0", "status", "Discharging")
            .powerSupplies()
            .getFirst();

    assertEquals(Measured.absent(), bay.capacityPercent());
    assertEquals(PowerSupply.Status.UNKNOWN, bay.status());
  }

  @Test
  void supplyWithNothingToReadIsListedAllTheSame() throws IOException {
    tree.folder(CLASS + "mystery");

    assertEquals(List.of("mystery"), RecordedTree.components(tree.powerSupplies()));
    assertEquals(PowerSupply.Type.OTHER, tree.powerSupplies().getFirst().type());
  }

  @Test
  void recordingThatHoldsOnlyTheEventOfASupplyTellsAllTheSame() throws IOException {
    tree.file(
            CLASS + "AC/uevent",
            "POWER_SUPPLY_NAME=AC\nPOWER_SUPPLY_TYPE=Mains\nPOWER_SUPPLY_ONLINE=0\nnoise")
        .file(
            CLASS + "BAT0/uevent",
            """
            POWER_SUPPLY_TYPE=Battery
            POWER_SUPPLY_STATUS=Discharging
            POWER_SUPPLY_CAPACITY=8
            """);

    PowerSupply mains = tree.powerSupplies().getFirst();
    PowerSupply battery = tree.powerSupplies().getLast();

    assertEquals(PowerSupply.Type.MAINS, mains.type());
    assertTrue(mains.online().is(0));
    assertEquals(PowerSupply.Status.DISCHARGING, battery.status());
    assertTrue(battery.capacityPercent().is(8));
  }

  @Test
  void recordingWithoutTypesGoesByTheNamesThatAcpiGives() throws IOException {
    tree.file(CLASS + "AC0/online", "0")
        .file(CLASS + "BAT0/capacity", "4")
        .file(CLASS + "ucsi-source-psy-1/online", "0");

    assertEquals(
        List.of(PowerSupply.Type.MAINS, PowerSupply.Type.BATTERY, PowerSupply.Type.OTHER),
        tree.powerSupplies().stream().map(PowerSupply::type).toList());
  }

  @Test
  void cellThatHoldsLessThanItWasMadeForIsWorn() throws IOException {
    battery("energy_full", "24000", "energy_full_design", "48000");
    assertEquals(Measured.of(50), tree.powerSupplies().getFirst().fullOfDesignPercent());

    battery("energy_full_design", "0", "charge_full", "105", "charge_full_design", "100");
    assertEquals(Measured.of(105), tree.powerSupplies().getFirst().fullOfDesignPercent());

    battery("charge_full", "900000");
    assertEquals(Measured.absent(), tree.powerSupplies().getFirst().fullOfDesignPercent());
  }

  @Test
  void healthThatIsNeitherGoodNorADefectIsNoStatement() throws IOException {
    assertEquals(Measured.of(true), health("Good"));
    assertEquals(Measured.of(false), health("Dead"));
    for (String word : List.of("Unknown", "Warm", "\u0001\u0002", "")) {
      assertEquals(Measured.absent(), health(word), word);
    }
  }

  private Measured health(String word) throws IOException {
    return battery("health", word).powerSupplies().getFirst().healthGood();
  }

  @Test
  void fileAmongTheSuppliesIsNone() throws IOException {
    tree.file("sys/class/power_supply/_list", "AC BAT0");

    assertEquals(List.of(), tree.powerSupplies());
  }
}
