package io.panelwatch.agent.report;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/**
 * Which documents are to be sent, and in which form. What the broker finds too large is sent in
 * brief until the next connection; what it refuses otherwise waits for the next resend. Not
 * thread-safe.
 */
final class DueDocuments {

  private final Set<Document> due = EnumSet.noneOf(Document.class);
  private final Set<Document> brief = EnumSet.noneOf(Document.class);
  private final Set<Document> refused = EnumSet.noneOf(Document.class);

  /** A connection came up: all of them, and whole. */
  void connected() {
    brief.clear();
    refused.clear();
    due.addAll(EnumSet.allOf(Document.class));
  }

  /** It is to be sent, as it then is. */
  void add(Document document) {
    due.add(document);
  }

  /** The next one that is not on its way. */
  Optional<Document> take(Set<Document> onTheirWay) {
    Optional<Document> next =
        due.stream().filter(document -> !onTheirWay.contains(document)).findFirst();
    next.ifPresent(due::remove);
    return next;
  }

  /** Whether it is to be sent without what is not vital. */
  boolean isBrief(Document document) {
    return brief.contains(document);
  }

  /** The broker has refused it. */
  void refused(Document document, int reasonCode) {
    boolean tooLarge = reasonCode == ReasonCode.PACKET_TOO_LARGE && document.hasBriefForm();
    if (tooLarge && brief.add(document)) {
      Logger.warn("The broker takes no message as large as {}: it is sent in brief", document);
      due.add(document);
    } else {
      Logger.warn("The broker refused {} with 0x{}", document, Integer.toHexString(reasonCode));
      refused.add(document);
    }
  }

  /** The broker has taken it. */
  void accepted(Document document) {
    refused.remove(document);
  }

  /** Whether one stands refused. */
  boolean standsRefused() {
    return !refused.isEmpty();
  }

  /** What was refused is tried again. */
  void retry() {
    due.addAll(refused);
    refused.clear();
  }
}
