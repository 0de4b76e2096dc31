package io.panelwatch.agent.fault;

/**
 * Where an episode stands among those of its code on its component: what ISO 14229 calls the
 * occurrence and aging counters of a trouble code, as of the episode's latest transition.
 *
 * @param total how many episodes there were up to this one, from 1
 * @param thisBoot how many of them began in the boot of this one
 * @param cleanCycles how many boots, or days of one boot, were clean since it last failed: 0 to 40;
 *     0 while it fails
 * @param testedThisBoot whether there was something to judge it by in this boot (the contrary of
 *     {@code testNotCompletedThisOperationCycle})
 */
public record Occurrence(int total, int thisBoot, int cleanCycles, boolean testedThisBoot) {

  /** The first episode of all. */
  public static final Occurrence FIRST = new Occurrence(1, 1, 0, true);

  /** The same after so many clean cycles. */
  public Occurrence after(int cleanCycles) {
    return new Occurrence(total, thisBoot, cleanCycles, testedThisBoot);
  }

  /** The next episode in the same boot. */
  public Occurrence again() {
    return new Occurrence(total + 1, thisBoot + 1, 0, true);
  }
}
