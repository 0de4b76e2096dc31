package io.panelwatch.simulator.dispatch;

/**
 * One row of a device's outbox, as {@code up/fault} or {@code up/service} brought it.
 *
 * @param device {@code [A-Za-z0-9_-]{1,64}}
 * @param epoch of the device's outbox, at least 0
 * @param seq contiguous within the epoch, from 1
 * @param content what it tells
 * @param json the event as it came, for the record
 */
public record ReportRow(String device, long epoch, long seq, Content content, String json)
    implements UpMessage {

  /** What a row tells. */
  public sealed interface Content {}

  /** A fault has changed. */
  public record FaultChange(Transition transition, FaultFacts facts) implements Content {}

  /**
   * Something was done on the device: recorded, and noted on the ticket that it is about.
   *
   * @param event as its type names it, such as {@code signed-off}; the whole type where that is one
   *     that nobody here knows
   * @param subject what it is about, such as a faultId; may be empty
   * @param by the name of who did it, or by which way it came; may be empty
   */
  public record Service(String event, String subject, String by) implements Content {

    /** Somebody has taken note of a fault. */
    public static final String ACKNOWLEDGED = "acknowledged";

    /** The repair of a fault is signed off. */
    public static final String SIGNED_OFF = "signed-off";
  }

  /** The device gave this row up ({@code io.panelwatch.skipped.v1}). */
  public record Skipped() implements Content {}

  /**
   * The row is there and what it tells breaks the contract: recorded as it came, or every row
   * behind it would wait for ever. What it meant heals from {@code up/faults/active}.
   *
   * @param reason what is wrong with it
   */
  public record Unreadable(String reason) implements Content {}

  /** The transitions of a fault event, with the names of the contract. */
  public enum Transition {
    RAISED,
    UPDATED,
    ACKNOWLEDGED,
    SHELVED,
    CLEARED,
    RESOLVED
  }
}
