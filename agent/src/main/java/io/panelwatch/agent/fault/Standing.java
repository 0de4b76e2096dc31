package io.panelwatch.agent.fault;

import java.util.Optional;

/**
 * How an episode stands with people and with the rules of alarming, beside what is read of it. The
 * words are those of ISA-18.2 and OPC UA Part 9. It holds what changes by a transition only, and
 * nothing that runs with time.
 *
 * @param latched the condition is gone for its off-delay, and the fault waits to be acknowledged
 * @param flapping the fault came and went too often: it is held active until it was quiet for long
 * @param acknowledged who has taken note of it, if anybody has
 * @param shelf by what its alarm is put aside, if it is
 * @param visit the service visit in which it is worked on, if one is
 * @param resolution the sign-off of its repair, if there is one
 */
public record Standing(
    boolean latched,
    boolean flapping,
    Optional<Acknowledged> acknowledged,
    Optional<Shelf> shelf,
    Optional<String> visit,
    Optional<Resolution> resolution) {

  /** Nobody has seen it, and nothing holds it. */
  public static final Standing NEW =
      new Standing(
          false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, waiting to be acknowledged or not. */
  public Standing withLatched(boolean latched) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, resolution);
  }

  /** The same, held because it came and went too often, or not. */
  public Standing withFlapping(boolean flapping) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, resolution);
  }

  /** The same, seen by somebody or, because it became worse, by nobody. */
  public Standing withAcknowledged(Optional<Acknowledged> acknowledged) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, resolution);
  }

  /** The same, put aside or not. */
  public Standing withShelf(Optional<Shelf> shelf) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, resolution);
  }

  /** The same, worked on in a visit or not. */
  public Standing withVisit(Optional<String> visit) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, resolution);
  }

  /** The same, signed off. */
  public Standing withResolution(Resolution how) {
    return new Standing(latched, flapping, acknowledged, shelf, visit, Optional.of(how));
  }

  /** Whether its repair is signed off, and was well when it was tried out. */
  public boolean verified() {
    return resolution.map(Resolution::verified).orElse(false);
  }

  /** The same, seen again after its repair was verified: that has not held, and nobody knows. */
  public Standing relapsed() {
    Optional<Resolution> failed = resolution.map(Resolution::unverified);
    return new Standing(latched, flapping, Optional.empty(), shelf, visit, failed);
  }
}
