package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static io.panelwatch.hal.linux.RecordedTree.components;
import static io.panelwatch.hal.linux.RecordedTree.failedWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FanSourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree twoFans() throws IOException {
    return tree.chip("hwmon0", "emc2305", "fan1_input", "3200", "fan2_input", "0");
  }

  @Test
  void everyAttributeOfAFanIsReadInItsUnit() throws IOException {
    tree.chip(
        "hwmon0",
        "emc2305",
        "fan1_input",
        "1200",
        "fan1_min",
        "900",
        "fan1_target",
        "1300",
        "fan1_enable",
        "1",
        "fan1_fault",
        "0",
        "fan1_alarm",
        "1",
        "pwm1",
        "51");

    assertEquals(
        List.of(
            new Sample.Fan(
                "emc2305-fan1",
                folder + "/" + HWMON0 + "fan1_input",
                Measured.of(1200),
                Measured.of(900),
                Measured.of(1300),
                Measured.of(20),
                Measured.of(true),
                Measured.of(false),
                Measured.of(true),
                "emc2305")),
        tree.fans());
  }

  @Test
  void olderDriverKeepsItsNameAndFansUnderDevice() throws IOException {
    tree.folder("sys/devices/platform/applesmc.768")
        .link("sys/class/hwmon/hwmon2/device", "../../../devices/platform/applesmc.768")
        .file("sys/devices/platform/applesmc.768/name", "applesmc")
        .file("sys/devices/platform/applesmc.768/fan1_input", "0")
        .file("sys/devices/platform/applesmc.768/fan1_min", "2160");

    Sample.Fan fan = tree.fans().getFirst();

    assertEquals("applesmc-fan1", fan.component());
    assertTrue(fan.rpm().is(0));
    assertTrue(fan.minRpm().is(2160));
  }

  @Test
  void fanThatBothFoldersHaveIsListedOnce() throws IOException {
    tree.chip("hwmon0", "w83795", "fan1_input", "1000").file(HWMON0 + "device/fan1_input", "1");

    assertEquals(1, tree.fans().size());
    assertTrue(tree.fans().getFirst().rpm().is(1000));
  }

  @Test
  void chipsOfOneNameAreToldApartByTheirBusAddressAndNotByTheirNumber() throws IOException {
    for (String address : List.of("0-002c", "0-002d")) {
      String hwmon = address.equals("0-002c") ? "hwmon7" : "hwmon3";
      tree.folder("sys/devices/platform/fe804000.i2c/i2c-0/" + address)
          .chip(hwmon, "emc2305", "fan1_input", "900")
          .link(
              "sys/class/hwmon/" + hwmon + "/device",
              "../../../devices/platform/fe804000.i2c/i2c-0/" + address);
    }

    assertEquals(
        List.of("emc2305-fe804000.i2c-002d-fan1", "emc2305-fe804000.i2c-002c-fan1"),
        components(tree.fans()));
  }

  @Test
  void namelessChipIsCalledByItsDevice() throws IOException {
    tree.folder("sys/devices/platform/pwm-fan.0")
        .file(HWMON0 + "fan1_input", "900")
        .link(HWMON0 + "device", "../../../devices/platform/pwm-fan.0");

    assertEquals(List.of("pwm-fan.0-fan1"), components(tree.fans()));
  }

  @Test
  void tenthFanComesAfterTheSecond() throws IOException {
    tree.chip("hwmon0", "ipmi", "fan10_input", "1", "fan2_input", "1", "fan1_input", "1");

    assertEquals(List.of("ipmi-fan1", "ipmi-fan2", "ipmi-fan10"), components(tree.fans()));
  }

  @Test
  void unrealLimitIsNoLimit() throws IOException {
    for (String limit :
        List.of("9223372036854775807", "-9223372036854775808", "18446744073709551615", "1350000")) {
      tree.chip("hwmon0", "chip", "fan1_input", "900", "fan1_min", limit, "fan1_target", limit);
      Sample.Fan fan = tree.fans().getFirst();

      assertEquals(Measured.absent(), fan.minRpm(), limit);
      assertEquals(Measured.absent(), fan.targetRpm(), limit);
    }
  }

  @Test
  void alarmAgainstAMinimumThatNobodySetMeansNothing() throws IOException {
    tree.chip("hwmon0", "it8728", "fan1_input", "0", "fan1_min", "0", "fan1_alarm", "1");

    assertEquals(Measured.absent(), tree.fans().getFirst().alarm());
  }

  @Test
  void targetOfNct6775CountsInSpeedCruiseModeOnly() throws IOException {
    tree.chip("hwmon0", "nct6779", "fan2_input", "1098", "fan2_target", "27000");
    assertEquals(Measured.absent(), tree.fans().getFirst().targetRpm());

    tree.file(HWMON0 + "pwm2_enable", "5");
    assertEquals(Measured.absent(), tree.fans().getFirst().targetRpm());

    tree.file(HWMON0 + "pwm2_enable", "3");
    assertEquals(Measured.of(27000), tree.fans().getFirst().targetRpm());
  }

  @Test
  void targetOfMax31790CountsWhereTheChipHoldsASpeedOnly() throws IOException {
    tree.chip(
        "hwmon0", "max31790", "fan1_input", "1500", "fan1_target", "2048", "pwm1_enable", "1");
    assertEquals(Measured.absent(), tree.fans().getFirst().targetRpm());

    tree.file("sys/class/hwmon/hwmon0/pwm1_enable", "2");
    tree.file("sys/class/hwmon/hwmon0/pwm1", "100");
    assertEquals(Measured.of(2048), tree.fans().getFirst().targetRpm());
  }

  /** lm78 and its like say -1 where they count less than one tick, asus-wmi an errno. */
  @Test
  void speedBelowZeroIsNoSpeed() throws IOException {
    tree.chip("hwmon0", "adm1026", "fan1_input", "-1", "fan2_input", "-19", "fan3_input", "0");

    assertEquals(
        List.of(Measured.absent(), Measured.absent(), Measured.of(0)),
        tree.fans().stream().map(Sample.Fan::rpm).toList());
  }

  @Test
  void fanKnownByItsAlarmContactOnlyIsAFan() throws IOException {
    tree.chip("hwmon0", "gpio_fan", "fan1_alarm", "1");

    Sample.Fan fan = tree.fans().getFirst();

    assertEquals(Measured.absent(), fan.rpm());
    assertTrue(fan.alarm().is(1));
    assertEquals(folder + "/" + HWMON0 + "fan1_alarm", fan.source());
  }

  @Test
  void fanThatGoesAwayAndComesBackIsFollowed() throws IOException {
    SensorSource source = twoFans().source(SensorFamily.FANS);
    assertEquals(2, source.read().size());

    tree.delete(HWMON0 + "fan1_input");
    assertEquals(List.of("emc2305-fan2"), components(source.read()));

    tree.chip("hwmon0", "emc2305", "fan1_input", "3000");
    assertEquals(List.of("emc2305-fan1", "emc2305-fan2"), components(source.read()));
  }

  @Test
  void chipWhoseNameCannotBeReadAnyMoreKeepsIt() throws IOException {
    SensorSource source = twoFans().source(SensorFamily.FANS);
    source.read();

    tree.delete(HWMON0 + "name").folder(HWMON0 + "name");

    assertEquals(List.of("emc2305-fan1", "emc2305-fan2"), components(source.read()));
  }

  @Test
  void anotherChipOfTheSameNumberDoesNotGetTheNameOfTheOneBefore() throws IOException {
    tree.folder("sys/devices/platform/pwm-fan.0");
    SensorSource source = twoFans().source(SensorFamily.FANS);
    source.read();

    tree.delete(HWMON0 + "name")
        .folder(HWMON0 + "name")
        .link(HWMON0 + "device", "../../../devices/platform/pwm-fan.0");

    assertEquals(List.of("pwm-fan.0-fan1", "pwm-fan.0-fan2"), components(source.read()));
  }

  @Test
  void whatIsNoNumberIsAFailureToParseWithItsPath() throws IOException {
    tree.chip("hwmon0", "chip", "fan1_input", "fast", "fan2_input", "41.5", "fan3_input", "0x1f");

    for (Sample.Fan fan : tree.fans()) {
      assertEquals(new Measured.Failed(0, "parse", fan.source()), fan.rpm());
    }
  }

  @Test
  void folderInPlaceOfAFileFailsWithEisdir() throws IOException {
    tree.chip("hwmon0", "chip").folder(HWMON0 + "fan1_input");

    assertTrue(failedWith(Errno.EISDIR, tree.fans().getFirst().rpm()));
  }

  @Test
  void linkThatLeadsOutOfTheRecordingIsNotFollowed(@TempDir Path host) throws IOException {
    new RecordedTree(host).file("secret", "77").file("chip/fan1_input", "88");
    tree.chip("hwmon0", "chip")
        .link(HWMON0 + "fan1_input", host + "/secret")
        .link("sys/class/hwmon/hwmon1", host + "/chip")
        .link(HWMON0 + "device", host + "/chip");

    Sample.Fan only = tree.fans().getFirst();

    assertEquals(1, tree.fans().size());
    assertTrue(failedWith(Errno.ENOENT, only.rpm()), only::toString);
  }

  @Test
  void linkWithinTheRecordingIsFollowed() throws IOException {
    tree.file("shared", "1234").chip("hwmon0", "chip");
    tree.link(HWMON0 + "fan1_input", "../../../../shared");

    assertTrue(tree.fans().getFirst().rpm().is(1234));
  }

  @Test
  void alarmAgainstAMinimumThatWasNeverSetMeansNothing() throws IOException {
    tree.chip("hwmon0", "nct6775", "fan1_input", "900", "fan1_min", "84375", "fan1_alarm", "1");

    assertEquals(Measured.absent(), tree.fans().getFirst().alarm());
  }

  @Test
  void channelIsCountedInAsciiDigitsAndFewOfThem() throws IOException {
    tree.chip("hwmon0", "chip", "fan\u0663_input", "900", "fan00000000000000000001_input", "900");

    assertEquals(List.of(), tree.fans());
  }

  @Test
  void emptyFileOfATachometerThatNeverSpokeIsNoFailure() throws IOException {
    tree.chip("hwmon0", "chip").file(HWMON0 + "fan2_input", new byte[0]);
    SensorSource source = tree.source(SensorFamily.FANS);
    assertEquals(Measured.absent(), rpm(source));

    tree.file(HWMON0 + "fan2_input", "900");
    assertEquals(Measured.of(900), rpm(source));

    tree.file(HWMON0 + "fan2_input", new byte[0]);
    assertEquals(
        new Measured.Failed(0, "parse", folder + "/" + HWMON0 + "fan2_input"),
        rpm(source),
        "it has spoken before");
  }

  private static Measured rpm(SensorSource source) throws IOException {
    return ((Sample.Fan) source.read().getFirst()).rpm();
  }

  @Test
  void minimumAndAlarmAreToldAsTheyStandWhatEverTheyAreWorth() throws IOException {
    tree.chip("hwmon0", "w83667hg", "fan1_input", "0", "fan1_min", "10546", "fan1_alarm", "1");

    Sample.Fan fan = tree.fans().getFirst();

    assertEquals(Measured.of(10546), fan.minRpm());
    assertEquals(Measured.of(true), fan.alarm());
    assertEquals("w83667hg", fan.chip());
  }
}
