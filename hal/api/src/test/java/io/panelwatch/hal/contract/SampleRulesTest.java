package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Pressure;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SmartHealth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleRulesTest {

  private static final Measured NONE = Measured.absent();

  @Test
  void percentageIsOfAHundredInSamplesOfAnyType() {
    checkStalled(0);
    checkStalled(100);
    assertThrows(AssertionError.class, () -> checkStalled(-0.1));
    assertThrows(AssertionError.class, () -> checkStalled(100.1));
  }

  @Test
  void diskMayHaveUsedMoreThanItsRatedLifeAndHasNoMoreThanItsSpareBlocks() {
    checkWorn(255, 0);
    assertThrows(AssertionError.class, () -> checkWorn(-1, 0));
    assertThrows(AssertionError.class, () -> checkWorn(0, 101));
  }

  private static void checkStalled(double percent) {
    var pressure = new Pressure("cpu", "/proc/pressure/cpu", Measured.of(percent));
    SampleRules.check(SensorFamily.PRESSURE, List.of(pressure));
  }

  private static void checkWorn(double usedPercent, double sparePercent) {
    var disk =
        new SmartHealth(
            "sda",
            "/run/smart/sda.json",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            Measured.of(usedPercent),
            Measured.of(sparePercent),
            NONE,
            NONE,
            "");
    SampleRules.check(SensorFamily.SMART, List.of(disk));
  }
}
