package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * PWR-103: the board has lost its outside power. Judged of the board as a whole, and told under the
 * name of its mains supply.
 *
 * <p>Counted are the supplies that feed the board: every one of type Mains, and a USB port once it
 * was seen online, because a laptop's idle USB-C ports are supplies, too. The feed of a PoE board
 * that is plugged onto a Raspberry Pi is of type Mains whether or not the network cable feeds it,
 * so it counts like a USB port. Any other Mains counts from the start, with a battery or without
 * one: the kernel also shows the power-fail line of a supply as such. Lost is the power when none
 * of them is online, or when a UPS says that it discharges. A board that counts none (a Raspberry
 * Pi) has nothing to lose here.
 *
 * <p>A power-fail line that the configuration names is judged by itself and at once: it is told in
 * the last milliseconds that the board may have. The supplies are judged beside it, because a line
 * may be wrong, switched off or out of service; whichever of them is a fault first tells of the
 * loss.
 */
final class MainsLost implements Rule {

  static final String CODE = "PWR-103";

  /** What drivers/power/supply/rpi-poe-power.c calls its supply. */
  private static final String ADDITIONAL_FEED = "rpi-poe";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public boolean tellsOnce() {
    return true;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    List<Component> lines = scan.components(SensorFamily.POWER_FAIL_LINES);
    List<Finding> findings = new ArrayList<>();
    ofSupplies(scan, past, limits).ifPresent(findings::add);
    lines.forEach(line -> findings.add(ofLine(line, limits)));
    return findings;
  }

  private static Finding ofLine(Component line, Limits limits) {
    Verdict verdict = Verdict.of(line.good(Quantity.POWER_FAILING), failing -> failing == 1);
    String source = line.readings().getFirst().source();
    return Finding.plain(
        line, limits.of(CODE, line.name()), verdict, outsidePower(verdict), source);
  }

  /** What all supplies say together; empty where none counts. */
  private static Optional<Finding> ofSupplies(Scan scan, Past past, Limits limits) {
    List<Component> supplies = scan.components(SensorFamily.POWER_SUPPLIES);
    List<Component> feeding = only(supplies, s -> s.isKnownAs(Quantity.SUPPLY_FEEDS_BOARD));
    List<Component> counted =
        only(feeding, s -> isTheMains(s) || past.wasEver(Quantity.SUPPLY_ONLINE, s.name(), 0));
    List<Component> ups = only(supplies, s -> s.isKnownAs(Quantity.SUPPLY_IS_UPS));
    if (counted.isEmpty() && ups.isEmpty()) {
      return Optional.empty();
    }
    Component named = named(feeding, ups);
    Criteria criteria = limits.of(CODE, named.name());
    Verdict verdict = judge(counted, ups);
    List<Reading> evidence = supplies.stream().flatMap(s -> s.readings().stream()).toList();
    String source = named.readings().getFirst().source();
    return Optional.of(
        Finding.plain(
            SensorFamily.POWER_SUPPLIES,
            named.name(),
            criteria,
            verdict,
            outsidePower(verdict),
            source,
            evidence));
  }

  /** 1 where there is outside power, 0 where there is none. */
  private static OptionalDouble outsidePower(Verdict verdict) {
    return switch (verdict) {
      case RAISE -> OptionalDouble.of(0);
      case CLEAR -> OptionalDouble.of(1);
      case HOLD, NO_DATA -> OptionalDouble.empty();
    };
  }

  /** What is neither in the board nor in the configuration any more feeds nothing. */
  @Override
  public Verdict ofVanished(Scan scan) {
    return Verdict.clearIf(
        scan.answered(SensorFamily.POWER_SUPPLIES)
            && scan.answered(SensorFamily.UPS)
            && scan.answered(SensorFamily.POWER_FAIL_LINES));
  }

  /** The supplies that a mains fault was about have fed the board. */
  @Override
  public Past recall(Fault fault, Past past) {
    Past known = past;
    for (Reading reading : fault.freezeFrame().raw(Quantity.SUPPLY_FEEDS_BOARD)) {
      if (reading.value().orElse(0) == 1) {
        known = known.withSeen(Quantity.SUPPLY_ONLINE, reading.component(), 1);
      }
    }
    return known;
  }

  private static boolean isTheMains(Component supply) {
    return supply.isKnownAs(Quantity.SUPPLY_IS_MAINS) && !supply.name().startsWith(ADDITIONAL_FEED);
  }

  private static Verdict judge(List<Component> counted, List<Component> ups) {
    if (ups.stream().anyMatch(s -> s.is(Quantity.SUPPLY_DISCHARGING, 1))) {
      return Verdict.RAISE;
    }
    if (counted.stream().anyMatch(s -> s.is(Quantity.SUPPLY_ONLINE, 1))) {
      return Verdict.clearIf(ups.stream().noneMatch(MainsLost::mayBeOnItsBattery));
    }
    boolean allTold = counted.stream().allMatch(s -> s.good(Quantity.SUPPLY_ONLINE).isPresent());
    if (counted.isEmpty() || !allTold) {
      return ups.stream().anyMatch(s -> s.is(Quantity.SUPPLY_DISCHARGING, 0))
          ? Verdict.CLEAR
          : Verdict.NO_DATA;
    }
    return Verdict.RAISE;
  }

  /** A UPS that has fallen silent on its battery still feeds the board's own supply. */
  private static boolean mayBeOnItsBattery(Component ups) {
    return ups.reading(Quantity.SUPPLY_DISCHARGING)
        .filter(reading -> reading.quality() == Quality.STALE)
        .map(reading -> reading.value().orElse(1) == 1)
        .orElse(false);
  }

  /**
   * The supply that lends its name: one of type Mains before a USB port before a UPS. Which ones
   * are online must not matter, or the name would change in the middle of an episode.
   */
  private static Component named(List<Component> feeding, List<Component> ups) {
    return feeding.stream()
        .filter(s -> s.isKnownAs(Quantity.SUPPLY_IS_MAINS))
        .findFirst()
        .or(() -> feeding.stream().findFirst())
        .orElseGet(ups::getFirst);
  }

  private static List<Component> only(List<Component> supplies, Predicate<Component> wanted) {
    return supplies.stream().filter(wanted).toList();
  }
}
