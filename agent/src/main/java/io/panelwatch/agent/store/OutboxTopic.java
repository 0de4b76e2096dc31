package io.panelwatch.agent.store;

/**
 * Where a report is sent. All of them share the outbox and its seq, so that who follows one topic
 * alone sees gaps.
 */
public enum OutboxTopic {
  /** What becomes of faults. */
  FAULT("up/fault"),
  /** What people do on the device. */
  SERVICE("up/service");

  private final String path;

  OutboxTopic(String path) {
    this.path = path;
  }

  /** The topic below the device's root. */
  public String path() {
    return path;
  }

  /**
   * The one of that path.
   *
   * @throws IllegalArgumentException when there is none: the row is nothing that was written
   */
  static OutboxTopic ofPath(String path) {
    for (OutboxTopic topic : values()) {
      if (topic.path.equals(path)) {
        return topic;
      }
    }
    throw new IllegalArgumentException("a report is for '%s', which is no topic".formatted(path));
  }
}
