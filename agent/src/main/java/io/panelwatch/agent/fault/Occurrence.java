package io.panelwatch.agent.fault;

/**
 * Where an episode stands among those of its code on its component: what ISO 14229 calls the
 * occurrence and aging counters of a trouble code and its status, as of the episode's latest
 * transition.
 *
 * @param total how many episodes there were up to this one, from 1
 * @param thisBoot how many of them began in the boot of this one
 * @param cleanCycles how many boots, or days of one boot, were clean since it last failed: 0 to
 *     {@value #AGED}; 0 while it fails
 * @param status of the boot of that transition
 */
public record Occurrence(int total, int thisBoot, int cleanCycles, DtcStatus status) {

  /** After so many clean cycles it is history, and confirmed no more. */
  public static final int AGED = 40;

  /** The first episode of all. */
  public static final Occurrence FIRST = new Occurrence(1, 1);

  /** An episode that is counted, and of which nothing else is known yet. */
  public Occurrence(int total, int thisBoot) {
    this(total, thisBoot, 0, DtcStatus.UNKNOWN);
  }

  /** The same after so many clean cycles, and with that status. */
  public Occurrence with(int cleanCycles, DtcStatus status) {
    return new Occurrence(total, thisBoot, cleanCycles, status);
  }

  /** The next episode in the same boot. */
  public Occurrence again() {
    return new Occurrence(total + 1, thisBoot + 1);
  }

  /** Whether the code counts as failed still ({@code confirmedDTC}). */
  public boolean confirmed() {
    return cleanCycles < AGED;
  }
}
