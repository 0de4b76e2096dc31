package io.panelwatch.simulator.sheet;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.Page;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.QueueInfo.Serving;
import io.panelwatch.agent.state.Site;
import io.panelwatch.agent.state.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One state for each screen and each thing that a screen can say. */
public final class SampleStates {

  /** The moment at which all of them are shown: 10:42 at the site. */
  public static final Instant MOMENT = Instant.parse("2026-11-20T02:42:00Z");

  private static final long NOW_NANOS = Duration.ofHours(5).toNanos();
  private static final LinkStatus CONNECTED = new LinkStatus(LinkStatus.Phase.CONNECTED, 0);
  private static final LinkStatus WAITING = new LinkStatus(LinkStatus.Phase.WAITING, 3);
  private static final Page PUBLIC = new Page.Public();
  private static final Page FAULT_PAGE =
      new Page.FaultDetail(SampleFaults.FAN_STOPPED.faultId(), 0);

  private static final List<Serving> SERVING =
      List.of(new Serving("A042", "3"), new Serving("B017", "1"), new Serving("A041", "2"));
  private static final Text MESSAGE = new Text("Please have your papers ready.", "请提前准备好证件。");
  private static final List<Fault> FAN_FAULTS =
      List.of(SampleFaults.FAN_STOPPED, SampleFaults.SOC_HOT);

  /**
   * A state and what it shows.
   *
   * @param name fit for a file name
   * @param state of the device at {@link #MOMENT}
   */
  public record Sample(String name, DeviceState state) {}

  private final Language language;

  private SampleStates(Language language) {
    this.language = language;
  }

  /** All samples in one language, the public's screens first. */
  public static List<Sample> in(Language language) {
    SampleStates samples = new SampleStates(language);
    return List.of(
        samples.queue("queue", queue(SERVING, MESSAGE), List.of()),
        samples.queue("queue-one", queue(SERVING.subList(0, 1), Text.NONE), List.of()),
        samples.queue("queue-nobody", queue(List.of(), Text.NONE), List.of()),
        samples.queue("queue-none", Optional.empty(), List.of()),
        samples.queue("queue-stale", staleQueue(), List.of()),
        samples.queue("queue-fault", queue(SERVING, MESSAGE), FAN_FAULTS),
        samples.queue("queue-degraded", queue(SERVING, Text.NONE), List.of(SampleFaults.NO_BROKER)),
        samples.queue(
            "out-of-service", queue(SERVING, Text.NONE), List.of(SampleFaults.SOC_CRITICAL)),
        samples.notice("queue-notice", Duration.ofHours(8)),
        samples.notice("notice", Duration.ofMinutes(-10)),
        samples.technician("faults", new Page.FaultList(0), allFaults(), CONNECTED),
        samples.technician("faults-second", new Page.FaultList(2), allFaults(), CONNECTED),
        samples.technician("faults-none", new Page.FaultList(0), List.of(), CONNECTED),
        samples.technician("fault", FAULT_PAGE, allFaults(), CONNECTED),
        samples.technician(
            "fault-scrolled",
            new Page.FaultDetail(SampleFaults.FAN_STOPPED.faultId(), 1),
            allFaults(),
            CONNECTED),
        samples.technician(
            "fault-suppressed",
            new Page.FaultDetail(SampleFaults.SOC_HOT.faultId(), 0),
            allFaults(),
            CONNECTED),
        samples.technician(
            "fault-offline",
            new Page.FaultDetail(SampleFaults.DISK_FULL.faultId(), 0),
            allFaults(),
            WAITING),
        samples.technician("status", new Page.Status(), allFaults(), CONNECTED),
        samples.technician("status-offline", new Page.Status(), List.of(), WAITING),
        samples.technician("status-scrolled", new Page.Status(4), allFaults(), CONNECTED),
        samples.technician("test-light", test(PanelTestStep.LIGHT), List.of(), CONNECTED),
        samples.technician("test-fonts", test(PanelTestStep.FONTS), List.of(), CONNECTED));
  }

  /** The status page of the samples after so many presses of DOWN. */
  static Sample status(Language language, int presses) {
    return new SampleStates(language)
        .technician("status-" + presses, new Page.Status(presses), allFaults(), CONNECTED);
  }

