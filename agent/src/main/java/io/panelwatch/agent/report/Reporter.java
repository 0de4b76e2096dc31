package io.panelwatch.agent.report;

import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.LinkStatus.Phase;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The life of the link, and the way between wire, {@link Delivery} and {@link Inbound}.
 *
 * <p>Every method may be called from any thread: it hands its work to the one thread that the
 * executor stands for, and returns. The events consumer is called on that thread.
 */
final class Reporter {

  private static final Duration GOODBYE_WITHIN = Duration.ofMillis(300);

  /** A link that holds for so long is none that is thrown out for what it says at once. */
  private static final Duration STEADY_AFTER = Duration.ofSeconds(60);

  private final DeviceProfile profile;
  private final FaultStore store;
  private final BoardClock clock;
  private final Wire wire;
  private final Backoff backoff;
  private final Executor thread;
  private final Consumer<Event> events;
  private final Delivery delivery;
  private final Inbound inbound;

  private Phase phase = Phase.WAITING;
  private LinkStatus told = LinkStatus.OFF;
  private volatile LinkHealth linkHealth = LinkHealth.NOT_TOLD_YET;
  private long attempt;
  private long connectionSeq;
  private long upNanos;
  private Optional<Wire.Connection> connection = Optional.empty();
  private Optional<BoardClock.Timer> timer = Optional.empty();
  private Optional<Inventory> inventory = Optional.empty();
  private boolean wasConnected;
  private boolean ended;

  Reporter(
      DeviceProfile profile,
      FaultStore store,
      OutboxEncoder encoder,
      BoardClock clock,
      Wire wire,
      Backoff backoff,
      Executor thread,
      Consumer<Event> events) {
    this.profile = profile;
    this.store = store;
    this.clock = clock;
    this.wire = wire;
    this.backoff = backoff;
    this.thread = thread;
    this.events = events;
    delivery = new Delivery(store, encoder, clock, profile.root(), this::message);
    inbound = new Inbound(profile.root(), store, clock, events, this::acknowledged);
  }

  /** Tells what was kept, then connects. */
  void start() {
    post(
        () -> {
          inbound.restore();
          connect();
        });
  }

  /** Rows were committed to the store's outbox. */
  void reportsCommitted() {
    post(() -> delivery.changed(Document.ACTIVE_FAULTS));
  }

  /** Sends health if the link is up and has room; nobody misses it otherwise. */
  void health(Health health) {
    post(
        () -> {
          String payload = HealthMessage.of(health, store.outboxStatus(), clock);
          Duration worthFor = health.interval().multipliedBy(2);
          delivery.sendPassing(Messages.passing(profile.root() + "up/health", payload, worthFor));
        });
  }

  /** What the board is made of; sent when it differs from what was told before. */
  void inventory(Inventory seen) {
    post(
        () -> {
          if (!inventory.equals(Optional.of(seen))) {
            inventory = Optional.of(seen);
            delivery.changed(Document.INVENTORY);
          }
        });
  }

  /** How reporting fares; a snapshot, so that whoever asks never waits. */
  LinkHealth linkHealth() {
    return linkHealth;
  }

  /** Says goodbye and lets go; nothing is sent afterwards. */
  void end() {
    post(
        () -> {
          ended = true;
          stopTimer();
          if (phase == Phase.CONNECTED) {
            connection.ifPresent(up -> up.goodbye(status(false), GOODBYE_WITHIN));
          } else {
            connection.ifPresent(Wire.Connection::abandon);
          }
          connection = Optional.empty();
          delivery.disconnected();
        });
  }

  private void connect() {
    connectionSeq = store.nextConnectionSeq();
    attempt++;
    phase = Phase.CONNECTING;
    connection = Optional.of(wire.open(status(false), new AttemptListener(attempt)));
  }

  private void up(int receiveMaximum) {
    phase = Phase.CONNECTED;
    wasConnected = true;
    upNanos = clock.monotonicNanos();
    connection.ifPresent(wire -> delivery.connected(wire, receiveMaximum));
    after(Delivery.FIRST_RESEND, this::lookAfterDelivery);
  }

  private void lookAfterDelivery() {
    if (delivery.isLeftUnanswered()) {
      down(0, "the broker has answered nothing for " + Delivery.ANSWER_WITHIN);
      return;
    }
    Duration wait = delivery.resendIfStuck();
    after(
        wait.compareTo(Delivery.ANSWER_WITHIN) < 0 ? wait : Delivery.ANSWER_WITHIN,
        this::lookAfterDelivery);
  }

  /** What has come to the backend proves the link more than that the broker took us in. */
  private void acknowledged(BackendDocument.Ack ack) {
    if (delivery.acknowledged(ack.epoch(), ack.contiguous(), ack.missing())) {
      backoff.reset();
    }
  }

