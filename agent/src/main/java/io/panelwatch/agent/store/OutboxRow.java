package io.panelwatch.agent.store;

/**
 * A report that the backend has not acknowledged.
 *
 * @param epoch the one in force, or an earlier one of which rows are left
 * @param seq its place within the epoch
 * @param topic where it is sent, whether or not its content was given up
 * @param skipped whether its content was given up and only its place is sent
 * @param payload JSON, final: it carries its epoch and seq
 */
public record OutboxRow(long epoch, long seq, OutboxTopic topic, boolean skipped, String payload) {

  /** The same report with other words. */
  OutboxRow saying(String other) {
    return new OutboxRow(epoch, seq, topic, skipped, other);
  }

  /** The same place with nothing in it. */
  OutboxRow givenUp(OutboxEncoder encoder) {
    return new OutboxRow(epoch, seq, topic, true, encoder.skipped(epoch, seq));
  }
}
