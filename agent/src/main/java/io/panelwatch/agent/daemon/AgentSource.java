package io.panelwatch.agent.daemon;

import io.panelwatch.agent.report.LinkHealth;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.AgentHealth;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The agent as one more thing that the watch reads, so that its own faults go the way of all
 * others. Everything is asked of snapshots that its parts leave behind: no lock of the store or of
 * the reporter is taken, so that the one which hangs can still be told of.
 */
final class AgentSource implements SensorSource {

  /** A refusal is told for so long, or the scan that looks between two answers would miss it. */
  static final Duration REFUSAL_LASTS = Duration.ofMinutes(1);

  private static final String COMPONENT = "agent";

  private final boolean configurationRefused;
  private final Supplier<StoreState> store;
  private final Supplier<List<String>> setAside;
  private final Supplier<Optional<LinkHealth>> link;
  private final BoardClock clock;

  /**
   * @param configurationRefused whether an earlier configuration had to be taken
   * @param store how the storage took what it was given last; must not block
   * @param setAside the names of fault memories that were set aside; likewise
   * @param link how reporting fares, empty where none is configured; likewise
   */
  AgentSource(
      boolean configurationRefused,
      Supplier<StoreState> store,
      Supplier<List<String>> setAside,
      Supplier<Optional<LinkHealth>> link,
      BoardClock clock) {
    this.configurationRefused = configurationRefused;
    this.store = store;
    this.setAside = setAside;
    this.link = link;
    this.clock = clock;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.AGENT;
  }

  @Override
  public String lookedIn() {
    return "panelwatch";
  }

  @Override
  public List<AgentHealth> read() {
    Optional<LinkHealth> now = link.get();
    StoreState stored = store.get();
    var agent =
        new AgentHealth(
            COMPONENT,
            lookedIn(),
            Measured.of(configurationRefused),
            Measured.of(stored == StoreState.WRITABLE),
            Measured.of(stored == StoreState.STORAGE_REFUSED),
            of(now, AgentSource::outboxPercent),
            of(now, this::oldestSeconds),
            of(now, AgentSource::brokerReachable),
            of(now, health -> told(health.identityTaken())),
            of(now, this::reportRefused));
    Stream<AgentHealth> memories = setAside.get().stream().map(this::memorySetAside);
    return Stream.concat(Stream.of(agent), memories).toList();
  }

  /** A component of its own, so that the fault names it and lasts while it lies there. */
  private AgentHealth memorySetAside(String name) {
    return new AgentHealth(
        name,
        lookedIn(),
        Measured.absent(),
        Measured.of(false),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent(),
        Measured.absent());
  }

  private static Measured outboxPercent(LinkHealth health) {
    return health.outboxDepth().isPresent()
        ? Measured.of(health.outboxDepth().getAsInt() * 100.0 / FaultStore.OUTBOX_ROWS)
        : Measured.notToldYet();
  }

  private Measured reportRefused(LinkHealth health) {
    OptionalLong last = health.refusedNanos();
    boolean lately =
        last.isPresent() && clock.monotonicNanos() - last.getAsLong() < REFUSAL_LASTS.toNanos();
    return lately ? Measured.of(true) : told(health.reportRefused());
  }

  private static Measured told(Optional<Boolean> answer) {
    return answer.map(yes -> Measured.of(yes.booleanValue())).orElseGet(Measured::notToldYet);
  }

  private Measured oldestSeconds(LinkHealth health) {
    if (health.outboxDepth().isEmpty()) {
      return Measured.notToldYet();
    }
    return health
        .oldest()
        .map(waiting -> Measured.of((double) waiting.age(clock).toSeconds()))
        .orElse(Measured.of(0));
  }

  /** A broker that has given this device's place to another one is there, and not for us. */
  private static Measured brokerReachable(LinkHealth health) {
    return health.identityTaken().orElse(false)
        ? Measured.absent()
        : Measured.of(health.connected());
  }

  private static Measured of(Optional<LinkHealth> link, Function<LinkHealth, Measured> attribute) {
    return link.map(attribute).orElseGet(Measured::absent);
  }
}
