package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.CatalogueEntry;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.MemoryController;
import io.panelwatch.hal.PowerFailLine;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A board on the bench: parts are set by hand, time is moved by hand, every scan is judged. */
final class Bench {

  static final Catalogue CATALOGUE = Catalogue.load();

  static final Actor TECHNICIAN = new Actor(Actor.Kind.SHELL, "lin");

  private static final LimitOverride OFF =
      new LimitOverride(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(false));

  final ManualClock clock = new ManualClock();
  final List<FaultTransition> told = new ArrayList<>();
  final List<Checkpoint> checkpoints = new ArrayList<>();

  /** By code and component, as it was given to be stored last. */
  final Map<String, DtcEntry> memory = new HashMap<>();

  /** Every retest that has come to its end. */
  final List<Retested> retests = new ArrayList<>();

  /** As they were given to be stored last. */
  Arrangements arrangements = Arrangements.NONE;

  Judgement last = Judgement.NONE;

  private final Map<String, Sample> parts = new LinkedHashMap<>();
  private final Map<String, Occurrence> episodes = new HashMap<>();
  private final Lifecycle lifecycle;
  private int faultIds;

  Bench() {
    this(Map.of());
  }

  Bench(Map<Limits.Scope, LimitOverride> overrides) {
    this(overrides, "boot-7");
  }

  private Bench(Map<Limits.Scope, LimitOverride> overrides, String boot) {
    this.lifecycle =
        new Lifecycle(
            Limits.of(CATALOGUE, overrides),
            new Boot(boot, 0),
            () -> "F" + ++faultIds,
            (code, component) ->
                episodes.merge(code + component, Occurrence.FIRST, (before, _) -> before.again()),
            this::stored);
  }

  /** A bench on which nothing else is watched. */
  static Bench only(String... codes) {
    return onlyIn("boot-7", codes);
  }

  /** The same in another boot. */
  static Bench onlyIn(String boot, String... codes) {
    Map<Limits.Scope, LimitOverride> others = new HashMap<>();
    CATALOGUE.entries().stream()
        .map(CatalogueEntry::code)
        .filter(code -> !List.of(codes).contains(code))
        .forEach(code -> others.put(new Limits.Scope(code, Optional.empty()), OFF));
    return new Bench(others, boot);
  }

  /** What an agent does at its start with the faults that the last one left behind. */
  Bench resume(List<Fault> active) {
    return resume(Recollection.of(active));
  }

  Bench resume(Recollection kept) {
    faultIds = 100;
    lifecycle.resume(kept);
    return this;
  }

  /** The episode as it was told last. */
  private Optional<Fault> stored(String faultId) {
    return told.reversed().stream()
        .map(FaultTransition::fault)
        .filter(fault -> fault.faultId().equals(faultId))
        .findFirst();
  }

  /** Somebody has seen that fault. */
  Bench acknowledge(String faultId) {
    return act(new Action.Acknowledge(faultId, TECHNICIAN));
  }

  /** Somebody does that now; it is not refused. */
  Bench act(Action action) {
    Outcome outcome = tried(action);
    if (outcome instanceof Outcome.Done done) {
      told.addAll(done.transitions());
      arrangements = done.arrangements().orElse(arrangements);
    } else {
      throw new AssertionError(action + " came to " + outcome);
    }
    return this;
  }

  /** What becomes of it when somebody tries that now. */
  Outcome tried(Action action) {
    return lifecycle.act(
        action, new Moment(clock.wall(), clock.wallTrusted(), clock.monotonicNanos()));
  }

  Bench fan(String name, double rpm) {
    return fan(name, Measured.of(rpm));
  }

  Bench fan(String name, Measured rpm) {
    Measured none = Measured.absent();
    return part(
        new Sample.Fan(
            name, "/hwmon/" + name, rpm, Measured.of(600), none, none, none, none, none, ""));
  }

  /** A fan that stands still, and whose chip says that it is broken. */
  Bench brokenFan(String name) {
    Measured none = Measured.absent();
    Measured at = Measured.of(0);
    return part(
        new Sample.Fan(
            name,
            "/hwmon/" + name,
            at,
            Measured.of(600),
            none,
            none,
            none,
            Measured.of(true),
            none,
            ""));
  }

  Bench soc(double celsius) {
    return soc(Measured.of(celsius));
  }

  Bench soc(Measured celsius) {
    Measured none = Measured.absent();
    return part(
        new Sample.Temperature(
            "soc",
            "/thermal",
            Sample.Temperature.Place.SOC,
            celsius,
            none,
            none,
            none,
            "",
            none,
            none));
  }

  /** The supply rail of a Raspberry Pi. */
  Bench undervoltage(boolean low) {
    Measured none = Measured.absent();
    return part(
        new Sample.Rail(
            "pi", "/hwmon", none, none, none, Measured.of(low), "rpi_volt", none, none));
  }

  Bench mains(boolean online) {
    return part(
        new Sample.PowerSupply(
            "AC",
            "/power_supply/AC",
            Sample.PowerSupply.Type.MAINS,
            false,
            Measured.of(online),
            Measured.absent(),
            Sample.PowerSupply.Status.UNKNOWN,
            Measured.absent(),
            Measured.absent()));
  }

