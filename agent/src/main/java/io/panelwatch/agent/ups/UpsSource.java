package io.panelwatch.agent.ups;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Ups;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The UPS that feeds the board, as its server told of it last; reading never waits. A server that
 * gives no answer is a UPS that does not answer: a sample as any other, with the reason beside its
 * address, and not a source that fails. What was known of the UPS is then stale: a battery that was
 * nearly empty when its server fell silent is not full again.
 *
 * <p>{@code ups.status} is a set of words (NUT developer guide, chapter "Status data"): {@code OL}
 * on line, {@code OB} on battery, {@code LB} low battery, {@code RB} replace battery, and others
 * that say nothing here.
 */
public final class UpsSource implements SensorSource, AutoCloseable {

  /** An answer that is older is none: the next one should have been there long ago. */
  static final Duration FRESH = UpsPoll.RETRY.plus(UpsPoll.PATIENCE.multipliedBy(2));

  private final Optional<UpsAddress> address;
  private final Supplier<Optional<UpsAnswer>> latest;
  private final Runnable end;
  private final BoardClock clock;
  private final long begunNanos;
  private Optional<Ups> known = Optional.empty();

  private UpsSource(
      Optional<UpsAddress> address,
      Supplier<Optional<UpsAnswer>> latest,
      Runnable end,
      BoardClock clock) {
    this.address = address;
    this.latest = latest;
    this.end = end;
    this.clock = clock;
    begunNanos = clock.monotonicNanos();
  }

  /**
   * A source that asks from now on until it is closed.
   *
   * @param address empty where the board has none, so that faults of one that it had are over
   */
  public static UpsSource of(Optional<UpsAddress> address, BoardClock clock) {
    if (address.isEmpty()) {
      return new UpsSource(address, Optional::empty, () -> {}, clock);
    }
    var poll = new UpsPoll(address.get(), clock);
    return new UpsSource(address, poll::latest, poll::close, clock);
  }

  /** A source of answers that come from elsewhere. */
  static UpsSource of(UpsAddress address, Supplier<Optional<UpsAnswer>> latest, BoardClock clock) {
    return new UpsSource(Optional.of(address), latest, () -> {}, clock);
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
  public boolean looksForAnything() {
    return address.isPresent();
  }

  @Override
  public List<Ups> read() {
    return address.map(ups -> List.of(sample(ups))).orElse(List.of());
  }

  /** Asks no more. */
  @Override
  public void close() {
    end.run();
  }

  private Ups sample(UpsAddress ups) {
    Optional<UpsAnswer> answer = latest.get();
    long asOfNanos = answer.map(UpsAnswer::nanos).orElse(begunNanos);
    if (clock.monotonicNanos() - asOfNanos > FRESH.toNanos()) {
      return silent(ups, Measured.of(false), " (no answer)");
    }
    return answer
        .map(
            fresh ->
                switch (fresh) {
                  case UpsAnswer.Told(Map<String, String> variables, long _) ->
                      told(ups, variables);
                  case UpsAnswer.Refused(String reason, long _) ->
                      silent(ups, Measured.of(false), " (" + reason + ")");
                })
        .orElseGet(() -> silent(ups, Measured.notToldYet(), ""));
  }

  private Ups told(UpsAddress ups, Map<String, String> variables) {
    Optional<Set<String>> status =
        Optional.ofNullable(variables.get("ups.status"))
            .map(words -> Set.copyOf(Arrays.asList(words.split(" +"))));
    var sample =
        new Ups(
            ups.name(),
            lookedIn(),
            Measured.of(true),
            status.map(UpsSource::onBattery).orElseGet(Measured::notToldYet),
            status.map(words -> Measured.of(words.contains("LB"))).orElseGet(Measured::notToldYet),
            percent(variables.getOrDefault("battery.charge", "")),
            status
                .map(words -> Measured.of(!words.contains("RB")))
                .orElseGet(Measured::notToldYet));
    known = Optional.of(sample);
    return sample;
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

  private Ups silent(UpsAddress ups, Measured answering, String reason) {
    return new Ups(
        ups.name(),
        lookedIn() + reason,
        answering,
        known.map(Ups::onBattery).orElseGet(Measured::notToldYet).asStale(),
        known.map(Ups::lowBattery).orElseGet(Measured::notToldYet).asStale(),
        known.map(Ups::chargePercent).orElseGet(Measured::notToldYet).asStale(),
        known.map(Ups::batteryGood).orElseGet(Measured::notToldYet).asStale());
  }
}
