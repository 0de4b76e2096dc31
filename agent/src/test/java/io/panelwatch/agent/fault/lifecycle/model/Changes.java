package io.panelwatch.agent.fault.lifecycle.model;

import java.util.ArrayList;
import java.util.List;

/** When the fault of one subject came and went. */
final class Changes {

  /** More than 5 in 10 minutes are too many. */
  private static final int MOST = 5;

  private static final int WINDOW = 600;

  private final List<Long> all = new ArrayList<>();

  /** It comes or goes: whether that is too often. */
  boolean isOneTooMany(long now) {
    all.add(now);
    return all.stream().filter(second -> now - second < WINDOW).count() > MOST;
  }

  /** A start of the agent, or of another thing in that place. */
  void forget() {
    all.clear();
  }
}
