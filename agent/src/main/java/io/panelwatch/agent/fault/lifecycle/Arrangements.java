package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Retired;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people have arranged and what is in force now: it outlives the episodes and the boot, and is
 * stored whole whenever it changes.
 *
 * @param shelves what is put aside, for a time or out of service; one for each code and component
 * @param visit the service visit that is open
 * @param retired what was taken away for good; one for each type and component
 */
public record Arrangements(List<Shelf> shelves, Optional<Visit> visit, List<Retired> retired) {

  /** Nothing is put aside or taken away, and nobody is here. */
  public static final Arrangements NONE = new Arrangements(List.of(), Optional.empty(), List.of());

  public Arrangements {
    shelves = List.copyOf(shelves);
    retired = List.copyOf(retired);
  }

  /** What of it is news to who knows the others; no visit where these have one. */
  public Arrangements without(Arrangements others) {
    return new Arrangements(
        beyond(shelves, others.shelves, Pair::of),
        others.visit.isPresent() ? Optional.empty() : visit,
        beyond(retired, others.retired, gone -> List.of(gone.type(), gone.component())));
  }

  /** This together with what others have of news to it. */
  public Arrangements with(Arrangements others) {
    Arrangements news = others.without(this);
    return new Arrangements(
        joined(news.shelves, shelves), visit.or(news::visit), joined(news.retired, retired));
  }

  private static <T> List<T> joined(List<T> news, List<T> ours) {
    return Stream.concat(news.stream(), ours.stream()).toList();
  }

  private static <T> List<T> beyond(List<T> ours, List<T> theirs, Function<T, ?> key) {
    Set<?> known = theirs.stream().map(key).collect(Collectors.toSet());
    return ours.stream().filter(one -> !known.contains(key.apply(one))).toList();
  }
}
