package io.panelwatch.agent.daemon;

import io.panelwatch.agent.fault.lifecycle.Occurrences;
import io.panelwatch.agent.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntBiFunction;
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

  private final ToIntBiFunction<String, String> stored;
  private final Map<Key, Integer> counted = new HashMap<>();

  /**
   * @param stored how many episodes of a code on a component the store has; may throw {@link
   *     StoreException}
   */
  EpisodeCount(ToIntBiFunction<String, String> stored) {
    this.stored = stored;
  }

  @Override
  public int next(String code, String component) {
    var key = new Key(code, component);
    int known = Math.max(counted.getOrDefault(key, 0), stored(code, component));
    counted.put(key, known + 1);
    return known + 1;
  }

  private int stored(String code, String component) {
    try {
      return stored.applyAsInt(code, component);
    } catch (StoreException e) {
      Logger.error("Episodes of {} are counted without the past: {}", code, e.getMessage());
      return 0;
    }
  }
}