  private static Page test(PanelTestStep step) {
    return new Page.PanelTest(step);
  }

  private Sample queue(String name, Optional<QueueInfo> queue, List<Fault> active) {
    return new Sample(name, state(PUBLIC, active, queue, Optional.empty(), CONNECTED));
  }

  private Sample notice(String name, Duration fromNow) {
    Instant from = MOMENT.plus(fromNow);
    Notice notice =
        new Notice(
            1,
            1,
            from,
            from.plus(Duration.ofHours(2)),
            new Text(
                "The ticket system is being updated. Thank you for your patience.",
                "叫号系统正在升级，感谢您的耐心等候。"));
    return new Sample(
        name, state(PUBLIC, List.of(), queue(SERVING, MESSAGE), Optional.of(notice), CONNECTED));
  }

  private Sample technician(String name, Page page, List<Fault> active, LinkStatus link) {
    return new Sample(name, state(page, active, Optional.empty(), Optional.empty(), link));
  }

  private DeviceState state(
      Page page,
      List<Fault> active,
      Optional<QueueInfo> queue,
      Optional<Notice> notice,
      LinkStatus link) {
    return new DeviceState(
        "demo-1",
        "PW-320",
        "0.1.0",
        site(),
        language,
        ZoneId.of("Asia/Shanghai"),
        "",
        page,
        NOW_NANOS,
        Optional.of(scan()),
        active,
        active.isEmpty() ? List.of() : List.of(pending()),
        Optional.empty(),
        queue,
        Map.of("T-1042", ticket()),
        notice,
        link,
        NOW_NANOS,
        true);
  }

  private Site site() {
    return language == Language.ZH
        ? new Site("市民服务中心", "人民路 1 号", "一楼大厅东侧", "王芳", "021-5555 0100", "8:30-17:00")
        : new Site("Town hall", "1 High Street", "Hall, east wall", "W. Fang", "555 0100", "9-17");
  }

  private static List<Fault> allFaults() {
    return List.of(SampleFaults.FAN_STOPPED, SampleFaults.SOC_HOT, SampleFaults.DISK_FULL);
  }

  private static PendingFault pending() {
    return new PendingFault(
        "PWR-103",
        "mains",
        Severity.MAJOR,
        new Text("Mains is lost", "市电中断"),
        Duration.ofSeconds(4),
        "sample");
  }

  private static Optional<QueueInfo> queue(List<Serving> serving, Text message) {
    return Optional.of(
        new QueueInfo(
            1,
            7,
            MOMENT.minusSeconds(20),
            Duration.ofMinutes(5),
            NOW_NANOS,
            Duration.ofMinutes(5),
            serving,
            12,
            OptionalInt.of(8),
            message));
  }

  private static Optional<QueueInfo> staleQueue() {
    return Optional.of(
        new QueueInfo(
            1,
            7,
            MOMENT.minusSeconds(900),
            Duration.ofMinutes(5),
            NOW_NANOS,
            Duration.ofMinutes(5),
            SERVING,
            12,
            OptionalInt.of(8),
            MESSAGE));
  }

  private Ticket ticket() {
    String name = language == Language.ZH ? "张伟" : "J. Smith";
    return new Ticket(
        1,
        2,
        "T-1042",
        List.of(SampleFaults.FAN_STOPPED.faultId()),
        "assigned",
        Optional.of(new Ticket.Assignee(name, "regular")),
        Optional.of(MOMENT.plus(Duration.ofMinutes(45))),
        "");
  }

  private static Scan scan() {
    return new Scan(
        MOMENT,
        true,
        NOW_NANOS,
        List.of(
            reading(Quantity.TEMPERATURE_CELSIUS, "soc", 58),
            reading(Quantity.FAN_RPM, "fan1", 0),
            reading(Quantity.FAN_RPM, "fan2", 2980),
            reading(Quantity.SUPPLY_CAPACITY_PERCENT, "battery", 97),
            reading(Quantity.FILE_SYSTEM_USED_PERCENT, "/", 41),
            reading(Quantity.FILE_SYSTEM_USED_PERCENT, "/var", 93)));
  }

  private static Reading reading(Quantity quantity, String component, double value) {
    return new Reading(quantity, component, OptionalDouble.of(value), Quality.GOOD, 0, "sample");
  }
}
