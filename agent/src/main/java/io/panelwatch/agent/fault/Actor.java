package io.panelwatch.agent.fault;

/**
 * Who made a transition.
 *
 * @param kind by which way it came
 * @param name who that was: a technician's name, a user of this machine, a name that the backend
 *     sent; empty where nobody is known, as for a press of a button
 */
public record Actor(Kind kind, String name) {

  /** The agent itself, because of what it read. */
  public static final Actor AGENT = new Actor(Kind.AGENT, "");

  /** The ways by which a transition comes. */
  public enum Kind {
    /** What was judged, and what time alone decides. */
    AGENT,
    /** Somebody in front of the LCD. */
    BUTTONS,
    /** A command on this machine. */
    SHELL,
    /** A command of the backend. */
    BACKEND
  }
}
