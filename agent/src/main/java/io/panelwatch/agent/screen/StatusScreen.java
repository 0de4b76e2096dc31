package io.panelwatch.agent.screen;

import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Site;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The board and the program for the technician: link, clock, readings, versions. */
final class StatusScreen {

  /** What is worth a line, with the unit as a person writes it. */
  private static final Map<Quantity, String> SHOWN =
      new EnumMap<>(
          Map.of(
              Quantity.TEMPERATURE_CELSIUS, "°C",
              Quantity.FAN_RPM, "rpm",
              Quantity.SUPPLY_CAPACITY_PERCENT, "%",
              Quantity.FILE_SYSTEM_USED_PERCENT, "%"));

  private StatusScreen() {}

  static Widget of(Moment moment) {
    DeviceState state = moment.state();
    List<Widget> rows = new ArrayList<>();
    rows.add(moment.header(moment.say("status.title")));
    rows.add(new Rule());
    rows.add(row(moment.say("status.device"), state.device(), Ink.TEXT));
    rows.add(link(moment));
    rows.add(clock(moment));
    rows.add(
        row(
            moment.say("status.faults"),
            Integer.toString(state.active().size()),
            state.worst().map(Moment::ink).orElse(Ink.GOOD)));
    if (state.link().outboxDepth() > 0) {
      String depth = Integer.toString(state.link().outboxDepth());
      rows.add(row(moment.say("status.outbox"), depth, Ink.WARN));
    }
    addReadings(rows, state);
    addInventory(rows, moment);
    return new Column(rows, Gap.TIGHT);
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
    return row(moment.say("status.link"), word, ink);
  }

  private static Widget clock(Moment moment) {
    boolean trusted = moment.state().wallTrusted();
    return row(
        moment.say("status.clock"),
        moment.say(trusted ? "status.clock.trusted" : "status.clock.untrusted"),
        trusted ? Ink.GOOD : Ink.WARN);
  }

  private static void addReadings(List<Widget> rows, DeviceState state) {
    state.scan().stream()
        .flatMap(scan -> scan.readings().stream())
        .filter(reading -> SHOWN.containsKey(reading.quantity()) && reading.value().isPresent())
        .map(StatusScreen::reading)
        .forEach(rows::add);
  }

  private static Widget reading(Reading reading) {
    String value =
        String.format(
            Locale.ROOT, "%.0f %s", reading.value().orElseThrow(), SHOWN.get(reading.quantity()));
    return row(reading.component(), value, reading.good() ? Ink.TEXT : Ink.WARN);
  }

  private static void addInventory(List<Widget> rows, Moment moment) {
    Site site = moment.state().site();
    addUnlessBlank(rows, moment.say("status.place"), site.unit());
    addUnlessBlank(
        rows,
        moment.say("status.contact"),
        (site.contactName() + " " + site.contactPhone()).strip());
    addUnlessBlank(rows, moment.say("status.model"), moment.state().model());
    addUnlessBlank(rows, moment.say("status.version"), moment.state().version());
  }

  private static void addUnlessBlank(List<Widget> rows, String name, String value) {
    if (!value.isBlank()) {
      rows.add(row(name, value, Ink.TEXT));
    }
  }

  private static Widget row(String name, String value, Ink ink) {
    return new IfRoom(
        Row.of(
            new Grow(Label.body(name).ink(Ink.MUTED)),
            Label.body(value).ink(ink).align(Align.RIGHT)));
  }
}
