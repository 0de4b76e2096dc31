package io.panelwatch.agent.ups;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Ups;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The UPS that feeds the board, as its server tells of it. A server that gives no answer is a UPS
 * that does not answer: a sample as any other, with the reason beside its address, and not a source
 * that fails.
 *
 * <p>{@code ups.status} is a set of words (NUT developer guide, chapter "Status data"): {@code OL}
 * on line, {@code OB} on battery, {@code RB} replace battery, and others that say nothing here.
 */
public final class UpsSource implements SensorSource {

  private final Optional<UpsAddress> address;

  /**
   * A source that asks at each read; one connection each, because upsd closes idle ones.
   *
   * @param address empty where the board has none, so that faults of one that it had are over
   */
  public UpsSource(Optional<UpsAddress> address) {
    this.address = address;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.UPS;
  }

  @Override
  public String lookedIn() {
    return address.map(ups -> "upsd " + ups).orElse("[watch] ups of the configuration");
  }

  @Override
  public List<Ups> read() {
    return address.map(ups -> List.of(ask(ups))).orElse(List.of());
  }

  private Ups ask(UpsAddress ups) {
    try {
      return sample(ups, NutClient.variables(ups));
    } catch (NutException refused) {
      return silent(ups, String.valueOf(refused.getMessage()));
    } catch (IOException noAnswer) {
      return silent(ups, "no answer");
    }
  }

  private Ups sample(UpsAddress ups, Map<String, String> variables) {
    Set<String> status =
        Set.copyOf(Arrays.asList(variables.getOrDefault("ups.status", "").split(" +")));
    return new Ups(
        ups.name(),
        lookedIn(),
        Measured.of(true),
        onBattery(status),
        percent(variables.getOrDefault("battery.charge", "")),
        Measured.of(!status.contains("RB")));
  }

  /** Neither word: it is off, in bypass, or its driver has only just begun. */
  private static Measured onBattery(Set<String> status) {
    return status.contains("OB") || status.contains("OL")
        ? Measured.of(status.contains("OB"))
        : Measured.absent();
  }

  private static Measured percent(String text) {
    try {
      double percent = Double.parseDouble(text);
      return percent >= 0 && percent <= 100 ? Measured.of(percent) : Measured.absent();
    } catch (NumberFormatException notTold) {
      return Measured.absent();
    }
  }

  private Ups silent(UpsAddress ups, String reason) {
    return new Ups(
        ups.name(),
        lookedIn() + " (" + reason + ")",
        Measured.of(false),
        Measured.absent(),
        Measured.absent(),
        Measured.absent());
  }
}
