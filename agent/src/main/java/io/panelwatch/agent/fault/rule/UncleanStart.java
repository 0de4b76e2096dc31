package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * PWR-108: the board has started without having been shut down. That is an event and no state: it
 * is there for a minute after it was found, and then waits for somebody who has seen it. How bad it
 * is follows from how often it happened within a day.
 */
final class UncleanStart implements Rule {

  static final String CODE = "PWR-108";

  /** Some scans, of which one may be lost. */
  private static final double TOLD_FOR_SECONDS = Duration.ofMinutes(1).toSeconds();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Finding> judge(Scan scan, Past past, Limits limits) {
    return scan.components(SensorFamily.STARTS).stream()
        .flatMap(board -> judge(board, limits))
        .toList();
  }

  private static Stream<Finding> judge(Component board, Limits limits) {
    OptionalDouble ago = board.good(Quantity.STARTS_FOUND_SECONDS_AGO);
    boolean news = ago.isPresent() && ago.getAsDouble() <= TOLD_FOR_SECONDS;
    OptionalDouble starts = board.good(Quantity.STARTS_UNCLEAN);
    return board.reading(Quantity.STARTS_UNCLEAN).filter(Reading::exists).stream()
        .map(Reading::source)
        .map(
            source ->
                news
                    ? Finding.measured(board, limits.of(CODE, board.name()), starts, source)
                    : Finding.plain(
                        board, limits.of(CODE, board.name()), Verdict.CLEAR, starts, source));
  }
}
