package io.panelwatch.simulator.board;

import io.panelwatch.simulator.board.BoardChange.BatteryPercent;
import io.panelwatch.simulator.board.BoardChange.CertificateDays;
import io.panelwatch.simulator.board.BoardChange.DiskFills;
import io.panelwatch.simulator.board.BoardChange.DiskUsed;
import io.panelwatch.simulator.board.BoardChange.DriveErrors;
import io.panelwatch.simulator.board.BoardChange.DriveOnline;
import io.panelwatch.simulator.board.BoardChange.FanStopped;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import io.panelwatch.simulator.board.BoardChange.LinkUp;
import io.panelwatch.simulator.board.BoardChange.MainsOnline;
import io.panelwatch.simulator.board.BoardChange.MemoryAvailable;
import io.panelwatch.simulator.board.BoardChange.PowerFailing;
import io.panelwatch.simulator.board.BoardChange.PrinterAttached;
import io.panelwatch.simulator.board.BoardChange.RaidMissing;
import io.panelwatch.simulator.board.BoardChange.RailHeld;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.SensorHangs;
import io.panelwatch.simulator.board.BoardChange.ServiceFailed;
import io.panelwatch.simulator.board.BoardChange.SocHeld;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes of the board from a part's name and a body of exactly one key, as the console's
 * {@code POST /api/board/{component}} has them.
 *
 * <table>
 *   <caption>What each part takes, besides what every part takes</caption>
 *   <tr><th>part</th><th>body</th></tr>
 *   <tr><td>fan1, fan2</td><td>{@code {"stopped":true}}</td></tr>
 *   <tr><td>mains</td><td>{@code {"online":false}}</td></tr>
 *   <tr><td>battery</td><td>{@code {"percent":15}}</td></tr>
 *   <tr><td>disk1, disk2</td>
 *     <td>{@code {"usedPercent":97}}, {@code {"fillPercentPerHour":60}}</td></tr>
 *   <tr><td>soc</td><td>{@code {"celsius":85}}, {@code {"celsius":null}} lets go</td></tr>
 *   <tr><td>rail-12v, rail-5v, rail-3v3</td>
 *     <td>{@code {"milliVolts":4500}}, {@code {"milliVolts":null}} lets go</td></tr>
 *   <tr><td>link</td><td>{@code {"up":false}}</td></tr>
 *   <tr><td>certificate</td>
 *     <td>{@code {"daysLeft":5}}, {@code {"daysLeft":null}} lets go</td></tr>
 *   <tr><td>printer</td><td>{@code {"attached":false}}</td></tr>
 *   <tr><td>kiosk.service</td><td>{@code {"failed":true}}</td></tr>
 *   <tr><td>sda</td>
 *     <td>{@code {"online":false}}, {@code {"ioErrors":3}}: so many more</td></tr>
 *   <tr><td>md0</td><td>{@code {"missingDisks":1}}</td></tr>
 *   <tr><td>power-fail</td><td>{@code {"active":true}}</td></tr>
 *   <tr><td>memory</td>
 *     <td>{@code {"availablePercent":4}}, {@code {"availablePercent":null}} lets go</td></tr>
 *   <tr><td>lcd</td>
 *     <td>{@code {"reset":true}}, {@code {"dropEvery":60}}, {@code {"failEvery":60}},
 *     {@code {"stallMs":20}}, {@code {"answers":false}}, {@code {"wrongAnswers":true}},
 *     {@code {"unplugged":true}}</td></tr>
 *   <tr><td>every one</td>
 *     <td>{@code {"fails":5}}, {@code {"hangs":true}}, {@code {"auto":true}} repairs</td></tr>
 * </table>
 */
public final class BoardChanges {

  private static final int LONGEST_ECHO = 40;

  private BoardChanges() {}

  /** What became of a name and a body. */
  public sealed interface Parsed {}

  /** They say what to do. */
  public record Accepted(BoardChange change) implements Parsed {}

  /**
   * There is no such part.
   *
   * @param reason one sentence that lists the parts there are
   */
  public record UnknownComponent(String reason) implements Parsed {}

  /**
   * The part does not take this body.
   *
   * @param reason one sentence that says what is wrong and what is taken
   */
  public record BadBody(String reason) implements Parsed {}

  /** A value of the body as a change. Throws IllegalArgumentException with a sentence. */
  private interface Reader extends Function<@Nullable Object, BoardChange> {}

  /**
   * Reads one change; changes nothing by itself.
   *
   * @param component a part's {@link Component#id()}
   * @param body one key with a {@link Boolean}, a {@link Number} or null, as any JSON reader gives
   */
  public static Parsed parse(String component, Map<String, ? extends @Nullable Object> body) {
    return Component.named(component)
        .map(part -> parse(part, body))
        .orElseGet(() -> new UnknownComponent(unknown(component)));
  }

  private static Parsed parse(Component part, Map<String, ? extends @Nullable Object> body) {
    Map<String, Reader> readers = readersOf(part);
    if (body.size() != 1) {
      return bad(part, "the body must have exactly one of " + String.join(", ", readers.keySet()));
    }
    Entry<String, ? extends @Nullable Object> only = body.entrySet().iterator().next();
    Reader reader = readers.get(only.getKey());
    if (reader == null) {
      return bad(
          part,
          "there is no key '%s', only %s"
              .formatted(shortened(only.getKey()), String.join(", ", readers.keySet())));
    }
    try {
      return new Accepted(reader.apply(only.getValue()));
    } catch (IllegalArgumentException e) {
      return new BadBody(part.id() + ": " + e.getMessage());
    }
  }

