package io.panelwatch.simulator.dispatch;

import io.panelwatch.simulator.dispatch.UpMessage.ActiveFaults;
import io.panelwatch.simulator.dispatch.UpMessage.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the backend knows, as one immutable value, and how a message changes it. Pure.
 *
 * <p>A device has one ledger per epoch of its outbox. The epoch that {@code up/status} announces
 * begins where the status says. Rows of another epoch were taken over from a time without a store;
 * no status tells where they begin, so they begin with the first one that comes.
 *
 * <p>The list of active faults heals the tickets, but only when it is exactly as new as the ledger:
 * an older one would close a ticket that was opened since, a newer one is told by rows on their
 * way.
 *
 * @param ledgers by device and epoch
 * @param statuses the last status of each device
 * @param lists the last list of active faults of each device
 * @param book the tickets
 */
record BackendState(
    SortedMap<LedgerKey, Ledger> ledgers,
    SortedMap<String, Status> statuses,
    SortedMap<String, ActiveFaults> lists,
    TicketBook book) {

  /** Devices of one backend here; a real one has a database for this. */
  static final int MAX_LEDGERS = 10_000;

  /** Names one outbox. */
  record LedgerKey(String device, long epoch) implements Comparable<LedgerKey> {
    private static final Comparator<LedgerKey> ORDER =
        Comparator.comparing(LedgerKey::device).thenComparingLong(LedgerKey::epoch);

    static LedgerKey of(Ledger ledger) {
      return new LedgerKey(ledger.device(), ledger.epoch());
    }

    @Override
    public int compareTo(LedgerKey other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The next state, and what happened to ledgers on the way.
   *
   * @param steps every ledger that the message was about, also when it told nothing new: its sender
   *     waits for the acknowledgement
   */
  record Change(BackendState state, List<Ledger.Step> steps) {}

  static BackendState of(List<Ledger> ledgers, TicketBook book) {
    var byKey = new TreeMap<LedgerKey, Ledger>();
    ledgers.forEach(ledger -> byKey.put(LedgerKey.of(ledger), ledger));
    return new BackendState(byKey, new TreeMap<>(), new TreeMap<>(), book);
  }

  /**
   * Follows a message.
   *
   * @throws BadMessageException when it would make one outbox too many
   */
  Change on(UpMessage message, Instant now) throws BadMessageException {
    Change change =
        switch (message) {
          case ReportRow row -> onRow(row, now);
          case Status status -> onStatus(status, now);
          case ActiveFaults list ->
              new Change(
                  new BackendState(ledgers, statuses, with(lists, list.device(), list), book),
                  List.of());
        };
    BackendState healed = change.state().heal(message.device(), now);
    return new Change(healed.withBook(healed.book().dispatch(now)), change.steps());
  }

  BackendState withBook(TicketBook newBook) {
    return new BackendState(ledgers, statuses, lists, newBook);
  }

  /** The ledger of the epoch that the device announced last. */
  Optional<Ledger> current(String device) {
    return Optional.ofNullable(statuses.get(device))
        .flatMap(s -> Optional.ofNullable(ledgers.get(new LedgerKey(device, s.epoch()))));
  }

  private Change onRow(ReportRow row, Instant now) throws BadMessageException {
    Ledger.Step step = ledger(row.device(), row.epoch()).accept(row);
    BackendState next = after(step, now);
    return isTakenOver(step.ledger(), statuses)
        ? next.begin(step.ledger(), step, now)
        : new Change(next, List.of(step));
  }

  private Change onStatus(Status status, Instant now) throws BadMessageException {
    var known = with(statuses, status.device(), status);
    Ledger.Step step = ledger(status.device(), status.epoch()).announced(status.oldestSeq());
    BackendState next = new BackendState(ledgers, known, lists, book).after(step, now);
    var steps = new ArrayList<Ledger.Step>();
    for (Ledger other : List.copyOf(next.ledgers().values())) {
      if (other.device().equals(status.device()) && isTakenOver(other, known)) {
        Ledger.Step begun = other.announced(other.waiting().firstKey());
        next = next.after(begun, now);
        steps.add(begun);
      }
    }
    // The announced epoch is acknowledged last: its ack is the one that stays on the broker.
    steps.add(step);
    return new Change(next, List.copyOf(steps));
  }

  private Change begin(Ledger ledger, Ledger.Step recording, Instant now) {
    Ledger.Step begun = ledger.announced(ledger.waiting().firstKey());
    return new Change(after(begun, now), List.of(recording, begun));
  }

  private static boolean isTakenOver(Ledger ledger, Map<String, Status> known) {
    Status status = known.get(ledger.device());
    return status != null
        && status.epoch() != ledger.epoch()
        && ledger.contiguous().isEmpty()
        && !ledger.waiting().isEmpty();
  }

  private BackendState after(Ledger.Step step, Instant now) {
    TicketBook next = book;
    for (ReportRow row : step.applied()) {
      next = next.after(row, now);
    }
    Ledger ledger = step.ledger();
    return new BackendState(with(ledgers, LedgerKey.of(ledger), ledger), statuses, lists, next);
  }

  private BackendState heal(String device, Instant now) {
    ActiveFaults list = lists.get(device);
    boolean asNewAsTheLedger =
        list != null
            && current(device)
                .filter(ledger -> ledger.epoch() == list.epoch())
                .map(Ledger::contiguous)
                .filter(OptionalLong.of(list.lastSeq())::equals)
                .isPresent();
    return list != null && asNewAsTheLedger
        ? withBook(book.reconcile(device, list.faults(), now))
        : this;
  }

  private Ledger ledger(String device, long epoch) throws BadMessageException {
    Ledger known = ledgers.get(new LedgerKey(device, epoch));
    if (known == null && ledgers.size() >= MAX_LEDGERS) {
      throw new BadMessageException("epoch: more than " + MAX_LEDGERS + " outboxes");
    }
    return known == null ? Ledger.empty(device, epoch) : known;
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> with(
      SortedMap<K, V> map, K key, V value) {
    var copy = new TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
