package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Scroll;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
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

  private static final int SYMPTOM_LINES = 3;
  private static final int STEP_LINES = 6;

  private FaultScreen() {}

  static Widget of(Moment moment, Fault fault, int scroll) {
    Widget whatToDo = whatToDo(moment, fault, scroll);
    return Column.of(
        Row.of(
            Label.title(fault.code()).ink(Moment.ink(fault.severity())),
            new Grow(Label.body(fault.component())),
            new IfRoom(Label.body(moment.since(fault)).ink(Ink.MUTED).align(Align.RIGHT))),
        new Rule(),
        // Who scrolls wants to read: the steps then take the width of the code as well.
        new Grow(scroll == 0 ? new Split(whatToDo, code(moment.state(), fault), 4, 3) : whatToDo),
        new IfRoom(new Card(TicketLines.of(moment, fault))));
  }

  /** The symptom, then the steps; each press moves them up by one, and the last always stays. */
  private static Widget whatToDo(Moment moment, Fault fault, int scroll) {
    List<Widget> lines = new ArrayList<>();
    lines.add(Label.body(moment.say(fault.symptom())).lines(SYMPTOM_LINES));
    for (int i = 0; i < fault.advice().size(); i++) {
      String step = (i + 1) + ". " + moment.say(fault.advice().get(i));
      lines.add(Label.body(step).lines(STEP_LINES));
    }
    int last = lines.size() - 1;
    if (!fault.part().isBlank()) {
      lines.add(Label.body(moment.say("fault.part", fault.part())).ink(Ink.ACCENT).lines(2));
    }
    if (fault.occurrence() > 1) {
      lines.add(Label.body(moment.say("fault.occurrence", fault.occurrence())).ink(Ink.MUTED));
    }
    return new Listing(lines, Math.min(scroll, last), Scroll.TO_TOP);
  }

  private static Widget code(DeviceState state, Fault fault) {
    return new IfRoom(new Qr(QrPayload.of(state.qrUrl(), state.device(), fault)));
  }
}
