package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Buttons;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds one event into the state: {@code (state, event) -> state}. Pure but for the clock it asks.
 *
 * <p>What the buttons do:
 *
 * <pre>
 *   Public --OK--> FaultDetail of the worst fault      UP/DOWN  scroll, or move in the list
 *     |             (Status where there is none)       BACK     one level up
 *     +--DOWN-----> FaultList --OK--> FaultDetail
 *     +--UP-------> Status --OK held--> PanelTest, UP/DOWN/OK through its steps
 * </pre>
 *
 * <p>A press that found the screen dark wakes it and does nothing else: who pressed saw no page.
 *
 * <p>A page that nobody touches for {@link #BACK_TO_PUBLIC_AFTER} gives the screen back to the
 * public.
 */
public final class DeviceStateFold {

  /** How long a technician's page stays without a press. */
  public static final Duration BACK_TO_PUBLIC_AFTER = Duration.ofMinutes(2);

  /** A button that is held so long means something else where there is something else. */
  public static final Duration LONG_PRESS = Duration.ofSeconds(1);

  private final BoardClock clock;

  /** A fold that stamps states with that clock. */
  public DeviceStateFold(BoardClock clock) {
    this.clock = clock;
  }

  /** The state after the event. */
  public DeviceState apply(DeviceState state, Event event) {
    var draft = new Draft(state, clock.monotonicNanos(), clock.wallTrusted());
    switch (event) {
      case Event.Judged(var scan, var active, var pending, var visit) -> {
        draft.scan = Optional.of(scan);
        draft.active = active.stream().sorted(DeviceState.WORST_FIRST).toList();
        draft.pending = pending;
        draft.visit = visit;
      }
      case Event.QueueReceived(var queue) -> draft.takeQueue(queue);
      case Event.TicketReceived(var ticket) -> draft.takeTicket(ticket);
      case Event.TicketRemoved(var id) -> draft.tickets.remove(id);
      case Event.NoticeReceived(var notice) -> draft.takeNotice(notice);
      case Event.NoticeRemoved() -> draft.notice = Optional.empty();
      case Event.LinkChanged(var link) -> draft.link = link;
      case Event.ButtonPressed(var press) -> draft.press(press);
      case Event.Woken() -> draft.lastInputNanos = draft.nanos;
      case Event.PanelTestShown(var step) -> draft.showPanelTest(step);
      case Event.PanelTestEnded() -> draft.endPanelTest();
      case Event.Tick() -> draft.leaveIdlePage();
    }
    draft.leaveEndedFault();
    return draft.done();
  }

  /** The state while it is being changed; lives within one call. */
  private static final class Draft {
    private final DeviceState base;
    private final long nanos;
    private final boolean wallTrusted;
    private Page page;
    private long lastInputNanos;
    private Optional<Scan> scan;
    private List<Fault> active;
    private List<PendingFault> pending;
    private Optional<Visit> visit;
    private Optional<QueueInfo> queue;
    private final Map<String, Ticket> tickets;
    private Optional<Notice> notice;
    private LinkStatus link;

    Draft(DeviceState base, long nanos, boolean wallTrusted) {
      this.base = base;
      this.nanos = nanos;
      this.wallTrusted = wallTrusted;
      page = base.page();
      lastInputNanos = base.lastInputNanos();
      scan = base.scan();
      active = base.active();
      pending = base.pending();
      visit = base.visit();
      queue = base.queue();
      tickets = new HashMap<>(base.tickets());
      notice = base.notice();
      link = base.link();
    }

    void takeQueue(QueueInfo next) {
      boolean older =
          queue
              .map(q -> older(next.backendEpoch(), next.rev(), q.backendEpoch(), q.rev()))
              .orElse(false);
      queue = older ? queue : Optional.of(next);
    }

    void takeTicket(Ticket next) {
      Ticket known = tickets.get(next.id());
      if (known == null
          || !older(next.backendEpoch(), next.rev(), known.backendEpoch(), known.rev())) {
        tickets.put(next.id(), next);
      }
    }

    void takeNotice(Notice next) {
      boolean older =
          notice
              .map(n -> older(next.backendEpoch(), next.rev(), n.backendEpoch(), n.rev()))
              .orElse(false);
      notice = older ? notice : Optional.of(next);
    }

    /** The contract's comparison: (backendEpoch, rev), lower is dropped. */
    private static boolean older(long epoch, long rev, long knownEpoch, long knownRev) {
      return epoch < knownEpoch || (epoch == knownEpoch && rev < knownRev);
    }

    void press(Buttons.Press press) {
      Buttons.Button button = press.button();
      lastInputNanos = nanos;
      page =
          switch (page) {
            case Page.Public ignored -> fromPublic(button);
            case Page.FaultList(int selected) -> fromList(button, selected);
            case Page.FaultDetail(String id, int scroll) -> fromDetail(button, id, scroll);
            case Page.Status status -> fromStatus(press, status);
            case Page.PanelTest(PanelTestStep step) -> fromPanelTest(button, step);
          };
    }

    private static Page fromStatus(Buttons.Press press, Page.Status status) {
      return switch (press.button()) {
        case UP -> new Page.Status(status.scroll() - 1);
        case DOWN -> new Page.Status(status.scroll() + 1);
        case OK ->
            press.held().compareTo(LONG_PRESS) >= 0
                ? new Page.PanelTest(PanelTestStep.EDGES)
                : new Page.Public();
        case BACK -> new Page.Public();
      };
    }

    private static Page fromPanelTest(Buttons.Button button, PanelTestStep step) {
      return switch (button) {
        case UP -> new Page.PanelTest(step.previous());
        case DOWN, OK -> new Page.PanelTest(step.next());
        case BACK -> new Page.Status();
      };
    }

    /** Asked for by somebody who then looks at the screen: as good as a press. */
    void showPanelTest(PanelTestStep step) {
      lastInputNanos = nanos;
      page = new Page.PanelTest(step);
    }

    /** Whoever has gone on to another page meanwhile keeps it. */
    void endPanelTest() {
      if (page instanceof Page.PanelTest) {
        page = new Page.Public();
      }
    }

    private Page fromPublic(Buttons.Button button) {
      return switch (button) {
        case OK ->
            active.isEmpty()
                ? new Page.Status()
                : new Page.FaultDetail(active.getFirst().faultId(), 0);
        case DOWN -> new Page.FaultList(0);
        case UP -> new Page.Status();
        case BACK -> new Page.Public();
      };
    }

    private Page fromList(Buttons.Button button, int selected) {
      int last = Math.max(0, active.size() - 1);
      return switch (button) {
        case UP -> new Page.FaultList(Math.max(0, selected - 1));
        case DOWN -> new Page.FaultList(Math.min(last, selected + 1));
        case OK ->
            selected < active.size()
                ? new Page.FaultDetail(active.get(selected).faultId(), 0)
                : new Page.FaultList(selected);
        case BACK -> new Page.Public();
      };
    }

    private Page fromDetail(Buttons.Button button, String faultId, int scroll) {
      return switch (button) {
        case UP -> new Page.FaultDetail(faultId, scroll - 1);
        case DOWN -> new Page.FaultDetail(faultId, scroll + 1);
        case OK -> new Page.FaultList(0);
        case BACK -> new Page.Public();
      };
    }

    void leaveIdlePage() {
      if (nanos - lastInputNanos > BACK_TO_PUBLIC_AFTER.toNanos()) {
        page = new Page.Public();
      }
    }

    /** A fault that has ended has no page any more; its list is where the eye goes next. */
    void leaveEndedFault() {
      if (page instanceof Page.FaultDetail(String id, int ignored)
          && active.stream().noneMatch(fault -> fault.faultId().equals(id))) {
        page = new Page.FaultList(0);
      }
    }

    DeviceState done() {
      return new DeviceState(
          base.device(),
          base.model(),
          base.version(),
          base.site(),
          base.language(),
          base.zone(),
          base.qrUrl(),
          page,
          lastInputNanos,
          scan,
          active,
          pending,
          visit,
          queue,
          tickets,
          notice,
          link,
          nanos,
          wallTrusted);
    }
  }
}
