package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A stopped fan, before and after its end. */
public final class SampleFault {

  private static final Instant SEEN = Instant.parse("2026-03-01T08:00:00Z");

  private static final FreezeFrame NOTHING_READ = new FreezeFrame(List.of(), List.of());

  public static final Fault FAN_STOPPED = fan("FAN-201", "f-1", Optional.empty(), false);
  public static final Fault FAN_CLEARED =
      fan("FAN-201", "f-0", Optional.of(SEEN.plusSeconds(90)), false);
  public static final Fault DRILL = fan("FAN-201", "f-2", Optional.empty(), true);

  private SampleFault() {}

  /** An active fault of any code, which says otherwise what the stopped fan does. */
  public static Fault of(String code, String id) {
    return fan(code, id, Optional.empty(), false);
  }

  /** With what was read when it stopped, and two and four seconds before. */
  public static Fault withFrame() {
    var frame =
        new FreezeFrame(
            List.of(
                new FreezeFrame.Before(SEEN.minusSeconds(4), speed(2_390)),
                new FreezeFrame.Before(SEEN.minusSeconds(2), speed(2_400))),
            List.of(speed(0)));
    return fan("FAN-201", "f-1", Optional.empty(), false, frame);
  }

  private static Reading speed(double rpm) {
    return new Reading(
        Quantity.FAN_RPM, "fan1", OptionalDouble.of(rpm), Quality.GOOD, 0, "fan1_input");
  }

  private static Fault fan(String code, String id, Optional<Instant> cleared, boolean test) {
    return fan(code, id, cleared, test, NOTHING_READ);
  }

  private static Fault fan(
      String code, String id, Optional<Instant> cleared, boolean test, FreezeFrame frame) {
    return new Fault(
        id,
        1,
        code,
        "fan1",
        "stopped",
        Severity.CRITICAL,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        PublicImpact.NONE,
        new Text("Fan stopped", "风扇停转"),
        List.of(new Text("Check the connector", "检查接头")),
        new Text("fan 40 mm", "40 mm 风扇"),
        cleared.isEmpty(),
        Optional.empty(),
        Standing.NEW,
        SEEN,
        SEEN.plusSeconds(30),
        cleared,
        true,
        "boot",
        300,
        Occurrence.FIRST.again(),
        new Limit(
            OptionalDouble.of(0),
            "rpm",
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60)),
        frame,
        "/sys/class/hwmon/hwmon0/fan1_input",
        test);
  }
}
