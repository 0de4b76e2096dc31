package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.probe.ProbeFault;
import io.panelwatch.agent.probe.ProbeReport;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A probe's report, for programs and for people. */
final class ProbeOutput {

  private ProbeOutput() {}

  /** {@code {readings:[...], faults:[...]}} in one line. */
  static String json(ProbeReport report) {
    return JsonOut.line(
        json -> {
          json.beginObject();
          json.name("readings");
          JsonOut.array(
              json,
              report.readings().stream().filter(Reading::mayBeTold).toList(),
              reading -> {
                put(json, "name", reading.quantity().text());
                put(json, "component", reading.component());
                put(json, "value", reading.value());
                put(json, "unit", reading.quantity().unit());
                put(json, "quality", reading.quality().text());
                put(json, "source", reading.source());
              });
          json.name("faults");
          JsonOut.array(
              json,
              report.faults(),
              fault -> {
                put(json, "code", fault.code());
                put(json, "component", fault.component());
                put(json, "severity", fault.severity().name());
                put(json, "state", state(fault));
                put(json, "symptom", fault.symptom());
                put(json, "source", fault.source());
              });
          json.endObject();
        });
  }

  /** What is there, what is wrong, and what the board does not have. */
  static void print(ProbeReport report, List<SensorSource> sources, PrintWriter out) {
    var readings = new Table("COMPONENT", "READING", "VALUE", "UNIT", "QUALITY", "SOURCE");
    for (Reading reading : report.readings()) {
      if (reading.quality() != Quality.MISSING && reading.mayBeTold()) {
        readings.row(
            reading.component(),
            reading.quantity().text(),
            Measured.number(reading.value()),
            reading.quantity().unit(),
            quality(reading),
            reading.source());
      }
    }
    readings.print(out);
    out.println();
    for (SensorSource source : sources) {
      if (source.looksForAnything()
          && report.readings().stream().noneMatch(r -> r.quantity().family() == source.family())) {
        out.println("no " + words(source.family()) + " found under " + source.lookedIn());
      }
    }
    faults(report.faults(), out);
  }

  private static void faults(List<ProbeFault> faults, PrintWriter out) {
    if (faults.isEmpty()) {
      out.println("no faults");
      return;
    }
    out.println();
    var table = new Table("FAULT", "COMPONENT", "SEVERITY", "STATE", "SYMPTOM");
    for (ProbeFault fault : faults) {
      table.row(
          fault.code(),
          fault.component(),
          fault.severity().name(),
          state(fault),
          fault.symptom().en());
    }
    table.print(out);
  }

  private static String state(ProbeFault fault) {
    return fault.state().name().toLowerCase(Locale.ROOT);
  }

  private static String words(SensorFamily family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** With the kernel's reason, where that is why there is no number. */
  private static String quality(Reading reading) {
    String quality = reading.quality().text();
    return reading.errno() == 0 ? quality : quality + ", " + Errno.describe(reading.errno());
  }
}
