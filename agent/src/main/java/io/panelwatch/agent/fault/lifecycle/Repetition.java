package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Fault;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How often it is told of one episode that what is counted happened once more. */
final class Repetition {

  /** A fault that goes on happening says nothing new; the outbox and the storage are spared. */
  private static final Duration EVERY = Duration.ofHours(1);

  /** More of them in one episode and one run of the agent help nobody: four days of hours. */
  static final int MOST = 100;

  private OptionalLong toldNanos = OptionalLong.empty();
  private int again;

  /**
   * Whether it is to be told now: when the latest telling is an hour old, and before that where the
   * count has come nearer to the next level than anything told of this episode.
   *
   * @param fault as it was told last
   * @param value what is counted up to now
   * @param level the one at which it is
   */
  boolean due(Fault fault, OptionalDouble value, Criteria criteria, int level, long nanos) {
    boolean hourly = toldNanos.isEmpty() || nanos - toldNanos.getAsLong() >= EVERY.toNanos();
    return again < MOST && (hourly || nears(level + 1, fault, value, criteria));
  }

  /** A level of another quantity is not neared: it would be reached by such a number. */
  private static boolean nears(int next, Fault fault, OptionalDouble value, Criteria criteria) {
    if (value.isEmpty() || next >= criteria.levels().size()) {
      return false;
    }
    return Math.floor(value.getAsDouble()) > fault.limit().value().orElse(0)
        && !criteria.levels().get(next).raisedBy(value.getAsDouble());
  }

  /** It was told how far the count is. */
  void told(boolean onceMore, long nanos) {
    toldNanos = OptionalLong.of(nanos);
    again += onceMore ? 1 : 0;
  }
}
