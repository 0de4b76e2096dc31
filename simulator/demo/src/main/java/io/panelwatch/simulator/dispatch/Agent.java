package io.panelwatch.simulator.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Someone, or something, that solves faults.
 *
 * @param name as it is shown
 * @param kind decides the fixed cost
 * @param handles the fault types that this agent is known to handle; a senior handles all
 */
public record Agent(String name, Kind kind, Set<String> handles) {

  /** The kinds of agents; the fixed cost has no unit, only its order matters. */
  public enum Kind {
    /** Automatic remote remedies. */
    ROBOT(1),
    /** A technician. */
    REGULAR(3),
    /** A technician who can handle every type. */
    SENIOR(6);

    private final int fixedCost;

    Kind(int fixedCost) {
      this.fixedCost = fixedCost;
    }

    /** What sending one costs, before fitness is looked at. */
    int fixedCost() {
      return fixedCost;
    }

    /** The name in {@code dn/ticket}: {@code robot}, {@code regular}, {@code senior}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the set. */
  public Agent {
    handles = Set.copyOf(handles);
  }

  /** Whether the agent is known to handle that type of fault. */
  public boolean handles(String type) {
    return kind == Kind.SENIOR || handles.contains(type);
  }

  /** The crew of the demonstration. */
  public static List<Agent> demoCrew() {
    return List.of(
        new Agent("remote-1", Kind.ROBOT, Set.of("software", "network", "clock", "agent")),
        new Agent("Chen Wei", Kind.REGULAR, Set.of("cooling", "temperature", "power", "board")),
        new Agent("Li Na", Kind.REGULAR, Set.of("storage", "memory", "display", "network")),
        new Agent("Zhang Min", Kind.SENIOR, Set.of()));
  }
}
