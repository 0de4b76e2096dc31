package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Occurrences;
import io.panelwatch.agent.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.tinylog.Logger;

/**
 * Counts the episodes of each code on each component, from what the store has on.
 *
 * <p>Asked in the middle of a judgement, so it must have an answer: a store that cannot be read
 * would otherwise undo the transitions of every other fault of that scan. The count then goes on
 * from what this run has seen. Not thread-safe: the thread that judges.
 */
final class EpisodeCount implements Occurrences {

  private record Key(String code, String component) {}

  private final BiFunction<String, String, Occurrence> stored;
  private final Map<Key, Occurrence> counted = new HashMap<>();

  /**
   * @param stored which one the next episode of a code on a component is by what the store has; may
   *     throw {@link StoreException}
   */
  EpisodeCount(BiFunction<String, String, Occurrence> stored) {
    this.stored = stored;
  }

  @Override
  public Occurrence next(String code, String component) {
    return counted.merge(
        new Key(code, component), stored(code, component), EpisodeCount::afterBoth);
  }

  /** What this run has counted last, and what is next by a store that may not have all of it. */
  private static Occurrence afterBoth(Occurrence counted, Occurrence stored) {
    return counted.total() < stored.total() ? stored : counted.again();
  }

  private Occurrence stored(String code, String component) {
    try {
      return stored.apply(code, component);
    } catch (StoreException e) {
      Logger.error("Episodes of {} are counted without the past: {}", code, e.getMessage());
      return Occurrence.FIRST;
    }
  }
}
