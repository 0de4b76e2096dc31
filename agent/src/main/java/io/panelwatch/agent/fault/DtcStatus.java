package io.panelwatch.agent.fault;

/**
 * The status bits of a trouble code that ISO 14229 keeps for one operation cycle, which is a boot
 * here.
 *
 * @param bootId of which boot they tell; of any other they tell nothing
 * @param tested whether there was something to judge it by (the contrary of {@code
 *     testNotCompletedThisOperationCycle})
 * @param failed whether it was a fault at any time ({@code testFailedThisOperationCycle})
 */
public record DtcStatus(String bootId, boolean tested, boolean failed) {

  /** Nothing is known of any boot. */
  public static final DtcStatus UNKNOWN = new DtcStatus("", false, false);

  /** Of a code that has failed in that boot. */
  public static DtcStatus failedIn(String bootId) {
    return new DtcStatus(bootId, true, true);
  }

  /** Whether there was something to judge it by in that boot. */
  public boolean wasTestedIn(String bootId) {
    return tested && this.bootId.equals(bootId);
  }

  /** Whether it was a fault at any time of that boot. */
  public boolean hasFailedIn(String bootId) {
    return failed && this.bootId.equals(bootId);
  }
}