  /** A line that tells that the supply is failing. */
  Bench powerFailing(boolean failing) {
    return part(new PowerFailLine("power-fail", "GPIO line PFO", Measured.of(failing)));
  }

  /** The cable of the one link. */
  Bench link(boolean carrier) {
    Measured none = Measured.absent();
    return part(
        new Sample.NetLink(
            "eth0",
            "/net/eth0",
            Measured.of(carrier),
            Measured.of(true),
            Measured.of(true),
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            true));
  }

  Bench disk(String name, double usedPercent) {
    return disk(name, usedPercent, false);
  }

  /** A file system that is to be written to, and that the kernel has or has not made read-only. */
  Bench readOnly(String name, boolean readOnly) {
    return disk(name, 10, readOnly);
  }

  private Bench disk(String name, double usedPercent, boolean readOnly) {
    return part(
        new Sample.FileSystem(
            name,
            "/mountinfo",
            "/" + name,
            "/dev/" + name,
            "ext4",
            Measured.of(1e9),
            Measured.of(usedPercent),
            Measured.absent(),
            Measured.of(readOnly),
            Measured.of(readOnly)));
  }

  /** A panel that works. */
  Bench panel() {
    return panel(0, 0, 0);
  }

  /** A panel that is there. */
  Bench panel(int errorsInARow, int selfResets, double refreshAgeSeconds) {
    Measured write =
        errorsInARow == 0
            ? Measured.of(true)
            : new Measured.Failed(5, "ioctl SPI_IOC_MESSAGE", "/dev/spidev0.0");
    return panel(Measured.of(true), write, errorsInARow, selfResets, refreshAgeSeconds);
  }

  /** A panel whose device went away that many tries ago. */
  Bench panelGone(int errorsInARow) {
    var write = new Measured.Failed(19, "ioctl FBIOGET_VSCREENINFO", "/dev/fb1");
    return panel(Measured.of(false), write, errorsInARow, 0, 0);
  }

  /** A panel that was sent nothing yet, as at the start of an agent. */
  Bench panelUntried() {
    return part(
        new Sample.Panel(
            "lcd",
            "panel bench",
            Measured.absent(),
            Measured.absent(),
            Measured.absent(),
            Measured.of(0),
            Measured.of(0),
            Measured.of(0)));
  }

  private Bench panel(
      Measured present,
      Measured write,
      int errorsInARow,
      int selfResets,
      double refreshAgeSeconds) {
    return part(
        new Sample.Panel(
            "lcd",
            "panel bench",
            present,
            write,
            Measured.of(errorsInARow),
            Measured.of(errorsInARow),
            Measured.of(selfResets),
            Measured.of(refreshAgeSeconds)));
  }

  /** A memory controller and what it has counted. */
  Bench memoryErrors(int uncorrected, int corrected) {
    return part(
        new MemoryController("mc0", "/mc0", Measured.of(uncorrected), Measured.of(corrected)));
  }

  Bench without(String name) {
    parts.remove(name);
    return this;
  }

  Bench part(Sample sample) {
    parts.put(sample.component(), sample);
    return this;
  }

  /** Scans everything now. */
  Bench scan() {
    return scan(EnumSet.allOf(SensorFamily.class));
  }

  /** Scans those families now, as an event has it. */
  Bench scan(Set<SensorFamily> asked) {
    List<SourceState> all =
        Arrays.stream(SensorFamily.values())
            .map(f -> new SourceState(f, SourceState.Outcome.ANSWERED, 0, "/sys"))
            .toList();
    last =
        lifecycle.judge(
            new Scan(
                clock.wall(),
                clock.wallTrusted(),
                clock.monotonicNanos(),
                parts.values().stream().flatMap(part -> Readings.of(part).stream()).toList(),
                all,
                asked));
    told.addAll(last.transitions());
    checkpoints.addAll(last.checkpoints());
    last.retested().ifPresent(retests::add);
    arrangements = last.arrangements().orElse(arrangements);
    last.memory().forEach(entry -> memory.put(entry.code() + " " + entry.component(), entry));
    return this;
  }

  /** Scans once a second for that long, beginning in a second. */
  Bench seconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Duration.ofSeconds(1));
      scan();
    }
    return this;
  }

  /** Scans once a minute for that many hours, beginning in a minute. */
  Bench hours(int hours) {
    for (int i = 0; i < hours * 60; i++) {
      clock.advance(Duration.ofMinutes(1));
      scan();
    }
    return this;
  }

  /** Every transition so far: {@code RAISED FAN-201 fan1}. */
  List<String> story() {
    return told.stream()
        .map(t -> t.kind() + " " + t.fault().code() + " " + t.fault().component())
        .toList();
  }

  /** What is pending: {@code FAN-201 fan1 in 30s}. */
  List<String> pending() {
    return last.pending().stream()
        .map(p -> "%s %s in %ds".formatted(p.code(), p.component(), p.remaining().toSeconds()))
        .toList();
  }

  Fault active(String code) {
    return last.active().stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
  }

  Optional<FaultTransition> lastTold() {
    return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
  }
}
