package io.panelwatch.agent.fault;

/**
 * How bad a fault is for the machine, worst first. What the public feels is {@link PublicImpact}.
 */
public enum Severity {
  CRITICAL(1),
  MAJOR(2),
  MINOR(3);

  private final int priority;

  Severity(int priority) {
    this.priority = priority;
  }

  /** The alarm priority that follows from it: 1 (most urgent) to 3. */
  public int priority() {
    return priority;
  }
}
