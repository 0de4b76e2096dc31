package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Visit;
import java.time.Duration;
import java.util.Set;

/** What people do with faults, and for what may become one. */
public sealed interface Action {

  /** Who does it. */
  Actor by();

  /**
   * Somebody has taken note of a fault. One whose code is latched ends with it, where its condition
   * is gone for the off-delay; to the others it says no more than that.
   *
   * @param faultId an active fault
   */
  record Acknowledge(String faultId, Actor by) implements Action {}

  /**
   * Puts aside, for a time, the code of a fault on its component: this episode and those that begin
   * meanwhile ask for no attention and no dispatch. Again, it begins anew.
   *
   * @param faultId an active fault
   * @param time {@link #SHORTEST_SHELF} to {@link #LONGEST_SHELF}
   */
  record Shelve(String faultId, Duration time, Actor by) implements Action {}

  /** Ends before its time what was put aside for a time, whether there is a fault of it or not. */
  record Unshelve(String code, String component, Actor by) implements Action {}

  /**
   * Takes the code of a fault on its component out of service, until it is put back: this episode
   * goes on and may end, and no other begins.
   *
   * @param faultId an active fault
   */
  record TakeOut(String faultId, Actor by) implements Action {}

  /**
   * Puts back what is out of service: what is wrong with it by then is a fault with the next scan.
   */
  record PutBack(String code, String component, Actor by) implements Action {}

  /**
   * A technician begins to work: the faults say so with the next scan, and what begins meanwhile is
   * put down to the visit. There is one visit at a time; it is closed after {@link Visit#LONGEST}
   * at the latest.
   *
   * @param visit its id, in the letters and digits of a faultId
   * @param faultIds the active faults that it is for; none where it is for the whole device
   */
  record OpenVisit(String visit, Set<String> faultIds, Actor by) implements Action {

    public OpenVisit {
      faultIds = Set.copyOf(faultIds);
    }
  }

  /** The technician has done: what is still wrong is told on its own with the next scan. */
  record CloseVisit(Actor by) implements Action {}

  /**
   * Looks, over the next scans, whether what was repaired is well; a visit is open. {@link
   * Judgement#retested()} tells what it came to.
   *
   * @param faultId an active fault, or one that the visit is for
   */
  record Retest(String faultId, Actor by) implements Action {}

  /**
   * A repair is signed off. It acknowledges as well, and ends no condition: what is read does,
   * unless the component was taken away for good. It counts as verified where the latest {@link
   * Retest} in the visit that is open was passed and nothing was seen of the fault since.
   *
   * @param faultId an active fault, or one that has ended and is stored: however long ago, for what
   *     the board believed of the time may not be so, and that it comes late does no harm
   * @param action what was done, in the technician's words: {@link #MOST_WORDS} characters at most
   * @param part what was put in, likewise; empty where nothing was
   * @param removed whether the component was taken away for good: whatever of its {@linkplain
   *     io.panelwatch.agent.fault.FaultType type} is found of it counts for nothing until it is
   *     found to be there and well
   * @param by the technician
   */
  record Resolve(String faultId, String action, String part, boolean removed, Actor by)
      implements Action {

    /** Of each text. */
    public static final int MOST_WORDS = 200;

    public Resolve {
      if (action.length() > MOST_WORDS || part.length() > MOST_WORDS) {
        throw new IllegalArgumentException(
            "a sign-off has texts of at most " + MOST_WORDS + " characters");
      }
    }
  }

  /**
   * Something that no sensor sees was looked at. It is no matter of a fault: what makes MNT-B01 is
   * read anew.
   *
   * @param item what, as {@code [inspection]} names it
   */
  record Inspect(String item, Actor by) implements Action {}

  /**
   * Raises a fault by hand to try out who hears of it. It ends by itself, and with the agent.
   *
   * @param code of the catalogue
   * @param component any name; the board need not have it
   * @param time more than none and {@link #LONGEST_DRILL} at most
   */
  record BeginDrill(String code, String component, Duration time, Actor by) implements Action {}

  /** Ends every drill. */
  record EndDrill(Actor by) implements Action {}

  /** For how long a drill lasts at most: a forgotten one would hide that something is wrong. */
  Duration LONGEST_DRILL = Duration.ofMinutes(10);

  /** For how long something is put aside at least. */
  Duration SHORTEST_SHELF = Duration.ofMinutes(1);

  /** For how long it is at most; for longer it is taken out of service. */
  Duration LONGEST_SHELF = Duration.ofHours(24);
}
