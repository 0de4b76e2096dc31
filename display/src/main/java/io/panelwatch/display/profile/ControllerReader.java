package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what the keys of a controller's profile say, each within its bounds. How values must fit
 * each other is in {@link GeometryRules}, {@link OrientationRules}, {@link BusRules} and {@link
 * SequenceRules}.
 */
final class ControllerReader {

  static final Set<String> KEYS =
      Set.of(
          "controller",
          "size",
          "memory",
          "format",
          "window",
          "register-bits",
          "transport",
          "i2c-address",
          "i2c-clock-hz",
          "command-clock-hz",
          "pixel-clock-hz",
          "read-clock-hz",
          "reset-low-us",
          "settle-ms",
          "sleep-change-ms",
          "power-on-ms",
          "refresh-hz",
          "rotation",
          "default-rotation",
          "readback",
          "brightness");

  private static final int MAX_SIDE = 2_048;
  private static final int MIN_CLOCK_HZ = 10_000;
  private static final int MAX_CLOCK_HZ = 125_000_000;
  private static final int MAX_I2C_HZ = 3_400_000;
  private static final int MAX_WAIT_MS = 5_000;
  private static final int MAX_RESET_LOW_US = 100_000;
  private static final int MAX_DUMMY_BITS = 16;
  private static final int MAX_ANSWER_BYTES = 4;
  private static final int FIRST_I2C_ADDRESS = 0x08;
  private static final int LAST_I2C_ADDRESS = 0x77;
  private static final int BYTE = 0xFF;
  private static final int MADCTL = 0x36;

