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

  /** The repair of the fault is signed off. */
  record SignOff(Subject subject) implements Act {
    @Override
    public String toString() {
      return "new SignOff(%s)".formatted(subject);
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
