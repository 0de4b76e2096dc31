package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Limits.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LimitsTest {

  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void untouchedCodeKeepsTheCataloguesLimits() {
    Limits limits = with("TMP-301", raise(80));

    assertEquals(CATALOGUE.entry("DSK-401").criteria(), limits.of("DSK-401", "data"));
  }

  @Test
  void componentWithAnOnDelayOfItsOwnKeepsItUntilTheConfigurationNamesTheComponent() {
    LimitOverride shorter = onDelay(Duration.ofSeconds(1));
    LimitOverride longer = onDelay(Duration.ofSeconds(9));
    var ofLine = new Scope("PWR-103", Optional.of("power-fail"));
    var ofCode = new Scope("PWR-103", Optional.empty());

    assertEquals("PT0S PT5S", onDelays(Map.of()));
    assertEquals("PT1S PT5S", onDelays(Map.of(ofLine, shorter)));
    assertEquals("PT0S PT9S", onDelays(Map.of(ofCode, longer)));
    assertEquals("PT1S PT9S", onDelays(Map.of(ofCode, longer, ofLine, shorter)));
  }

  private static LimitOverride onDelay(Duration delay) {
    return new LimitOverride(
        List.of(),
        List.of(),
        Optional.of(delay),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Of the power-fail line and of a supply. */
  private static String onDelays(Map<Scope, LimitOverride> overrides) {
    Limits limits = Limits.of(CATALOGUE, overrides);
    return limits.of("PWR-103", "power-fail").onDelay()
        + " "
        + limits.of("PWR-103", "AC").onDelay();
  }

  @Test
  void newRaiseLimitKeepsTheWidthOfTheHysteresis() {
    Level level = with("TMP-301", raise(65)).of("TMP-301", "soc").levels().getFirst();

    assertEquals(OptionalDouble.of(65), level.raise());
    assertEquals(OptionalDouble.of(60), level.clear());
  }

  @Test
  void oneNumberSetsTheMildestLevelOnly() {
    List<Level> levels = with("DSK-401", raise(85)).of("DSK-401", "data").levels();

    assertEquals(OptionalDouble.of(85), levels.get(0).raise());
    assertEquals(OptionalDouble.of(98), levels.get(1).raise());
  }

  @Test
  void numberForEachLevelSetsEach() {
    List<Level> levels = with("DSK-401", raise(70, 95)).of("DSK-401", "data").levels();

    assertEquals(List.of(70.0, 95.0), levels.stream().map(l -> l.raise().orElseThrow()).toList());
    assertEquals(List.of(60.0, 87.0), levels.stream().map(l -> l.clear().orElseThrow()).toList());
  }

  @Test
  void levelsInTheWrongOrderAreRefused() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> with("DSK-401", raise(98, 90)));

    assertTrue(refused.getMessage().startsWith("DSK-401: the raise limits"), refused::getMessage);
    assertThrows(IllegalArgumentException.class, () -> with("PWR-104", raise(5)));
    with("PWR-102", raise(11_400, 12_600));
  }

  @Test
  void componentsOwnLimitGoesBeforeTheCodes() {
    Limits limits =
        Limits.of(
            CATALOGUE,
            Map.of(
                new Scope("DSK-401", Optional.empty()), raise(85),
                new Scope("DSK-401", Optional.of("data")), raise(50)));

    assertEquals(50, firstRaise(limits, "data"));
    assertEquals(85, firstRaise(limits, "root"));
  }

  @Test
  void componentsWithoutLimitsOfTheirOwnShareOnes() {
    Limits limits = with("DSK-401", raise(85));

    assertSame(limits.of("DSK-401", "usb-stick-1"), limits.of("DSK-401", "usb-stick-2"));
  }

  @Test
  void offDelayFollowsAnOnDelayUnlessItIsStated() {
    Limits heat = with("TMP-301", delays(Optional.of(Duration.ofSeconds(5)), Optional.empty()));
    Limits fan = with("FAN-201", delays(Optional.of(Duration.ofSeconds(5)), Optional.empty()));
    Limits both =
        with(
            "FAN-201",
            delays(Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofSeconds(7))));

    assertEquals(Duration.ofSeconds(10), heat.of("TMP-301", "soc").offDelay());
    assertEquals(Duration.ofSeconds(60), fan.of("FAN-201", "fan1").offDelay());
    assertEquals(Duration.ofSeconds(7), both.of("FAN-201", "fan1").offDelay());
  }

  @Test
  void severityIsOverriddenOnEveryLevelAndNothingElseIs() {
    var critical =
        new LimitOverride(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Severity.CRITICAL),
            Optional.empty());
    Criteria criteria = with("DSK-401", critical).of("DSK-401", "data");

    assertTrue(criteria.levels().stream().allMatch(l -> l.severity() == Severity.CRITICAL));
    assertTrue(criteria.enabled());
    assertEquals(Duration.ofMinutes(1), criteria.onDelay());
  }

  @Test
  void clearLimitPastTheRaiseLimitIsRefusedWithTheCode() {
    var wrong = limits(List.of(), List.of(80.0));

    var e = assertThrows(IllegalArgumentException.class, () -> with("TMP-301", wrong));

    assertTrue(e.getMessage().startsWith("TMP-301: clear 80.0 is on the wrong side of raise 75.0"));
  }

  @Test
  void moreNumbersThanLevelsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> with("TMP-301", raise(75, 80)));
  }

  @Test
  void numberForAYesOrNoIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> with("PWR-103", raise(1)));
  }

  @Test
  void limitThatAComponentGivesTakesThePlaceOfTheCatalogues() {
    Criteria own = Limits.defaults(CATALOGUE).of("TMP-301", "soc");
    Level given = own.givenBy(Bounds.high(90, 85)).levels().getFirst();

    assertEquals(OptionalDouble.of(90), given.raise());
    assertEquals(OptionalDouble.of(85), given.clear());
    assertEquals(own.levels().getFirst().severity(), given.severity());
  }

  @Test
  void configuredLimitTakesThePlaceOfTheOneThatAComponentGives() {
    Criteria configured = with("TMP-303", raise(70)).of("TMP-303", "chip");

    assertEquals(configured, configured.givenBy(Bounds.high(90, 85)));
    assertEquals(OptionalDouble.of(70), configured.levels().getFirst().raise());
  }

  @Test
  void hysteresisOnTheWrongSideOfAGivenLimitIsNoneAndNoError() {
    Criteria own = Limits.defaults(CATALOGUE).of("TMP-303", "chip");

    assertEquals(
        OptionalDouble.empty(), own.givenBy(Bounds.high(90, 95)).levels().getFirst().clear());
    assertEquals(
        OptionalDouble.empty(), own.givenBy(Bounds.low(90, 85)).levels().getFirst().clear());
    assertEquals(
        OptionalDouble.empty(),
        own.givenBy(Bounds.high(90, Double.NaN)).levels().getFirst().clear());
  }

  @Test
  void unknownCodeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> with("FAN-999", raise(1)));
  }

  @Test
  void negativeDelayIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> delays(Optional.of(Duration.ofSeconds(-1)), Optional.empty()));
  }

  @Test
  void lowLimitIsRaisedAtOrBelowAndClearedAtOrAbove() {
    var low =
        new Level(
            Level.Side.LOW,
            OptionalDouble.of(300),
            OptionalDouble.of(400),
            Severity.MINOR,
            PublicImpact.NONE);

    assertTrue(low.raisedBy(300));
    assertFalse(low.raisedBy(301));
    assertFalse(low.clearedBy(399));
    assertTrue(low.clearedBy(400));
  }

  private static double firstRaise(Limits limits, String component) {
    return limits.of("DSK-401", component).levels().getFirst().raise().orElseThrow();
  }

  private static Limits with(String code, LimitOverride override) {
    return Limits.of(CATALOGUE, Map.of(new Scope(code, Optional.empty()), override));
  }

  private static LimitOverride raise(double raise) {
    return limits(List.of(raise), List.of());
  }

  private static LimitOverride raise(double first, double second) {
    return limits(List.of(first, second), List.of());
  }

  private static LimitOverride limits(List<Double> raise, List<Double> clear) {
    return new LimitOverride(
        raise, clear, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LimitOverride delays(Optional<Duration> on, Optional<Duration> off) {
    return new LimitOverride(List.of(), List.of(), on, off, Optional.empty(), Optional.empty());
  }
}
