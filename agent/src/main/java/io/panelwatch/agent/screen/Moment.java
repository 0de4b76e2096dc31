package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Symbol;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every screen draws from: the state at one moment, told in the words of its language.
 *
 * @param state of the device
 * @param wall the wall clock's time, to be believed where {@code state.wallTrusted()}
 * @param words in the state's language
 */
record Moment(DeviceState state, Instant wall, Words words) {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter OTHER_DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  Moment(DeviceState state, Instant wall) {
    this(state, wall, Words.in(state.language()));
  }

  /** A text with its parts filled in. */
  String say(String key, Object... parts) {
    return words.of(key, parts);
  }

  String say(Text text) {
    return text.in(state.language());
  }

  /** The clock in the corner; a clock that nobody trusts shows no time. */
  String clock() {
    return state.wallTrusted() ? TODAY.format(wall.atZone(state.zone())) : say("clock.unknown");
  }

  /** An instant for a person at the site: the time of day, with the date where it is not today. */
  String time(Instant instant) {
    ZonedDateTime then = instant.atZone(state.zone());
    boolean today = then.toLocalDate().equals(wall.atZone(state.zone()).toLocalDate());
    return (today ? TODAY : OTHER_DAY).format(then);
  }

  /** A length of time in hours and minutes, rounded down. */
  String length(Duration length) {
    return length.toHours() > 0
        ? say("hours", length.toHours(), length.toMinutesPart())
        : say("minutes", length.toMinutes());
  }

  /** When a fault began. */
  String since(Fault fault) {
    return say("fault.since", fault.clockTrusted() ? time(fault.first()) : say("time.unknown"));
  }

  /** The name of the site, or of the device where the site has none. */
  String siteName() {
    return state.site().name().isBlank() ? state.device() : state.site().name();
  }

  /** A screen's first line: what it is, and the clock; the smallest panels have no room for it. */
  Widget header(String title) {
    return new IfRoom(Row.of(new Grow(Label.title(title)), Label.title(clock()).ink(Ink.MUTED)));
  }

  /** A fault that may wait is a matter of service, the others are warned of. */
  static Symbol symbol(Severity severity) {
    return severity == Severity.MINOR ? Symbol.WRENCH : Symbol.WARNING;
  }

  static Ink ink(Severity severity) {
    return severity == Severity.MINOR ? Ink.WARN : Ink.FAULT;
  }

  /** A drill is no warning, and must not look like one from afar. */
  static Symbol symbol(Fault fault) {
    return fault.test() ? Symbol.PERSON : symbol(fault.severity());
  }

  static Ink ink(Fault fault) {
    return fault.test() ? Ink.ACCENT : ink(fault.severity());
  }
}