  private static Map<String, Reader> readersOf(Component part) {
    // Sorted, so that the sentences are the same every time.
    var readers = new TreeMap<String, Reader>();
    readers.put("fails", value -> new SensorFails(part, whole("fails", value)));
    readers.put("hangs", value -> flag("hangs", value) ? new SensorHangs(part) : repaired(part));
    readers.put("auto", value -> onlyTrue("auto", value, new Repaired(part)));
    switch (part) {
      case FAN1, FAN2 ->
          readers.put("stopped", value -> new FanStopped(part, flag("stopped", value)));
      case MAINS -> readers.put("online", value -> new MainsOnline(flag("online", value)));
      case BATTERY -> readers.put("percent", value -> new BatteryPercent(number("percent", value)));
      case RAIL_12V, RAIL_5V, RAIL_3V3 ->
          readers.put(
              "milliVolts",
              orRepaired(part, "milliVolts", milliVolts -> new RailHeld(part, milliVolts)));
      case SOC -> readers.put("celsius", orRepaired(part, "celsius", SocHeld::new));
      case DISK1, DISK2 -> {
        readers.put("usedPercent", value -> new DiskUsed(part, number("usedPercent", value)));
        readers.put(
            "fillPercentPerHour",
            value -> new DiskFills(part, number("fillPercentPerHour", value)));
      }
      case LINK -> readers.put("up", value -> new LinkUp(flag("up", value)));
      case CERTIFICATE ->
          readers.put("daysLeft", orRepaired(part, "daysLeft", CertificateDays::new));
      case PRINTER ->
          readers.put("attached", value -> new PrinterAttached(flag("attached", value)));
      case SERVICE -> readers.put("failed", value -> new ServiceFailed(flag("failed", value)));
      case DRIVE -> {
        readers.put("online", value -> new DriveOnline(flag("online", value)));
        readers.put("ioErrors", value -> new DriveErrors(whole("ioErrors", value)));
      }
      case RAID ->
          readers.put("missingDisks", value -> new RaidMissing(whole("missingDisks", value)));
      case MEMORY ->
          readers.put(
              "availablePercent", orRepaired(part, "availablePercent", MemoryAvailable::new));
      case POWER_FAIL -> readers.put("active", value -> new PowerFailing(flag("active", value)));
      case LCD -> readers.putAll(lcdReaders());
      case CLOCK -> {}
    }
    return readers;
  }

  private static Map<String, Reader> lcdReaders() {
    return Map.of(
        "reset",
        value -> onlyTrue("reset", value, new LcdSuffers(new LcdGlitch.ResetByItself())),
        "dropEvery",
        value -> new LcdSuffers(new LcdGlitch.DropsEvery(whole("dropEvery", value))),
        "failEvery",
        value -> new LcdSuffers(new LcdGlitch.FailsEvery(whole("failEvery", value))),
        "stallMs",
        value -> new LcdSuffers(new LcdGlitch.Stalls(Duration.ofMillis(whole("stallMs", value)))),
        "answers",
        value -> answers(flag("answers", value) ? LcdAnswers.AS_THEY_ARE : LcdAnswers.NONE),
        "wrongAnswers",
        value -> answers(flag("wrongAnswers", value) ? LcdAnswers.WRONG : LcdAnswers.AS_THEY_ARE),
        "unplugged",
        value -> new LcdSuffers(new LcdGlitch.Unplugged(flag("unplugged", value))));
  }

  private static BoardChange answers(LcdAnswers heard) {
    return new LcdSuffers(new LcdGlitch.Answers(heard));
  }

  /** A number holds the part there; null lets it go. */
  private static Reader orRepaired(Component part, String key, DoubleFunction<BoardChange> held) {
    return value -> value == null ? repaired(part) : held.apply(number(key, value));
  }

  private static BoardChange repaired(Component part) {
    return new Repaired(part);
  }

  private static boolean flag(String key, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException(
        "%s must be true or false, not %s.".formatted(key, shortened(value)));
  }

  private static BoardChange onlyTrue(String key, @Nullable Object value, BoardChange change) {
    if (Boolean.TRUE.equals(value)) {
      return change;
    }
    throw new IllegalArgumentException(
        "%s can only be true, not %s.".formatted(key, shortened(value)));
  }

  private static double number(String key, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "%s must be a number, not %s.".formatted(key, shortened(value)));
  }

  private static int whole(String key, @Nullable Object value) {
    double number = number(key, value);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s must be a whole number, not %s.".formatted(key, shortened(value)));
    }
    return (int) number;
  }

  private static BadBody bad(Component part, String what) {
    return new BadBody(part.id() + ": " + what + ".");
  }

  private static String unknown(String component) {
    return "there is no component '%s', only %s."
        .formatted(
            shortened(component),
            Arrays.stream(Component.values()).map(Component::id).collect(Collectors.joining(", ")));
  }

  private static String shortened(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
  }
}
