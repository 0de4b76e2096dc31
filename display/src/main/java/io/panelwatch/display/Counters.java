package io.panelwatch.display;

import io.panelwatch.hal.DeviceException;
import java.util.Optional;

/**
 * What a panel has done and met since it was made.
 *
 * @param frames pictures that were shown whole, those without a change included
 * @param windows windows sent
 * @param bytes bytes of these windows, addressing included; initialisation is not in it
 * @param scrubbedBytes how many of these repeated an unchanged picture, see {@link Panel#scrub}
 * @param lastFlushNanos from the call of show to its last byte, the last time
 * @param longestFlushNanos the same, the longest time
 * @param totalFlushNanos the same, all together, and for scrubbing: how long the link was in use
 * @param lastLatencyNanos from the change of a value to the last byte that shows it, the last time
 * @param longestLatencyNanos the same, the longest time
 * @param transferNanos tau as measured at the last initialisation
 * @param initialisations how often it was initialised
 * @param linkErrors how often the link, a line or the light refused
 * @param errorsInARow how many of these since a picture was shown whole
 * @param refusal what the last of these said; empty once a picture was shown whole, and where the
 *     cause was no device
 * @param selfResets how often it was found to have reset itself
 * @param silent it used to answer and does not any more
 */
public record Counters(
    long frames,
    long windows,
    long bytes,
    long scrubbedBytes,
    long lastFlushNanos,
    long longestFlushNanos,
    long totalFlushNanos,
    long lastLatencyNanos,
    long longestLatencyNanos,
    long transferNanos,
    long initialisations,
    long linkErrors,
    int errorsInARow,
    Optional<DeviceException> refusal,
    long selfResets,
    boolean silent) {

  /** Of a panel whose device was not opened yet: it did nothing and met nothing. */
  public static final Counters NONE =
      new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), 0, /* silent= */ false);

  /**
   * Of a panel whose device could not be opened: it refused and did nothing else.
   *
   * @param times how often in a row it was tried in vain
   * @param last what the last try said
   */
  public static Counters refused(int times, DeviceException last) {
    return new Counters(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, times, times, Optional.of(last), 0, /* silent= */ false);
  }

  /**
   * The same, with what was refused before the panel could be made.
   *
   * @param times how often its device was opened in vain
   */
  public Counters afterRefusals(int times) {
    return new Counters(
        frames,
        windows,
        bytes,
        scrubbedBytes,
        lastFlushNanos,
        longestFlushNanos,
        totalFlushNanos,
        lastLatencyNanos,
        longestLatencyNanos,
        transferNanos,
        initialisations,
        linkErrors + times,
        errorsInARow,
        refusal,
        selfResets,
        silent);
  }
}
