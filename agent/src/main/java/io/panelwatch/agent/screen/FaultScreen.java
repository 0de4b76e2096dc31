package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Pages;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Rule;
import io.panelwatch.display.scene.Widget.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * One fault for the technician: what it is, what to do step by step, which part to bring, how its
 * ticket stands, and a code to scan.
 */
final class FaultScreen {

  private FaultScreen() {}

  static Widget of(Moment moment, Fault fault, int scroll) {
    Widget whatToDo = whatToDo(moment, fault, scroll);
    return Column.of(
        Row.of(
            Label.title(fault.code()).ink(Moment.ink(fault)),
            new Grow(Label.body(fault.component())),
            new IfRoom(Label.body(moment.since(fault)).ink(Ink.MUTED).align(Align.RIGHT))),
        new Rule(),
        // Who scrolls wants to read: the steps then take the width of the code as well.
        new Grow(scroll == 0 ? new Split(whatToDo, code(moment.state(), fault), 4, 3) : whatToDo),
        new IfRoom(new Card(TicketLines.of(moment, fault))));
  }

  /** The symptom, then the steps; nothing of them is ever cut. */
  private static Widget whatToDo(Moment moment, Fault fault, int scroll) {
    List<Widget> rows = new ArrayList<>();
    if (fault.test()) {
      rows.add(Label.body(moment.say("fault.drill")).ink(Ink.ACCENT).whole());
    }
    rows.add(Label.body(moment.say(fault.symptom())).whole());
    for (int i = 0; i < fault.advice().size(); i++) {
      rows.add(Label.body((i + 1) + ". " + moment.say(fault.advice().get(i))).whole());
    }
    if (!fault.part().isEmpty()) {
      String part = moment.say("fault.part", moment.say(fault.part()));
      rows.add(Label.body(part).ink(Ink.ACCENT).whole());
    }
    int occurrence = fault.occurrence().total();
    if (occurrence > 1) {
      rows.add(Label.body(moment.say("fault.occurrence", occurrence)).ink(Ink.MUTED).whole());
    }
    fault
        .standing()
        .acknowledged()
        .map(seen -> acknowledged(moment, seen.by().name()))
        .ifPresent(text -> rows.add(Label.body(text).ink(Ink.MUTED).whole()));
    return new Pages(rows, scroll);
  }

  private static String acknowledged(Moment moment, String name) {
    return name.isEmpty()
        ? moment.say("fault.acknowledged")
        : moment.say("fault.acknowledged.by", name);
  }

  private static Widget code(DeviceState state, Fault fault) {
    return new IfRoom(new Qr(QrPayload.of(state.qrUrl(), state.device(), fault)));
  }
}
