package io.panelwatch.simulator.sheet;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Faults as the catalogue would word them, for the sample states. */
final class SampleFaults {

  static final Fault FAN_STOPPED =
      fault(
          "7Q2M4X8K9B3C5D1E",
          "FAN-201",
          "fan1",
          Severity.CRITICAL,
          PublicImpact.NONE,
          new Text("fan1 has stopped while it is driven", "风扇 fan1 受控运转但已停转"),
          List.of(
              new Text(
                  "Switch the unit off and unplug it. Remove a cable or object that blocks the"
                      + " blades.",
                  "关机并拔下电源插头，检查扇叶是否被线缆或异物卡住并清除。"),
              new Text(
                  "Turn the blades by hand. If they grind or stick, replace the fan.",
                  "用手拨动扇叶，若有摩擦或卡滞，更换风扇。"),
              new Text(
                  "Reseat the fan's connector on the board and watch the speed on the status page.",
                  "重新插好主板上的风扇插头，在状态页查看转速。")),
          new Text(
              "Fan of the same size, voltage and connector, with tachometer", "同尺寸、同电压、同插头的带测速风扇"),
          Optional.empty());

  static final Fault SOC_HOT =
      fault(
          "7Q2M4X8K9B3C5D2E",
          "TMP-301",
          "soc",
          Severity.MINOR,
          PublicImpact.NONE,
          new Text("The processor is at 78 °C, above 75 °C", "处理器温度 78 °C，超过 75 °C"),
          List.of(new Text("Clean the vents and the filter.", "清洁通风口和滤网。")),
          Text.NONE,
          Optional.of(FAN_STOPPED.faultId()));

  static final Fault DISK_FULL =
      fault(
          "7Q2M4X8K9B3C5D3E",
          "DSK-401",
          "/var",
          Severity.MINOR,
          PublicImpact.NONE,
          new Text("/var is 93 % full", "/var 已使用 93 %"),
          List.of(new Text("Remove old logs.", "清理旧日志。")),
          Text.NONE,
          Optional.empty());

  static final Fault NO_BROKER =
      fault(
          "7Q2M4X8K9B3C5D4E",
          "NET-805",
          "eth0",
          Severity.MAJOR,
          PublicImpact.DEGRADED,
          new Text("No way to the dispatch centre", "无法连接调度中心"),
          List.of(new Text("Check the modem.", "检查调制解调器。")),
          Text.NONE,
          Optional.empty());

  static final Fault SOC_CRITICAL =
      fault(
          "7Q2M4X8K9B3C5D5E",
          "TMP-302",
          "soc",
          Severity.CRITICAL,
          PublicImpact.OUT_OF_SERVICE,
          new Text("The processor is at 84 °C, above 82 °C", "处理器温度 84 °C，超过 82 °C"),
          List.of(new Text("Check shade and fan.", "检查遮阳和风扇。")),
          Text.NONE,
          Optional.empty());

  private SampleFaults() {}

  private static Fault fault(
      String faultId,
      String code,
      String component,
      Severity severity,
      PublicImpact publicImpact,
      Text symptom,
      List<Text> advice,
      Text part,
      Optional<String> suppressedBy) {
    Instant first = SampleStates.MOMENT.minus(Duration.ofMinutes(11));
    return new Fault(
        faultId,
        1,
        code,
        component,
        "sample",
        severity,
        FaultKind.HARDWARE,
        Ne107.FAILURE,
        publicImpact,
        symptom,
        advice,
        part,
        true,
        suppressedBy,
        Standing.NEW,
        first,
        first,
        Optional.empty(),
        true,
        "sample-boot",
        86_400,
        Occurrence.FIRST,
        new Limit(
            OptionalDouble.empty(),
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Duration.ZERO),
        new FreezeFrame(List.of(), List.of()),
        "sample",
        false);
  }
}
