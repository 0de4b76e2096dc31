package io.panelwatch.agent.command;

import static io.panelwatch.agent.command.JsonOut.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.display.BusCosts;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Mounting;
import io.panelwatch.display.profile.Readback;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Sequences;
import io.panelwatch.display.profile.Step;
import io.panelwatch.display.profile.Transport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A controller's profile with its rotation table and what a full frame costs. */
final class ControllerOutput {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int SPIDEV_BYTES = 4096;

  /** A full frame on one of the buses: bytes and bits alone, without the latency of transfers. */
  private record FullFrame(Transport transport, int clockHz, long bytes, double millis) {}

  private ControllerOutput() {}

  static void print(ControllerProfile profile, PrintWriter out) {
    out.println(profile.name() + ": " + profile.controller() + ", " + PanelOutput.size(profile));
    out.println("  datasheet   " + profile.datasheet());
    out.printf(
        Locale.ROOT,
        "  memory      %dx%d, %s, window %s, %d-bit registers%n",
        profile.geometry().memoryWidth(),
        profile.geometry().memoryHeight(),
        profile.format().text(),
        profile.addressing().text(),
        profile.registerBits());
    out.println("  clocks      " + clocks(profile));
    out.printf(
        Locale.ROOT,
        "  waits       reset %d us, then %d ms; %d ms between changes of sleep%n",
        micros(profile.timing().resetLow()),
        profile.timing().settle().toMillis(),
        profile.timing().sleepChange().toMillis());
    out.printf(Locale.ROOT, "  refresh     %.1f Hz%n", profile.refreshHz());
    for (FullFrame frame : fullFrames(profile)) {
      out.printf(
          Locale.ROOT,
          "  full frame  %d bytes, %.2f ms on %s at %s%n",
          frame.bytes(),
          frame.millis(),
          frame.transport().text(),
          megahertz(frame.clockHz()));
    }
    out.println();
    printRotations(profile, out);
    profile.readbacks().forEach(readback -> out.println("  answers     " + text(readback)));
    sequences(profile.sequences())
        .forEach(
            (name, steps) -> {
              out.println();
              out.println("[" + name + "]");
              steps.forEach(step -> out.println(text(step)));
            });
  }

  private static void printRotations(ControllerProfile profile, PrintWriter out) {
    var table = new Table("ROTATION", "SIZE", "COMMANDS", "OFFSETS", "SCAN", "IN SOFTWARE");
    for (Rotation rotation : Rotation.values()) {
      Mounting mounting = profile.mounting(rotation);
      table.row(
          rotation.degrees() + (rotation == profile.defaultRotation() ? " (default)" : ""),
          profile.width(rotation) + "x" + profile.height(rotation),
          String.join(", ", commands(mounting)),
          mounting.orientation().columnOffset() + " " + mounting.orientation().rowOffset(),
          scan(mounting),
          mounting.softTurn() == Rotation.BY_0 ? "-" : "turned " + mounting.softTurn().degrees());
    }
    table.print(out);
    out.println();
  }

  /** Within an object that is open. */
  static void write(JsonWriter json, ControllerProfile profile) {
    put(json, "controller", profile.controller());
    put(json, "width", profile.geometry().width());
    put(json, "height", profile.geometry().height());
    put(json, "memoryWidth", profile.geometry().memoryWidth());
    put(json, "memoryHeight", profile.geometry().memoryHeight());
    put(json, "format", profile.format().text());
    put(json, "window", profile.addressing().text());
    put(json, "registerBits", profile.registerBits());
    PanelOutput.words(json, "transports", PanelOutput.transports(profile));
    put(json, "i2cAddress", profile.i2cAddress());
    put(json, "commandClockHz", profile.clocks().commandHz());
    put(json, "pixelClockHz", profile.clocks().pixelHz());
    put(json, "readClockHz", profile.clocks().readHz());
    put(json, "i2cClockHz", profile.clocks().i2cHz());
    put(json, "resetLowUs", micros(profile.timing().resetLow()));
    put(json, "settleMs", profile.timing().settle().toMillis());
    put(json, "sleepChangeMs", profile.timing().sleepChange().toMillis());
    put(json, "powerOnMs", profile.timing().powerOn().toMillis());
    put(json, "refreshHz", OptionalDouble.of(profile.refreshHz()));
    put(json, "defaultRotation", profile.defaultRotation().degrees());
    json.name("rotations");
    JsonOut.array(
        json,
        List.of(Rotation.values()),
        rotation -> {
          Mounting mounting = profile.mounting(rotation);
          put(json, "degrees", rotation.degrees());
          PanelOutput.words(json, "commands", commands(mounting));
          put(json, "columnOffset", mounting.orientation().columnOffset());
          put(json, "rowOffset", mounting.orientation().rowOffset());
          put(json, "scan", scan(mounting));
          put(json, "softTurn", mounting.softTurn().degrees());
        });
    PanelOutput.words(
        json, "readbacks", profile.readbacks().stream().map(ControllerOutput::text).toList());
    json.name("brightnessOpcode");
    profile
        .brightnessOpcode()
        .ifPresentOrElse(opcode -> json.value(opcode.intValue()), json::nullValue);
    json.name("fullFrame");
    JsonOut.array(
        json,
        fullFrames(profile),
        frame -> {
          put(json, "transport", frame.transport().text());
          put(json, "clockHz", frame.clockHz());
          put(json, "bytes", frame.bytes());
          put(json, "ms", OptionalDouble.of(frame.millis()));
        });
    json.name("sequences");
    json.beginObject();
    sequences(profile.sequences())
        .forEach(
            (name, steps) ->
                PanelOutput.words(json, name, steps.stream().map(ControllerOutput::text).toList()));
    json.endObject();
  }

