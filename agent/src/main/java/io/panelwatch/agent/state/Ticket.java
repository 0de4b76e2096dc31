package io.panelwatch.agent.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The service ticket of one or more faults ({@code dn/ticket/{id}}).
 *
 * @param backendEpoch the backend's start, compared before {@code rev}
 * @param rev rises with every change of this ticket
 * @param id the ticket's number
 * @param faultIds the episodes it is for
 * @param state the word of the backend; "closed" ends it
 * @param assignee who comes, once somebody does
 * @param dueAt by when there is contact
 * @param note a line from the backend, or empty
 */
public record Ticket(
    long backendEpoch,
    long rev,
    String id,
    List<String> faultIds,
    String state,
    Optional<Assignee> assignee,
    Optional<Instant> dueAt,
    String note) {

  /** Who is sent. */
  public record Assignee(String name, String kind) {}

  public Ticket {
    faultIds = List.copyOf(faultIds);
  }

  /** Whether nothing more is to come of it. */
  public boolean closed() {
    return state.equals("closed");
  }
}