  private void down(int reasonCode, String reason) {
    connection.ifPresent(Wire.Connection::abandon);
    connection = Optional.empty();
    delivery.disconnected();
    if (reasonCode == ReasonCode.SESSION_TAKEN_OVER) {
      // Taking it back would make two devices steal it from each other for ever.
      Logger.error(
          "Another client reports as {}: the link stays off until this program is started again;"
              + " give every device an id of its own",
          profile.device());
      phase = Phase.OFF;
      stopTimer();
      return;
    }
    boolean held = phase == Phase.CONNECTED;
    if (held && clock.monotonicNanos() - upNanos >= STEADY_AFTER.toNanos()) {
      backoff.reset();
    }
    phase = Phase.WAITING;
    Duration wait = backoff.next();
    Logger.info("No link to the broker ({}), next attempt in {} ms", reason, wait.toMillis());
    after(wait, this::connect);
  }

  private void after(Duration wait, Runnable work) {
    stopTimer();
    timer = Optional.of(clock.schedule(wait, () -> post(() -> due(work))));
  }

  private void due(Runnable work) {
    timer = Optional.empty();
    work.run();
  }

  private void stopTimer() {
    timer.ifPresent(BoardClock.Timer::cancel);
    timer = Optional.empty();
  }

  private Optional<Wire.Outgoing> message(Document document, boolean brief) {
    return switch (document) {
      case STATUS -> Optional.of(status(true));
      case ACTIVE_FAULTS ->
          Optional.of(
              Messages.state(
                  profile.root() + "up/faults/active",
                  ActiveFaultsMessage.of(profile, store.activeFaults(), !brief)));
      case INVENTORY ->
          inventory.map(
              seen ->
                  Messages.state(
                      profile.root() + "up/inventory", InventoryMessage.of(profile, seen)));
    };
  }

  private Wire.Outgoing status(boolean online) {
    return Messages.state(
        profile.root() + "up/status",
        StatusMessage.of(profile, online, connectionSeq, store.outboxStatus()));
  }

  /** Runs work on the reporter's thread; what it throws ends neither thread nor link. */
  private void post(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      Logger.debug("The wire told something after the end: {}", e.getMessage());
    }
  }

  private void guarded(Runnable work) {
    if (ended) {
      return;
    }
    try {
      work.run();
      tell();
    } catch (RuntimeException e) {
      Logger.error("Reporting goes on after a failure: {}", String.valueOf(e.getMessage()));
      recover();
    }
  }

  /** A failure must not leave the link with nothing that would go on: no timer and no attempt. */
  private void recover() {
    boolean attempting = phase == Phase.CONNECTING && connection.isPresent();
    if (phase != Phase.OFF && timer.isEmpty() && !attempting) {
      down(0, "an error of its own");
    }
  }

  private void tell() {
    OutboxStatus outbox = store.outboxStatus();
    linkHealth = health(outbox);
    var now = new LinkStatus(phase, outbox.depth());
    if (!now.equals(told)) {
      told = now;
      events.accept(new Event.LinkChanged(now));
    }
  }

  private LinkHealth health(OutboxStatus outbox) {
    ReportAnswers answers = delivery.answers();
    return new LinkHealth(
        phase == Phase.CONNECTED,
        toldIf(wasConnected || phase == Phase.OFF, phase == Phase.OFF),
        toldIf(answers.any(), answers.standsRefused()),
        answers.refusedNanos(),
        OptionalInt.of(outbox.depth()),
        outbox.oldest());
  }

  private static Optional<Boolean> toldIf(boolean told, boolean value) {
    return told ? Optional.of(value) : Optional.empty();
  }

  /** Hands over what one attempt tells, and forgets it when a later attempt has begun. */
  private final class AttemptListener implements Wire.Listener {
    private final long of;

    AttemptListener(long of) {
      this.of = of;
    }

    @Override
    public void up(int receiveMaximum) {
      current(() -> Reporter.this.up(receiveMaximum));
    }

    @Override
    public void down(int reasonCode, String reason) {
      current(() -> Reporter.this.down(reasonCode, reason));
    }

    @Override
    public void published(long tag, int reasonCode) {
      current(() -> delivery.published(tag, reasonCode));
    }

    @Override
    public void arrived(Wire.Incoming message) {
      current(
          () -> {
            inbound.take(message);
            connection.ifPresent(up -> up.acknowledge(message));
          });
    }

    private void current(Runnable work) {
      post(
          () -> {
            if (of == attempt && connection.isPresent()) {
              work.run();
            }
          });
    }
  }
}
