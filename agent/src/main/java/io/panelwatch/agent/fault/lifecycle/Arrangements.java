package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Shelf;
import java.util.List;

/**
 * What people have arranged and what is in force now: it outlives the episodes and the boot, and is
 * stored whole whenever it changes.
 *
 * @param shelves what is put aside, for a time or out of service; one for each code and component
 */
public record Arrangements(List<Shelf> shelves) {

  /** Nothing is put aside. */
  public static final Arrangements NONE = new Arrangements(List.of());

  public Arrangements {
    shelves = List.copyOf(shelves);
  }
}