  private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,2}(\\.[0-9])?");
  private static final double USUAL_RATE = 60;

  private final Values values;
  private final Complaints complaints;

  ControllerReader(Values values, Complaints complaints) {
    this.values = values;
    this.complaints = complaints;
  }

  ControllerProfile read(String name, int pixelShiftPx, Sequences sequences) {
    Addressing addressing =
        values.has("window")
            ? values.choice("window", List.of(Addressing.values()), Addressing::text)
            : Addressing.DCS;
    Map<Rotation, Orientation> orientations = orientations(addressing);
    return new ControllerProfile(
        name,
        values.words("controller"),
        values.words("datasheet"),
        geometry(),
        values.choice("format", List.of(ColourFormat.values()), ColourFormat::text),
        addressing,
        registerBits(),
        transports(),
        orZero("i2c-address", FIRST_I2C_ADDRESS, LAST_I2C_ADDRESS),
        clocks(),
        timing(),
        refreshHz(),
        orientations,
        defaultRotation(orientations),
        readbacks(),
        values.has("brightness")
            ? Optional.of(values.whole("brightness", 0, BYTE))
            : Optional.empty(),
        pixelShiftPx,
        sequences);
  }

  private Geometry geometry() {
    Line size = values.line("size", 2);
    Line memory = values.has("memory") ? values.line("memory", 2) : size;
    return new Geometry(side(size, 0), side(size, 1), side(memory, 0), side(memory, 1));
  }

  private int side(Line line, int index) {
    return line.words().isEmpty()
        ? 1
        : values.whole(line.number(), line.words().get(index), 1, MAX_SIDE);
  }

  private int registerBits() {
    if (!values.has("register-bits")) {
      return Byte.SIZE;
    }
    return values.choice("register-bits", List.of(Byte.SIZE, Short.SIZE), String::valueOf);
  }

  private Set<Transport> transports() {
    Set<Transport> transports = EnumSet.noneOf(Transport.class);
    if (!values.has("transport")) {
      transports.add(Transport.SPI4);
      return transports;
    }
    Line line = values.anyLine("transport");
    for (String word : line.words()) {
      Transport transport =
          values.choice(line.number(), word, List.of(Transport.values()), Transport::text);
      if (!transports.add(transport)) {
        complaints.about(line.number(), transport.text() + " is there twice");
      }
    }
    return transports;
  }

  private Clocks clocks() {
    return new Clocks(
        values.whole("command-clock-hz", MIN_CLOCK_HZ, MAX_CLOCK_HZ),
        values.whole("pixel-clock-hz", MIN_CLOCK_HZ, MAX_CLOCK_HZ),
        orZero("read-clock-hz", MIN_CLOCK_HZ, MAX_CLOCK_HZ),
        orZero("i2c-clock-hz", MIN_CLOCK_HZ, MAX_I2C_HZ));
  }

  private Timing timing() {
    return new Timing(
        Duration.ofNanos(1_000L * values.whole("reset-low-us", 1, MAX_RESET_LOW_US)),
        Duration.ofMillis(values.whole("settle-ms", 0, MAX_WAIT_MS)),
        Duration.ofMillis(values.whole("sleep-change-ms", 0, MAX_WAIT_MS)),
        Duration.ofMillis(orZero("power-on-ms", 0, MAX_WAIT_MS)));
  }

  private double refreshHz() {
    if (!values.has("refresh-hz")) {
      return USUAL_RATE;
    }
    String word = values.word("refresh-hz").orElse("");
    if (RATE.matcher(word).matches()) {
      return Double.parseDouble(word);
    }
    if (!word.isEmpty()) {
      complaints.about(values.lineOf("refresh-hz"), word + " is not within 1..999.9");
    }
    return USUAL_RATE;
  }

  private Map<Rotation, Orientation> orientations(Addressing addressing) {
    Map<Rotation, Orientation> orientations = new EnumMap<>(Rotation.class);
    for (Line line : values.lines("rotation")) {
      List<String> words = line.words();
      if (words.size() != (addressing.paged() ? 5 : 4)) {
        complaints.about(
            line.number(),
            addressing.paged()
                ? "a rotation is 'rotation DEGREES SEGMENTS COMMONS COLUMN-OFFSET ROW-OFFSET'"
                : "a rotation is 'rotation DEGREES MADCTL COLUMN-OFFSET ROW-OFFSET'");
        continue;
      }
      Rotation rotation = rotation(line.number(), words.getFirst());
      if (orientations.putIfAbsent(rotation, orientation(line, addressing)) != null) {
        complaints.about(line.number(), "rotation " + rotation.degrees() + " is there twice");
      }
    }
    return orientations;
  }

  private Orientation orientation(Line line, Addressing addressing) {
    List<String> words = line.words();
    int columnOffset = values.whole(line.number(), words.get(words.size() - 2), 0, MAX_SIDE);
    int rowOffset = values.whole(line.number(), words.getLast(), 0, MAX_SIDE);
    int first = values.whole(line.number(), words.get(1), 0, BYTE);
    if (!addressing.paged()) {
      List<Step.Command> madctl = List.of(new Step.Command(MADCTL, List.of(first)));
      return new Orientation(madctl, columnOffset, rowOffset, ScanOrder.ofMadctl(first));
    }
    int second = values.whole(line.number(), words.get(2), 0, BYTE);
    List<Step.Command> remaps =
        List.of(new Step.Command(first, List.of()), new Step.Command(second, List.of()));
    return new Orientation(remaps, columnOffset, rowOffset, ScanOrder.TOP_TO_BOTTOM);
  }

  private Rotation defaultRotation(Map<Rotation, Orientation> orientations) {
    Line line = values.line("default-rotation", 1);
    if (line.words().isEmpty()) {
      return Rotation.BY_0;
    }
    Rotation rotation = rotation(line.number(), line.words().getFirst());
    if (!orientations.containsKey(rotation)) {
      complaints.about(
          line.number(), "there is no rotation " + rotation.degrees() + " to be the default");
    }
    return rotation;
  }

  private Rotation rotation(int line, String word) {
    return values.choice(
        line, word, Arrays.asList(Rotation.values()), one -> String.valueOf(one.degrees()));
  }

  private List<Readback> readbacks() {
    List<Readback> readbacks = new ArrayList<>();
    for (Line line : values.lines("readback")) {
      if (line.words().size() == 5) {
        readbacks.add(readback(line));
      } else {
        complaints.about(
            line.number(), "a readback is 'readback OPCODE DUMMY-BITS BYTES MASK VALUE'");
      }
    }
    return readbacks;
  }

  private Readback readback(Line line) {
    List<String> words = line.words();
    int number = line.number();
    int bytes = values.whole(number, words.get(2), 1, MAX_ANSWER_BYTES);
    long most = (1L << (Byte.SIZE * bytes)) - 1;
    long mask = values.number(number, words.get(3), 1, most);
    long value = values.number(number, words.get(4), 0, most);
    if ((value & ~mask) != 0) {
      complaints.about(number, "the value has bits that the mask has not");
    } else if (value == 0 || value == mask) {
      complaints.about(number, "a line that nobody drives, all 0 or all 1, would pass");
    }
    return new Readback(
        values.whole(number, words.get(0), 0, BYTE),
        values.whole(number, words.get(1), 0, MAX_DUMMY_BITS),
        bytes,
        mask,
        value);
  }

  private int orZero(String key, int min, int max) {
    return values.has(key) ? values.whole(key, min, max) : 0;
  }
}
