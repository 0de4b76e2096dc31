package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Scan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the screens and the status show, at one moment. Immutable; changed only by {@link
 * DeviceStateFold}.
 *
 * @param device the device's id
 * @param model the board's model, or empty
 * @param version this program's version
 * @param site where it stands
 * @param language of the screens
 * @param zone the site's time zone, for the clock on the screen
 * @param qrUrl template of the QR code's content, or empty for plain text
 * @param page what a person chose to see
 * @param lastInputNanos monotonic time of the last press, of one that only woke the screen too
 * @param scan the latest scan; empty before the first
 * @param active faults, worst first
 * @param pending conditions that may become faults
 * @param visit the service visit that is open: the device is in NE 107 class C (function check)
 * @param queue as last published; empty before the first valid one
 * @param tickets open tickets by id
 * @param notice announced maintenance
 * @param link how it stands with the broker
 * @param monotonicNanos the moment this state was made
 * @param wallTrusted whether the wall clock may be believed
 */
public record DeviceState(
    String device,
    String model,
    String version,
    Site site,
    Language language,
    ZoneId zone,
    String qrUrl,
    Page page,
    long lastInputNanos,
    Optional<Scan> scan,
    List<Fault> active,
    List<PendingFault> pending,
    Optional<Visit> visit,
    Optional<QueueInfo> queue,
    Map<String, Ticket> tickets,
    Optional<Notice> notice,
    LinkStatus link,
    long monotonicNanos,
    boolean wallTrusted) {

  /**
   * Worst first, then oldest first: the order of every list of faults. Drills are below all that is
   * really wrong.
   */
  public static final Comparator<Fault> WORST_FIRST =
      Comparator.comparing(Fault::test).thenComparing(Fault::severity).thenComparing(Fault::first);

  public DeviceState {
    active = List.copyOf(active);
    pending = List.copyOf(pending);
    tickets = Map.copyOf(tickets);
  }

  /**
   * What the public feels of all active faults together: the worst of them. Those whose alarm is
   * put aside count as well: a service does not go on because nobody is sent for it. A drill never
   * does.
   */
  public PublicImpact publicImpact() {
    return real().stream()
        .filter(fault -> fault.suppressedBy().isEmpty())
        .map(Fault::publicImpact)
        .max(Comparator.naturalOrder())
        .orElse(PublicImpact.NONE);
  }

  /** What is really wrong: the active faults without the drills, worst first. */
  public List<Fault> real() {
    return active.stream().filter(fault -> !fault.test()).toList();
  }

  /** Faults that are raised by hand to try out who hears of them, worst first. */
  public List<Fault> drills() {
    return active.stream().filter(Fault::test).toList();
  }

  /** The worst severity of what is really wrong, where anything is. */
  public Optional<Severity> worst() {
    return real().stream().map(Fault::severity).min(Comparator.naturalOrder());
  }

  /**
   * Whether a person is to look at the screen: a fault of {@link Severity#MAJOR} or worse is
   * active, is not just a symptom of another one, its alarm is not put aside, and nobody has taken
   * its ticket on. A minor one can wait until somebody comes by: it does not keep a panel lit day
   * and night. A drill counts as what it plays: that the screen lights up is tried out with it.
   */
  public boolean wantsAttention() {
    return active.stream()
        .filter(fault -> fault.severity().compareTo(Severity.MAJOR) <= 0)
        .filter(fault -> fault.suppressedBy().isEmpty())
        .filter(fault -> fault.standing().shelf().isEmpty())
        .anyMatch(fault -> ticketOf(fault.faultId()).flatMap(Ticket::assignee).isEmpty());
  }

  /** The ticket that was opened for an episode, where there is one. */
  public Optional<Ticket> ticketOf(String faultId) {
    return tickets.values().stream()
        .filter(ticket -> ticket.faultIds().contains(faultId))
        .max(Comparator.comparingLong(Ticket::rev));
  }

  /** How bright a test of the panel's light wants it, in percent; empty while there is none. */
  public Optional<Integer> testedLightPercent() {
    boolean tested = page.equals(new Page.PanelTest(PanelTestStep.LIGHT));
    return tested
        ? Optional.of(PanelTestStep.lightPercent(Duration.ofNanos(monotonicNanos - lastInputNanos)))
        : Optional.empty();
  }

  /** Whether the kept queue may be shown as fresh. */
  public boolean queueFresh(Instant wall) {
    return queue.map(q -> q.fresh(wall, wallTrusted, monotonicNanos)).orElse(false);
  }
}
