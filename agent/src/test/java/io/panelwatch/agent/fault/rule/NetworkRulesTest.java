package io.panelwatch.agent.fault.rule;

import static io.panelwatch.agent.fault.rule.Judge.ABSENT;
import static io.panelwatch.agent.fault.rule.Judge.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.AgentHealth;
import io.panelwatch.hal.Certificate;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.NetRoute;
import io.panelwatch.hal.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkRulesTest {

  private static final Measured ON = Measured.of(true);
  private static final Measured OFF = Measured.of(false);
  private static final Measured FAST = Measured.of(1000);

  private Past past = Past.NONE;

  @Test
  void socketThatNobodyUsesHasNoFault() {
    assertEquals(List.of(), judge(new LinkDown(), link(OFF, OFF, ABSENT, ABSENT)));
    assertEquals(
        List.of(), judge(new LinkDown(), link(OFF, Measured.notRecorded(), ABSENT, ABSENT)));
  }

  @Test
  void linkThatIsExpectedOrLeadsOutOrWasUpOnceIsNeeded() {
    assertEquals(
        List.of("eth0 RAISE"), judge(new LinkDown(), link(OFF, OFF, ABSENT, Measured.of(0))));
    assertEquals(List.of("eth0 RAISE"), judge(new LinkDown(), link(OFF, ON, ABSENT, ABSENT)));

    seen(link(ON, OFF, ABSENT, ABSENT));

    assertEquals(List.of("eth0 RAISE"), judge(new LinkDown(), link(OFF, OFF, ABSENT, ABSENT)));
  }

  @Test
  void routeThatWentAwayWithItsLinkIsStillKnown() {
    seen(link(OFF, ON, ABSENT, ABSENT));

    assertEquals(List.of("eth0 RAISE"), judge(new LinkDown(), link(OFF, OFF, ABSENT, ABSENT)));
  }

  @Test
  void linkThatIsSwitchedOffIsNotJudged() {
    seen(link(ON, ON, FAST, ABSENT));

    assertEquals(List.of(), judge(new LinkDown(), link(ABSENT, OFF, ABSENT, ABSENT)));
    assertEquals(List.of("eth0 NO_DATA"), judge(new LinkDown(), link(FAILED, OFF, FAST, ABSENT)));
  }

  @Test
  void linkIsSlowAgainstWhatIsExpectedElseAgainstItsBest() {
    assertEquals(
        List.of("eth0 RAISE"),
        judge(new LinkSlow(), link(ON, ON, Measured.of(100), Measured.of(1000))));
    assertEquals(List.of("eth0 CLEAR"), judge(new LinkSlow(), link(ON, ON, FAST, FAST)));
    assertEquals(
        List.of("eth0 CLEAR"), judge(new LinkSlow(), link(ON, ON, Measured.of(100), ABSENT)));

    seen(link(ON, ON, FAST, ABSENT));

    assertEquals(
        List.of("eth0 RAISE"), judge(new LinkSlow(), link(ON, ON, Measured.of(100), ABSENT)));
  }

  @Test
  void linkThatIsFasterThanExpectedIsFine() {
    seen(link(ON, ON, FAST, ABSENT));

    assertEquals(
        List.of("eth0 CLEAR"),
        judge(new LinkSlow(), link(ON, ON, Measured.of(100), Measured.of(100))));
  }

  @Test
  void halfDuplexIsSlowAtAnySpeed() {
    assertEquals(List.of("eth0 RAISE"), judge(new LinkSlow(), link(ON, ON, FAST, FAST, OFF)));
  }

  @Test
  void speedOfALinkWithoutACarrierNeitherBeginsNorEndsAFault() {
    assertEquals(List.of("eth0 HOLD"), judge(new LinkSlow(), link(OFF, ON, Measured.of(10), FAST)));
  }

  @Test
  void errorsAreJudgedAgainstPacketsOfTheSameTime() {
    traffic(0, 5_000, 1_000);
    assertEquals(List.of("eth0 CLEAR"), errors(10, 5_000, 1_000));
    assertEquals(List.of("eth0 CLEAR"), errors(20, 5_001, 11_000));
    assertEquals(List.of("eth0 HOLD"), errors(30, 5_050, 21_000));
    assertEquals(List.of("eth0 RAISE"), errors(40, 6_000, 22_000));
  }

  @Test
  void fewPacketsSayNothingOfErrors() {
    traffic(0, 0, 1_000);

    assertEquals(List.of("eth0 NO_DATA"), errors(10, 5, 1_990));
    assertEquals(List.of("eth0 RAISE"), errors(20, 20, 2_000));
  }

  @Test
  void linkOverWhichLittleGoesIsJudgedByAnHour() {
    traffic(0, 0, 0);

    assertEquals(List.of("eth0 NO_DATA"), errors(1_200, 100, 200));
    assertEquals(List.of("eth0 NO_DATA"), errors(2_400, 200, 500));
    assertEquals(List.of("eth0 RAISE"), errors(3_500, 300, 800));
  }

  @Test
  void errorsAreForgottenAfterFiveMinutes() {
    traffic(0, 0, 1_000);
    assertEquals(List.of("eth0 RAISE"), errors(10, 2_000, 2_000));

    assertEquals(List.of("eth0 CLEAR"), errors(310, 2_000, 2_000));
  }

  @Test
  void withABrokerTheConnectionCountsWhateverTheRoute() {
    assertEquals(List.of("uplink CLEAR"), reach(routes(0), agent(ON)));
    assertEquals(List.of("uplink RAISE"), reach(routes(2), agent(OFF)));
  }

  @Test
  void boardThatStandsAloneMissesNobody() {
    assertEquals(List.of("uplink CLEAR"), reach(routes(0), agent(ABSENT)));
  }

  @Test
  void withoutABrokerTheDefaultRouteCountsOnceThereWasOne() {
    seen(routes(1));

    assertEquals(List.of("uplink RAISE"), reach(routes(0), agent(ABSENT)));
    assertEquals(List.of("uplink CLEAR"), reach(routes(1), agent(ABSENT)));
    assertEquals(
        List.of("uplink NO_DATA"),
        reach(new NetRoute("routes", "/proc", Measured.notRecorded()), agent(ABSENT)));
  }

  @Test
  void boardWithoutInterfacesHasNothingToReach() {
    assertEquals(List.of(), judge(new Unreachable(), routes(0), agent(ABSENT)));
  }

  @Test
  void certificateIsMinorAMonthAndMajorAWeekBeforeItsEnd() {
    assertEquals(List.of("ca CLEAR,CLEAR"), certificate(Measured.of(30.1)));
    assertEquals(List.of("ca RAISE,CLEAR"), certificate(Measured.of(30)));
    assertEquals(List.of("ca RAISE,RAISE"), certificate(Measured.of(-400)));
    assertEquals(List.of("ca NO_DATA,NO_DATA"), certificate(ABSENT));
    assertEquals(List.of("ca NO_DATA,NO_DATA"), certificate(FAILED));
  }

  private static List<String> certificate(Measured daysLeft) {
    Rule rule =
        Rules.all().stream().filter(r -> r.code().equals("NET-806")).findFirst().orElseThrow();
    return Judge.judge(rule, Past.NONE, new Certificate("ca", "/etc/ca.pem", daysLeft));
  }

  private List<String> reach(Sample... samples) {
    var all = new ArrayList<>(List.of(samples));
    all.add(link(ON, ON, FAST, ABSENT));
    return judge(new Unreachable(), all.toArray(Sample[]::new));
  }

  private static NetRoute routes(int count) {
    return new NetRoute("routes", "/proc/net/route", Measured.of((double) count));
  }

  private static AgentHealth agent(Measured brokerReachable) {
    return new AgentHealth(
        "agent",
        "panelwatch",
        ABSENT,
        ABSENT,
        ABSENT,
        ABSENT,
        ABSENT,
        brokerReachable,
        ABSENT,
        ABSENT);
  }

  private List<String> judge(Rule rule, Sample... samples) {
    return Judge.judge(rule, past.with(Judge.scan(samples)), samples);
  }

  private void seen(Sample sample) {
    past = past.with(Judge.scan(sample));
  }

  private void traffic(int seconds, double errors, double packets) {
    past = past.with(Judge.scanAt(Duration.ofSeconds(seconds), counters(errors, packets)));
  }

  private List<String> errors(int seconds, double errors, double packets) {
    traffic(seconds, errors, packets);
    return Judge.judge(new LinkErrors(), past, counters(errors, packets));
  }

  private static Sample counters(double errors, double packets) {
    return new Sample.NetLink(
        "eth0",
        "/sys/class/net/eth0",
        ON,
        ON,
        ON,
        FAST,
        ABSENT,
        ON,
        Measured.of(errors),
        Measured.of(packets),
        ABSENT,
        ABSENT,
        ABSENT,
        true);
  }

  private static Sample link(Measured carrier, Measured route, Measured speed, Measured expected) {
    return link(carrier, route, speed, expected, ON);
  }

  private static Sample link(
      Measured carrier, Measured route, Measured speed, Measured expected, Measured duplex) {
    return new Sample.NetLink(
        "eth0",
        "/sys/class/net/eth0",
        carrier,
        ON,
        route,
        speed,
        ABSENT,
        duplex,
        ABSENT,
        ABSENT,
        ABSENT,
        ABSENT,
        expected,
        true);
  }
}
