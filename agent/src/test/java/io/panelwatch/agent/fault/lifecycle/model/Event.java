package io.panelwatch.agent.fault.lifecycle.model;

/**
 * What happens in a story. Each tells itself as the line of Java that makes it, so that a failed
 * story can be copied into a test.
 */
public sealed interface Event {

  /** From now on a subject looks like this; nobody has looked yet. */
  record Show(Subject subject, Sight sight) implements Event {
    @Override
    public String toString() {
      return "new Show(%s, %s)".formatted(subject, sight);
    }
  }

  /** So many seconds pass, and the agent looks once. */
  record Look(int seconds) implements Event {
    @Override
    public String toString() {
      return "new Look(%d)".formatted(seconds);
    }
  }

  /** The agent ends and is back so many seconds later; the board runs on. */
  record Restart(int seconds) implements Event {
    @Override
    public String toString() {
      return "new Restart(%d)".formatted(seconds);
    }
  }

  /** The board is switched off and, so many seconds later, on again; the agent is back with it. */
  record Reboot(int seconds) implements Event {
    @Override
    public String toString() {
      return "new Reboot(%d)".formatted(seconds);
    }
  }

  /** The board is switched off and on so often; each time the agent looks once, after a minute. */
  record Boots(int boots) implements Event {
    @Override
    public String toString() {
      return "new Boots(%d)".formatted(boots);
    }
  }

  /** So many days pass; at the end of each the agent looks once. */
  record Days(int days) implements Event {
    @Override
    public String toString() {
      return "new Days(%d)".formatted(days);
    }
  }

  /**
   * The wall clock is set.
   *
   * @param ahead by so many seconds, or back
   * @param trusted whether it is to be believed from now on
   */
  record SetClock(int ahead, boolean trusted) implements Event {
    @Override
    public String toString() {
      return "new SetClock(%d, %b)".formatted(ahead, trusted);
    }
  }

  /** Somebody does something about a subject. */
  sealed interface Act extends Event {
    /** About which. */
    Subject subject();
  }

  /** Somebody has taken note of the fault. */
  record Acknowledge(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new Acknowledge(%s)".formatted(subject);
    }
  }

  /** Puts the fault aside for a time. */
  record Shelve(Subject subject, int seconds) implements Act {
    @Override
    public String toString() {
      return "new Shelve(%s, %d)".formatted(subject, seconds);
    }
  }

  /** Ends that before its time. */
  record Unshelve(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new Unshelve(%s)".formatted(subject);
    }
  }

  /** Takes what has the fault out of service. */
  record TakeOut(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new TakeOut(%s)".formatted(subject);
    }
  }

  /** A technician begins to work on the fault, or on the whole board. */
  record OpenVisit(Subject subject, boolean all) implements Act {
    @Override
    public String toString() {
      return "new OpenVisit(%s, %b)".formatted(subject, all);
    }
  }

  /** The technician has done, whatever it was about. */
  record CloseVisit(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new CloseVisit(%s)".formatted(subject);
    }
  }

  /** It is tried out whether what had the latest fault is well. */
  record Retest(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new Retest(%s)".formatted(subject);
    }
  }

  /**
   * The repair of the latest fault is signed off, whether that is over or not.
   *
   * @param removed whether what had it was taken away for good
   */
  record SignOff(Subject subject, String action, boolean removed) implements Act {
    /** Who does it, and with what. */
    public static final String BY = "wang";

    public static final String PART = "fan 40 mm";

    @Override
    public String toString() {
      return "new SignOff(%s, \"%s\", %b)".formatted(subject, action, removed);
    }

    Repair repair(boolean verified) {
      return new Repair(BY, action, PART, verified, removed);
    }
  }

  /** A fault of the subject is raised by hand. */
  record BeginDrill(Subject subject, int seconds) implements Act {
    @Override
    public String toString() {
      return "new BeginDrill(%s, %d)".formatted(subject, seconds);
    }
  }

  /** Somebody has taken note of the drill. */
  record AcknowledgeDrill(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new AcknowledgeDrill(%s)".formatted(subject);
    }
  }

  /** All drills are over, whatever they are of. */
  record EndDrills(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new EndDrills(%s)".formatted(subject);
    }
  }

  /** Puts it back into service. */
  record PutBack(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new PutBack(%s)".formatted(subject);
    }
  }
}
