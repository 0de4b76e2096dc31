package io.panelwatch.simulator.dispatch;

import java.util.List;

/** What a device says that the backend acts on, already checked. */
sealed interface UpMessage permits ReportRow, UpMessage.Status, UpMessage.ActiveFaults {

  /** The device that said it, from the topic. */
  String device();

  /**
   * {@code up/status}.
   *
   * @param online false in a will and in a farewell
   * @param epoch of the device's outbox
   * @param oldestSeq the first row that the outbox still has, or would write next
   * @param lastSeq the last row that it wrote; {@code oldestSeq - 1} when it is empty
   */
  record Status(String device, boolean online, long epoch, long oldestSeq, long lastSeq)
      implements UpMessage {}

  /**
   * {@code up/faults/active}.
   *
   * @param epoch of the device's outbox
   * @param lastSeq the row of that outbox up to which the list is true
   */
  record ActiveFaults(String device, long epoch, long lastSeq, List<FaultFacts> faults)
      implements UpMessage {
    /** Copies the list. */
    public ActiveFaults {
      faults = List.copyOf(faults);
    }
  }
}
