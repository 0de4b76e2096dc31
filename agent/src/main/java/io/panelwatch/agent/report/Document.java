package io.panelwatch.agent.report;

import java.util.Optional;

/** Messages that tell a state, of which only the latest matters. */
enum Document {
  STATUS,
  ACTIVE_FAULTS,
  INVENTORY;

  /** Whether there is something in it that is not vital. */
  boolean hasBriefForm() {
    return this == ACTIVE_FAULTS;
  }

  /** Makes a document's message when it is sent. */
  interface Maker {

    /**
     * The message; empty where there is none yet.
     *
     * @param brief whether the broker found the whole of it too large
     */
    Optional<Wire.Outgoing> make(Document document, boolean brief);
  }
}
