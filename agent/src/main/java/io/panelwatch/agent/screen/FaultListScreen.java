package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PendingFault;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Surface;
import io.panelwatch.display.scene.Symbol;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Spacer;
import java.util.ArrayList;
import java.util.List;

/** All active faults, worst first, then drills, then what may become a fault with its countdown. */
final class FaultListScreen {

  private FaultListScreen() {}

  static Widget of(Moment moment, int selected) {
    DeviceState state = moment.state();
    List<Widget> rows = new ArrayList<>();
    for (int i = 0; i < state.active().size(); i++) {
      Surface surface = i == selected ? Surface.SELECTED : Surface.CARD;
      rows.add(row(moment, state.active().get(i), surface));
    }
    state.pending().forEach(pending -> rows.add(row(moment, pending)));
    Widget header = moment.header(moment.say("faults.title", state.real().size()));
    if (rows.isEmpty()) {
      Label none = new Label(moment.say("faults.none"), TextSize.TITLE, Ink.GOOD, Align.CENTER, 1);
      return Column.of(header, new Spacer(), none, new Spacer());
    }
    int focus = Math.clamp(selected, 0, rows.size() - 1);
    return Column.tight(header, new Grow(new Listing(rows, focus)));
  }

  private static Widget row(Moment moment, Fault fault, Surface surface) {
    Ink ink = Moment.ink(fault);
    String symptom = moment.say(fault.symptom());
    return row(
        new Icon(Moment.symbol(fault), TextSize.BODY, ink),
        Label.body(fault.code()).ink(ink),
        fault.component(),
        moment.since(fault),
        fault.test() ? moment.say("faults.drill", symptom) : symptom,
        surface);
  }

  private static Widget row(Moment moment, PendingFault pending) {
    return row(
        new Icon(Symbol.CLOCK, TextSize.BODY, Ink.MUTED),
        Label.body(pending.code()).ink(Ink.MUTED),
        pending.component(),
        "",
        moment.say("faults.pending", pending.remaining().toSeconds()),
        Surface.CARD);
  }

  private static Widget row(
      Icon icon, Label code, String component, String right, String below, Surface surface) {
    return new Card(
        new Column(
            List.of(
                Row.of(
                    new IfRoom(icon),
                    code,
                    new Grow(Label.body(component)),
                    new IfRoom(Label.body(right).ink(Ink.MUTED))),
                Label.body(below).ink(Ink.MUTED)),
            Gap.NONE),
        surface);
  }
}
