package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Site;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Symbol;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Field;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Pages;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The board and the program for the technician: link, clock, readings, versions. */
final class StatusScreen {

  /** What is worth a line, with the unit as a person writes it. */
  private enum Shown {
    TEMPERATURE(Quantity.TEMPERATURE_CELSIUS, "°C", Symbol.THERMOMETER),
    FAN(Quantity.FAN_RPM, "rpm", Symbol.FAN),
    BATTERY(Quantity.SUPPLY_CAPACITY_PERCENT, "%", Symbol.BATTERY),
    DISK(Quantity.FILE_SYSTEM_USED_PERCENT, "%", Symbol.DISK);

    /** The values and the units of all of them stand in one column each. */
    static final Field FIELD = new Field("0000", "rpm");

    final Quantity quantity;
    final String unit;
    final Symbol symbol;

    Shown(Quantity quantity, String unit, Symbol symbol) {
      this.quantity = quantity;
      this.unit = unit;
      this.symbol = symbol;
    }

    static Optional<Shown> of(Reading reading) {
      return Arrays.stream(values())
          .filter(shown -> shown.quantity == reading.quantity())
          .findFirst();
    }
  }

  private StatusScreen() {}

  /**
   * The page.
   *
   * @param scroll how many pages on where it has no room for all; goes round
   */
  static Widget of(Moment moment, int scroll) {
    List<Widget> rows = rows(moment);
    return Column.tight(
        moment.header(moment.say("status.title")), new Rule(), new Grow(new Pages(rows, scroll)));
  }

  private static List<Widget> rows(Moment moment) {
    DeviceState state = moment.state();
    List<Widget> rows = new ArrayList<>();
    rows.add(link(moment));
    rows.add(faults(moment));
    state
        .visit()
        .map(visit -> opened(moment, visit))
        .ifPresent(
            since -> rows.add(row(Symbol.PERSON, moment.say("status.visit"), since, Ink.WARN)));
    if (state.link().outboxDepth() > 0) {
      String depth = Integer.toString(state.link().outboxDepth());
      rows.add(row(Symbol.NETWORK, moment.say("status.outbox"), depth, Ink.WARN));
    }
    rows.add(clock(moment));
    rows.add(row(Symbol.BOARD, moment.say("status.test"), moment.say("status.test.key"), Ink.TEXT));
    addReadings(rows, state);
    addInventory(rows, moment);
    return rows;
  }

  private static String opened(Moment moment, Visit visit) {
    return visit.opened().trusted()
        ? moment.time(visit.opened().wall())
        : moment.say("time.unknown");
  }

  private static Widget faults(Moment moment) {
    DeviceState state = moment.state();
    return row(
        state.worst().map(Moment::symbol).orElse(Symbol.CHECK),
        moment.say("status.faults"),
        Integer.toString(state.real().size()),
        state.worst().map(Moment::ink).orElse(Ink.GOOD));
  }

  private static Widget link(Moment moment) {
    var phase = moment.state().link().phase();
    Ink ink =
        switch (phase) {
          case OFF -> Ink.MUTED;
          case CONNECTED -> Ink.GOOD;
          case CONNECTING, WAITING -> Ink.WARN;
        };
    String word = moment.say("status.link." + phase.name().toLowerCase(Locale.ROOT));
    return row(Symbol.NETWORK, moment.say("status.link"), word, ink);
  }

  private static Widget clock(Moment moment) {
    boolean trusted = moment.state().wallTrusted();
    return row(
        Symbol.CLOCK,
        moment.say("status.clock"),
        moment.say(trusted ? "status.clock.trusted" : "status.clock.untrusted"),
        trusted ? Ink.GOOD : Ink.WARN);
  }

  private static void addReadings(List<Widget> rows, DeviceState state) {
    state.scan().stream()
        .flatMap(scan -> scan.readings().stream())
        .filter(reading -> reading.value().isPresent())
        .forEach(reading -> Shown.of(reading).ifPresent(shown -> rows.add(row(shown, reading))));
  }

  private static Widget row(Shown shown, Reading reading) {
    String value = String.format(Locale.ROOT, "%.0f", reading.value().orElseThrow());
    Ink ink = reading.good() ? Ink.TEXT : Ink.WARN;
    return Row.of(
        new IfRoom(icon(shown.symbol)),
        new Grow(name(reading.component())),
        new Figure(value, shown.unit, Shown.FIELD, TextSize.BODY, ink));
  }

  private static void addInventory(List<Widget> rows, Moment moment) {
    DeviceState state = moment.state();
    Site site = state.site();
    String contact = (site.contactName() + " " + site.contactPhone()).strip();
    addUnlessBlank(rows, Symbol.BOARD, moment.say("status.device"), state.device());
    addUnlessBlank(rows, Symbol.PLACE, moment.say("status.place"), site.unit());
    addUnlessBlank(rows, Symbol.PERSON, moment.say("status.contact"), contact);
    addUnlessBlank(rows, Symbol.BOARD, moment.say("status.model"), state.model());
    addUnlessBlank(rows, Symbol.BOARD, moment.say("status.version"), state.version());
  }

  private static void addUnlessBlank(List<Widget> rows, Symbol symbol, String name, String value) {
    if (!value.isBlank()) {
      rows.add(row(symbol, name, value, Ink.TEXT));
    }
  }

  /** The symbol stands for the name where there is no room for both. */
  private static Widget row(Symbol symbol, String name, String value, Ink ink) {
    return Row.of(
        icon(symbol),
        new Grow(new IfRoom(name(name))),
        Label.body(value).ink(ink).align(Align.RIGHT).lines(2));
  }

  private static Icon icon(Symbol symbol) {
    return new Icon(symbol, TextSize.BODY, Ink.MUTED);
  }

  private static Label name(String name) {
    return Label.body(name).ink(Ink.MUTED);
  }
}
