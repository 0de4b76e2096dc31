package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.PowerSupply;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatteryWornTest {

  private static final Measured GOOD = Measured.of(true);
  private static final Measured BAD = Measured.of(false);

  @Test
  void batteryIsWornByWhatIsLeftOfItsDesign() {
    assertJudged("RAISE", battery(Measured.of(1), ABSENT));
    assertJudged("CLEAR", battery(Measured.of(94.8), ABSENT));
    assertJudged("CLEAR", battery(Measured.of(150), ABSENT));
  }

  @Test
  void batteryThatSaysItIsUnwellIsWornWhateverIsLeft() {
    assertJudged("RAISE", battery(Measured.of(100), BAD));
    assertJudged("RAISE", battery(ABSENT, BAD));
  }

  @Test
  void gaugeThatWasNeverTaughtIsNotBelieved() {
    assertJudged("CLEAR", battery(Measured.of(0), GOOD));
    assertJudged("CLEAR", battery(Measured.of(150.1), GOOD));
    assertJudged("NO_DATA", battery(Measured.of(0), ABSENT));
    assertJudged("NO_DATA", battery(Measured.of(150.1), ABSENT));
  }

  @Test
  void batteryThatCannotBeReadIsNeitherWornNorWell() {
    assertJudged("NO_DATA", battery(FAILED, GOOD));
  }

  @Test
  void onlyBatteriesWear() {
    assertEquals(
        List.of(),
        Judge.judge(
            new BatteryWorn(),
            Past.NONE,
            new PowerSupply(
                "AC",
                "/ps",
                PowerSupply.Type.MAINS,
                false,
                GOOD,
                ABSENT,
                PowerSupply.Status.UNKNOWN,
                Measured.of(1),
                BAD)));
  }

  private static void assertJudged(String verdict, Sample battery) {
    assertEquals(List.of("BAT0 " + verdict), Judge.judge(new BatteryWorn(), Past.NONE, battery));
  }

  private static Sample battery(Measured fullOfDesignPercent, Measured healthGood) {
    return new PowerSupply(
        "BAT0",
        "/ps",
        PowerSupply.Type.BATTERY,
        false,
        ABSENT,
        Measured.of(80),
        PowerSupply.Status.FULL,
        fullOfDesignPercent,
        healthGood);
  }
}
