package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Ups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatteryUsedUpTest {

  private static final Measured ON = Measured.of(true);
  private static final Sample MAINS =
      new Sample.PowerSupply(
          "AC",
          "/AC",
          Sample.PowerSupply.Type.MAINS,
          false,
          ON,
          ABSENT,
          Sample.PowerSupply.Status.UNKNOWN,
          ABSENT,
          ABSENT);

  @Test
  void batteryThatIsUsedUpBesideTheMainsIsOne() {
    assertEquals(List.of("BAT0 RAISE"), judge(battery(Sample.PowerSupply.Status.DISCHARGING)));
    assertEquals(List.of("BAT0 CLEAR"), judge(battery(Sample.PowerSupply.Status.NOT_CHARGING)));
  }

  /** The board's own supply stands behind the UPS and stays online while that discharges. */
  @Test
  void upsThatFeedsTheBoardsOwnSupplyIsNone() {
    assertEquals(
        List.of(), judge(new Ups("kiosk-ups", "upsd", ON, ON, ABSENT, Measured.of(50), ON)));
  }

  private static List<String> judge(Sample battery) {
    return Judge.judge(new BatteryUsedUp(), Past.NONE, MAINS, battery);
  }

  private static Sample battery(Sample.PowerSupply.Status status) {
    return new Sample.PowerSupply(
        "BAT0",
        "/BAT0",
        Sample.PowerSupply.Type.BATTERY,
        false,
        ABSENT,
        Measured.of(80),
        status,
        ABSENT,
        ABSENT);
  }
}
