package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.PowerSupply;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class MainsLostTest {

  private static final Measured ON = Measured.of(true);
  private static final Measured OFF = Measured.of(false);

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private final MainsLost rule = new MainsLost();
  private Past seen = Past.NONE;

  @Test
  void mainsThatIsOfflineIsLost() {
    assertJudged("AC RAISE", supply("AC", PowerSupply.Type.MAINS, OFF), battery());
    assertJudged("AC CLEAR", supply("AC", PowerSupply.Type.MAINS, ON), battery());
  }

  @Test
  void idleUsbPortsAreNoFault() {
    assertNothingToJudge(
        supply("usb1", PowerSupply.Type.USB, OFF),
        supply("usb2", PowerSupply.Type.USB, OFF),
        battery());
  }

  @Test
  void usbSupplyThatFedTheBoardIsLostWhenItGoes() {
    Sample idle = supply("usb1", PowerSupply.Type.USB, OFF);
    seen = seen.with(Judge.scan(idle, supply("usb2", PowerSupply.Type.USB, ON)));
    assertJudged("usb1 CLEAR", idle, supply("usb2", PowerSupply.Type.USB, ON));

    assertJudged("usb1 RAISE", idle, supply("usb2", PowerSupply.Type.USB, OFF));
  }

  @Test
  void oneSupplyThatIsOnlineIsEnough() {
    Sample usb = supply("usb1", PowerSupply.Type.USB, ON);
    seen = seen.with(Judge.scan(usb));

    assertJudged("AC CLEAR", usb, supply("AC", PowerSupply.Type.MAINS, OFF));
  }

  @Test
  void feedOfAPoeBoardCountsOnceItHasFedTheBoard() {
    Sample idle = supply("rpi-poe", PowerSupply.Type.MAINS, OFF);
    assertNothingToJudge(idle);

    seen = seen.with(Judge.scan(supply("rpi-poe", PowerSupply.Type.MAINS, ON)));
    assertJudged("rpi-poe RAISE", idle);
  }

  @Test
  void mainsWithoutABatteryCountsFromTheStart() {
    assertJudged("charger RAISE", supply("charger", PowerSupply.Type.MAINS, OFF));
  }

  @Test
  void supplyOfAPeripheralDoesNotCount() {
    Sample mouse =
        new PowerSupply(
            "mouse",
            "/ps",
            PowerSupply.Type.MAINS,
            true,
            OFF,
            ABSENT,
            PowerSupply.Status.UNKNOWN,
            ABSENT,
            ABSENT);

    assertNothingToJudge(mouse, battery());
  }

  @Test
  void boardWithoutSuppliesHasNothingToLose() {
    assertNothingToJudge();
    assertNothingToJudge(battery());
  }

  @Test
  void supplyThatCannotBeReadIsNeitherLostNorHealthy() {
    assertJudged("AC NO_DATA", supply("AC", PowerSupply.Type.MAINS, FAILED));
    assertJudged(
        "AC NO_DATA",
        supply("AC", PowerSupply.Type.MAINS, OFF),
        supply("AC2", PowerSupply.Type.MAINS, FAILED));
    assertJudged(
        "AC CLEAR",
        supply("AC", PowerSupply.Type.MAINS, FAILED),
        supply("AC2", PowerSupply.Type.MAINS, ON));
  }

  @Test
  void upsOnItsBatteryMeansThatTheMainsIsLost() {
    assertJudged("ups RAISE", ups(PowerSupply.Status.DISCHARGING));
    assertJudged("ups CLEAR", ups(PowerSupply.Status.FULL));
    assertJudged("ups NO_DATA", ups(PowerSupply.Status.UNKNOWN));
    assertJudged(
        "AC RAISE", supply("AC", PowerSupply.Type.MAINS, ON), ups(PowerSupply.Status.DISCHARGING));
  }

  @Test
  void supplyBehindAUpsThatIsFineIsHealthy() {
    Sample supply = supply("AC", PowerSupply.Type.MAINS, ON);
    assertJudged("AC CLEAR", supply, ups(PowerSupply.Status.FULL));
    assertJudged("AC CLEAR", supply, ups(PowerSupply.Status.UNKNOWN));
  }

  @Test
  void powerFailLineIsJudgedByItself() {
    assertJudged("power-fail RAISE", line(ON));
    assertJudged("power-fail CLEAR", line(OFF));
    assertJudged("power-fail NO_DATA", line(FAILED));
  }

  @Test
  void suppliesAndLineAreJudgedEachByItself() {
    Sample gone = supply("AC", PowerSupply.Type.MAINS, OFF);

    assertAllJudged(List.of("AC RAISE", "power-fail RAISE"), gone, line(ON));
    assertAllJudged(List.of("AC RAISE", "power-fail CLEAR"), gone, line(OFF));
    assertAllJudged(List.of("AC RAISE", "power-fail NO_DATA"), gone, line(FAILED));
    assertAllJudged(
        List.of("AC CLEAR", "power-fail RAISE"),
        supply("AC", PowerSupply.Type.MAINS, ON),
        line(ON));
  }

  @Test
  void lineTellsOfOutsidePowerAsASupplyDoes() {
    for (boolean failing : List.of(true, false)) {
      Finding finding = rule.judge(Judge.scan(line(Measured.of(failing))), seen, LIMITS).getFirst();

      assertEquals(OptionalDouble.of(failing ? 0 : 1), finding.value());
      assertEquals("GPIO line POWER_FAIL", finding.source());
    }
  }

  @Test
  void freezeFrameHoldsEverySupply() {
    Finding finding =
        rule.judge(Judge.scan(supply("AC", PowerSupply.Type.MAINS, OFF), battery()), seen, LIMITS)
            .getFirst();

    assertEquals(
        List.of("AC", "BAT0"),
        finding.evidence().stream().map(r -> r.component()).distinct().toList());
    assertEquals("/power_supply/AC", finding.source());
  }

  private void assertJudged(String expected, Sample... samples) {
    assertAllJudged(List.of(expected), samples);
  }

  private void assertAllJudged(List<String> expected, Sample... samples) {
    assertEquals(expected, Judge.judge(rule, seen, samples));
  }

  private void assertNothingToJudge(Sample... samples) {
    assertEquals(List.of(), Judge.judge(rule, seen, samples));
  }

  private static Sample supply(String name, PowerSupply.Type type, Measured online) {
    return new PowerSupply(
        name,
        "/power_supply/" + name,
        type,
        false,
        online,
        ABSENT,
        PowerSupply.Status.UNKNOWN,
        ABSENT,
        ABSENT);
  }

  private static Sample ups(PowerSupply.Status status) {
    return new PowerSupply(
        "ups", "/ups", PowerSupply.Type.UPS, false, ABSENT, ABSENT, status, ABSENT, ABSENT);
  }

  private static Sample line(Measured failing) {
    return new PowerFailLine("power-fail", "GPIO line POWER_FAIL", failing);
  }

  private static Sample battery() {
    return new PowerSupply(
        "BAT0",
        "/bat",
        PowerSupply.Type.BATTERY,
        false,
        ABSENT,
        Measured.of(81),
        PowerSupply.Status.DISCHARGING,
        ABSENT,
        ABSENT);
  }
}
