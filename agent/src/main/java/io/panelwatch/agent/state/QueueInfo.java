package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * The public queue as the backend published it ({@code dn/queue}).
 *
 * @param backendEpoch the backend's start, compared before {@code rev}
 * @param rev rises with every change
 * @param asOf when the backend knew this, by its own clock
 * @param validFor how long after {@code asOf} it may be shown as fresh
 * @param receivedNanos this device's monotonic clock at receipt
 * @param validForSinceReceipt how long after receipt it may be shown: the delivered expiry, where
 *     the wall clock cannot prove more
 * @param serving which ticket is served where, the latest first
 * @param waiting how many wait
 * @param etaMinutes how long they wait, where the backend says
 * @param message a line for everyone, or {@link Text#NONE}
 */
public record QueueInfo(
    long backendEpoch,
    long rev,
    Instant asOf,
    Duration validFor,
    long receivedNanos,
    Duration validForSinceReceipt,
    List<Serving> serving,
    int waiting,
    OptionalInt etaMinutes,
    Text message) {

  /** A ticket that is being served. */
  public record Serving(String ticket, String counter) {}

  public QueueInfo {
    serving = List.copyOf(serving);
  }

  /**
   * Whether it may be shown as fresh. Provable only: by the wall clock where it is trusted, and in
   * any case never longer than the delivered expiry since receipt.
   */
  public boolean fresh(Instant wall, boolean wallTrusted, long monotonicNanos) {
    boolean withinReceipt = monotonicNanos - receivedNanos <= validForSinceReceipt.toNanos();
    return withinReceipt && (!wallTrusted || !wall.isAfter(asOf.plus(validFor)));
  }
}
