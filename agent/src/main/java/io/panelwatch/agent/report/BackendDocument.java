package io.panelwatch.agent.report;

import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The documents of the backend, typed and within bounds. Their factories throw {@link
 * IllegalArgumentException}, naming the key, for anything that the contract or a screen cannot
 * hold.
 */
final class BackendDocument {

  private static final int MAX_SERVING = 32;
  private static final int MAX_WAITING = 99_999;
  private static final int MAX_ETA_MINUTES = 10_000;
  private static final int MAX_VALID_SECONDS = 7 * 86_400;
  private static final int MAX_FAULTS = 64;
  private static final int MAX_MISSING = 4_096;
  private static final int SHORT = 64;
  private static final int LINE = 500;

  private BackendDocument() {}

  /** {@code dn/ack}. */
  record Ack(long backendEpoch, long epoch, long contiguous, List<Long> missing) {
    static Ack of(Fields fields) {
      return new Ack(
          backendEpochOf(fields),
          fields.whole("epoch", 0, Fields.MAX_EXACT),
          fields.whole("contiguous", 0, Fields.MAX_EXACT),
          fields.wholes("missing", MAX_MISSING, 1, Fields.MAX_EXACT));
    }
  }

  /**
   * When a message came and how long the broker says it is good for.
   *
   * @param wall the wall clock at receipt
   * @param wallTrusted whether that may be believed
   * @param monotonicNanos the same moment for durations
   * @param expirySeconds what was left of the message's expiry, where it has one
   */
  record Receipt(
      Instant wall, boolean wallTrusted, long monotonicNanos, OptionalLong expirySeconds) {

    /** Already over at receipt: what cannot be proved is not shown as fresh. */
    private static final Duration NOT_PROVABLE = Duration.ofNanos(-1);

    /** For how long from receipt the message is provably good. */
    Duration provableFor(Instant asOf, Duration validFor) {
      if (expirySeconds.isPresent()) {
        Duration expiry = Duration.ofSeconds(expirySeconds.getAsLong());
        return expiry.compareTo(validFor) < 0 ? expiry : validFor;
      }
      if (!wallTrusted) {
        return NOT_PROVABLE;
      }
      Duration left = Duration.between(wall, asOf.plus(validFor));
      if (left.isNegative()) {
        return NOT_PROVABLE;
      }
      return left.compareTo(validFor) < 0 ? left : validFor;
    }
  }

  /** {@code dn/queue}. */
  static QueueInfo queue(Fields fields, Receipt receipt) {
    Instant asOf = fields.instant("asOf");
    var validFor = Duration.ofSeconds(fields.whole("validForS", 1, MAX_VALID_SECONDS));
    OptionalLong eta = fields.optionalWhole("etaMinutes", 0, MAX_ETA_MINUTES);
    return new QueueInfo(
        backendEpochOf(fields),
        revOf(fields),
        asOf,
        validFor,
        receipt.monotonicNanos(),
        receipt.provableFor(asOf, validFor),
        fields.objects(
            "serving",
            MAX_SERVING,
            serving ->
                new QueueInfo.Serving(
                    serving.text("ticket", SHORT), serving.text("counter", SHORT))),
        (int) fields.whole("waiting", 0, MAX_WAITING),
        eta.isPresent() ? OptionalInt.of((int) eta.getAsLong()) : OptionalInt.empty(),
        fields.bilingual("message", LINE));
  }

  /**
   * {@code dn/ticket/{id}}.
   *
   * @param id as in the topic; the payload must say the same
   */
  static Ticket ticket(Fields fields, String id) {
    if (!fields.text("id", SHORT).equals(id)) {
      throw new IllegalArgumentException("id: expected the one of the topic");
    }
    return new Ticket(
        backendEpochOf(fields),
        revOf(fields),
        id,
        fields.texts("faultIds", MAX_FAULTS, SHORT),
        fields.text("state", SHORT),
        fields
            .optionalObject("assignee")
            .map(a -> new Ticket.Assignee(a.text("name", SHORT), a.optionalText("kind", SHORT))),
        fields.optionalInstant("dueAt"),
        fields.optionalText("note", LINE));
  }

  /** {@code dn/notice}. */
  static Notice notice(Fields fields) {
    Instant from = fields.instant("from");
    Instant until = fields.instant("until");
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("until: expected a time after from");
    }
    return new Notice(
        backendEpochOf(fields), revOf(fields), from, until, fields.bilingual("text", LINE));
  }

  private static long backendEpochOf(Fields fields) {
    return fields.whole("backendEpoch", 0, Fields.MAX_EXACT);
  }

  private static long revOf(Fields fields) {
    return fields.whole("rev", 0, Fields.MAX_EXACT);
  }
}
