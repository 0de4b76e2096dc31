package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Component;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was seen of the board up to now, as far as rules ask for it: what was there, how high a
 * quantity has been and where it stands, by how much a counter grew. Immutable, and bounded: {@link
 * #MOST_TRACES} quantities of components, {@link Trace#MOST_POINTS} steps of a counter, {@link
 * #REACH} back. A temperature that is not {@linkplain Plausible plausible} was not seen. What was
 * seen of a component is forgotten where another one has got its name, as far as it says who it is.
 *
 * <p>It begins anew with each run of the agent, but for what {@link Rule#recall} takes from faults
 * that were active before, and for the {@linkplain #withCounted counters} that were kept.
 */
public final class Past {

  /** Nothing was seen yet. */
  public static final Past NONE = new Past(Long.MIN_VALUE, Map.of(), Set.of(), Set.of(), Map.of());

  /** How far back the steps of counters are known. */
  public static final Duration REACH = Duration.ofHours(24);

  /**
   * How many quantities of components are known at most. Of those that are no longer there the
   * first are forgotten for new ones, what is known from before this run last of all: disks, links
   * and arrays come and go under ever new names.
   */
  public static final int MOST_TRACES = 8192;

  private record Key(Quantity quantity, String component) {
    Place place() {
      return new Place(quantity.family(), component);
    }
  }

  private record Place(SensorFamily family, String component) {}

  private final long nowNanos;
  private final Map<Key, Trace> traces;
  private final Set<Place> listed;
  private final Set<String> waysOut;
  private final Map<String, SelfResets> selfResets;

  private Past(
      long nowNanos,
      Map<Key, Trace> traces,
      Set<Place> listed,
      Set<String> waysOut,
      Map<String, SelfResets> selfResets) {
    this.nowNanos = nowNanos;
    this.traces = traces;
    this.listed = listed;
    this.waysOut = waysOut;
    this.selfResets = selfResets;
  }

  /** With what a scan adds; scans come in the order of their monotonic stamps. */
  public Past with(Scan scan) {
    return new Past(
        scan.monotonicNanos(), traced(scan), listed(scan), waysOut(scan), selfResets(scan));
  }

  private Map<Key, Trace> traced(Scan scan) {
    var next = new LinkedHashMap<>(traces);
    Set<Place> exchanged = exchanged(scan);
    if (!exchanged.isEmpty()) {
      next.keySet().removeIf(key -> exchanged.contains(key.place()));
    }
    boolean mayBeFull = next.size() + scan.readings().size() > MOST_TRACES;
    Deque<Key> gone = mayBeFull ? gone(next, scan) : new ArrayDeque<>();
    for (Reading reading : scan.readings()) {
      if (Plausible.isSeen(reading)) {
        double value = reading.value().orElseThrow();
        var key = new Key(reading.quantity(), reading.component());
        Trace known = next.get(key);
        if (known != null) {
          next.put(
              key,
              key.quantity.counts()
                  ? known.counted(value, key.quantity.beginsAnew(), scan.monotonicNanos())
                  : known.with(value));
        } else if (next.size() < MOST_TRACES) {
          next.put(key, Trace.beginning(value, scan.monotonicNanos()));
        } else if (!gone.isEmpty()) {
          next.remove(gone.remove());
          next.put(key, Trace.beginning(value, scan.monotonicNanos()));
        }
      }
    }
    return next;
  }

  /** Where another component has got the name of one that was there. */
  private Set<Place> exchanged(Scan scan) {
    var exchanged = new HashSet<Place>();
    for (Reading reading : scan.readings()) {
      if (reading.quantity().isIdentity() && reading.good()) {
        var key = new Key(reading.quantity(), reading.component());
        Trace known = traces.get(key);
        if (known != null && known.first() != reading.value().orElseThrow()) {
          exchanged.add(key.place());
        }
      }
    }
    return exchanged;
  }

  /** What may be forgotten, in that order. */
  private static Deque<Key> gone(Map<Key, Trace> known, Scan scan) {
    Set<Key> there = new HashSet<>();
    scan.readings().forEach(r -> there.add(new Key(r.quantity(), r.component())));
    var gone = new ArrayDeque<Key>();
    var goneOfBefore = new ArrayDeque<Key>();
    known.forEach(
        (key, trace) -> {
          if (!there.contains(key)) {
            (trace.isFromBefore() ? goneOfBefore : gone).add(key);
          }
        });
    gone.addAll(goneOfBefore);
    return gone;
  }

  private Set<Place> listed(Scan scan) {
    Set<Place> more = new HashSet<>();
    for (SensorFamily family : SensorFamily.values()) {
      for (Component component : scan.components(family)) {
        var place = new Place(family, component.name());
        if (!listed.contains(place) && listed.size() + more.size() < MOST_TRACES) {
          more.add(place);
        }
      }
    }
    if (more.isEmpty()) {
      return listed;
    }
    more.addAll(listed);
    return more;
  }

  private Set<String> waysOut(Scan scan) {
    Set<String> now = new HashSet<>();
    for (Component link : scan.components(SensorFamily.NET_LINKS)) {
      if (link.is(Quantity.LINK_DEFAULT_ROUTE, 1)) {
        now.add(link.name());
      }
    }
    return now.isEmpty() ? waysOut : now;
  }

  private Map<String, SelfResets> selfResets(Scan scan) {
    var next = new HashMap<>(selfResets);
    for (Component panel : scan.components(SensorFamily.PANELS)) {
      SelfResets known = selfResets.getOrDefault(panel.name(), SelfResets.NONE);
      panel
          .good(Quantity.PANEL_SELF_RESETS)
          .ifPresent(counter -> next.put(panel.name(), known.with((long) counter, scan)));
    }
    return next;
  }

  /**
   * The same, had a counter stood at that value before the first scan, long ago: what it has grown
   * by since then is growth of the first scan.
   */
  public Past withCounted(Quantity counter, String component, double value) {
    var next = new LinkedHashMap<>(traces);
    next.putIfAbsent(new Key(counter, component), Trace.counted(value));
    return new Past(nowNanos, next, listed, waysOut, selfResets);
  }

  /** The same, had that value been read before the first scan; not for counters. */
  Past withSeen(Quantity quantity, String component, double value) {
    var next = new LinkedHashMap<>(traces);
    next.merge(
        new Key(quantity, component), Trace.known(value), (known, seen) -> known.with(value));
    return new Past(nowNanos, next, listed, waysOut, selfResets);
  }

  /** The same, had that component been there before the first scan. */
  Past withListed(SensorFamily family, String component) {
    var next = new HashSet<>(listed);
    next.add(new Place(family, component));
    return new Past(nowNanos, traces, next, waysOut, selfResets);
  }

  /** The same, had a default route left through that link before the first scan. */
  Past withWayOut(String link) {
    var next = new HashSet<>(waysOut);
    next.add(link);
    return new Past(nowNanos, traces, listed, next, selfResets);
  }

  /** The same with what is known of a panel's resets. */
  Past withSelfResets(String panel, SelfResets resets) {
    var next = new HashMap<>(selfResets);
    next.putIfAbsent(panel, resets);
    return new Past(nowNanos, traces, listed, waysOut, next);
  }

  /** The components of a family that were there in any scan up to now, in no order. */
  public Set<String> listed(SensorFamily family) {
    var names = new HashSet<String>();
    for (Place place : listed) {
      if (place.family == family) {
        names.add(place.component);
      }
    }
    return names;
  }

  /**
   * The components of a family that were there and are not listed any more, by name; none where the
   * family did not answer.
   */
  SortedSet<String> missing(Scan scan, SensorFamily family) {
    var missing = new TreeSet<String>();
    if (scan.answered(family)) {
      missing.addAll(listed(family));
      scan.components(family).stream().map(Component::name).forEach(missing::remove);
    }
    return missing;
  }

  /** Whether that link led out when one last did. */
  boolean ledOutLast(String link) {
    return waysOut.contains(link);
  }

  /** Whether the quantity was ever above that number. */
  public boolean wasEver(Quantity quantity, String component, double above) {
    OptionalDouble highest = highest(quantity, component);
    return highest.isPresent() && highest.getAsDouble() > above;
  }

  /** Whether the quantity was ever above that number on any component. */
  boolean wasEverOnAny(Quantity quantity, double above) {
    return traces.entrySet().stream()
        .anyMatch(e -> e.getKey().quantity == quantity && e.getValue().highest() > above);
  }

  /** The highest value that was read. */
  public OptionalDouble highest(Quantity quantity, String component) {
    Trace trace = traces.get(new Key(quantity, component));
    return trace == null ? OptionalDouble.empty() : OptionalDouble.of(trace.highest());
  }

  /** The latest value that was read, however long it cannot be read any more. */
  OptionalDouble last(Quantity quantity, String component) {
    Trace trace = traces.get(new Key(quantity, component));
    return trace == null ? OptionalDouble.empty() : OptionalDouble.of(trace.last());
  }

  /**
   * By how much a counter grew within a window that ends with the last scan; 0 of one that was
   * never read. A counter that is lower than before has begun anew at 0.
   *
   * @param window positive, at most {@link #REACH}; a step exactly that long ago is outside
   */
  public double increase(Quantity counter, String component, Duration window) {
    Trace trace = traces.get(new Key(counter, component));
    return trace == null ? 0 : trace.increase(nowNanos - window.toNanos());
  }

  /**
   * The same of a counter that stood at 0 before anything went wrong: what it shows when it is
   * first read has happened, too.
   */
  public double increaseFromNothing(Quantity counter, String component, Duration window) {
    Trace trace = traces.get(new Key(counter, component));
    return trace == null ? 0 : trace.increaseFromNothing(nowNanos - window.toNanos());
  }

  /** Whether no more can be known: something is forgotten for all that is new. */
  public boolean isFull() {
    return traces.size() >= MOST_TRACES;
  }

  /** Whether a counter grew in the last scan. */
  public boolean grew(Quantity counter, String component) {
    Trace trace = traces.get(new Key(counter, component));
    return trace != null && trace.grewAt(nowNanos);
  }

  /** When the panel was found to have reset itself. */
  SelfResets selfResets(String panel) {
    return selfResets.getOrDefault(panel, SelfResets.NONE);
  }
}
