package io.panelwatch.agent.state;

/** Which screen a person has chosen with the buttons. */
public sealed interface Page {

  /** What the public sees; also where the screen goes back to by itself. */
  record Public() implements Page {}

  /**
   * All faults, pending ones included.
   *
   * @param selected index of the highlighted row, 0 at the top
   */
  record FaultList(int selected) implements Page {}

  /**
   * One fault: what to do, its ticket, its code to scan.
   *
   * @param faultId which episode
   * @param scroll pages scrolled down, 0 at the top; goes round past either end, because how many
   *     there are is the screen's affair
   */
  record FaultDetail(String faultId, int scroll) implements Page {}

  /**
   * Board, link, versions: for the technician.
   *
   * @param scroll as of a fault
   */
  record Status(int scroll) implements Page {

    /** At the top. */
    public Status() {
      this(0);
    }
  }

  /** A picture on which faults of the panel itself are seen. */
  record PanelTest(PanelTestStep step) implements Page {}
}