  private static List<FullFrame> fullFrames(ControllerProfile profile) {
    return profile.transports().stream()
        .sorted()
        .map(
            transport -> {
              PanelLink.Tariff tariff = tariff(profile, transport);
              CostModel costs = BusCosts.of(tariff, profile, 0);
              int columns = profile.geometry().width();
              int rows = profile.geometry().height() / profile.format().rowsPerCell();
              return new FullFrame(
                  transport,
                  tariff.pixelHz(),
                  costs.bytes(columns, rows),
                  costs.nanos(columns, rows) / NANOS_PER_MILLI);
            })
        .toList();
  }

  private static PanelLink.Tariff tariff(ControllerProfile profile, Transport transport) {
    return switch (transport) {
      case SPI4 ->
          PanelLink.Tariff.spi(
              profile.wireRules(),
              profile.clocks().commandHz(),
              profile.clocks().pixelHz(),
              SPIDEV_BYTES);
      case I2C -> PanelLink.Tariff.i2c(profile.clocks().i2cHz(), SPIDEV_BYTES);
    };
  }

  private static Map<String, List<Step>> sequences(Sequences sequences) {
    Map<String, List<Step>> named = new LinkedHashMap<>();
    named.put("init", sequences.init());
    named.put("on", sequences.on());
    named.put("sleep", sequences.sleep());
    named.put("wake", sequences.wake());
    named.put("off", sequences.off());
    return named;
  }

  private static String clocks(ControllerProfile profile) {
    StringBuilder text = new StringBuilder();
    text.append(megahertz(profile.clocks().commandHz())).append(" commands, ");
    text.append(megahertz(profile.clocks().pixelHz())).append(" pixels");
    if (profile.clocks().readHz() > 0) {
      text.append(", ").append(megahertz(profile.clocks().readHz())).append(" answers");
    }
    if (profile.clocks().i2cHz() > 0) {
      text.append(", ").append(megahertz(profile.clocks().i2cHz()));
      text.append(String.format(Locale.ROOT, " on I2C at address 0x%02X", profile.i2cAddress()));
    }
    return text.toString();
  }

  private static List<String> commands(Mounting mounting) {
    return mounting.orientation().commands().stream().map(ControllerOutput::bytes).toList();
  }

  private static String scan(Mounting mounting) {
    return mounting.orientation().scan().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(Readback readback) {
    return String.format(
        Locale.ROOT,
        "0x%02X: 0x%X within 0x%X, %d bytes after %d bits",
        readback.opcode(),
        readback.value(),
        readback.mask(),
        readback.bytes(),
        readback.dummyBits());
  }

  private static String text(Step step) {
    return switch (step) {
      case Step.Command command -> "command " + bytes(command);
      case Step.Delay delay -> "delay " + delay.rest().toMillis();
    };
  }

  private static String bytes(Step.Command command) {
    return Stream.concat(Stream.of(command.opcode()), command.parameters().stream())
        .map(value -> String.format(Locale.ROOT, "0x%02X", value))
        .collect(Collectors.joining(" "));
  }

  private static String megahertz(int hertz) {
    return String.format(Locale.ROOT, "%.2f MHz", hertz / 1e6);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
