package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Surface;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shown to the public when a fault stops its service: where to go, and the code to tell. */
final class OutOfServiceScreen {

  private OutOfServiceScreen() {}

  static Widget of(Moment moment) {
    List<Widget> lines = new ArrayList<>();
    lines.add(new Spacer());
    lines.add(centred(moment.say("out.title"), TextSize.BIG, 2));
    lines.add(centred(moment.say("out.hint"), TextSize.BODY, 3));
    String phone = moment.state().site().contactPhone();
    if (!phone.isBlank()) {
      lines.add(new IfRoom(centred(moment.say("out.contact", phone), TextSize.BODY, 2)));
    }
    lines.add(new Spacer());
    lines.add(centred(codes(moment), TextSize.BODY, 1));
    return Column.of(
        moment.header(moment.siteName()),
        new Grow(new Card(new Column(lines, Gap.NORMAL), Surface.FAULT)));
  }

  private static String codes(Moment moment) {
    return moment.state().active().stream()
        .filter(fault -> fault.suppressedBy().isEmpty())
        .filter(fault -> fault.publicImpact() == PublicImpact.OUT_OF_SERVICE)
        .map(Fault::code)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Label centred(String text, TextSize size, int lines) {
    return new Label(text, size, Ink.TEXT, Align.CENTER, lines);
  }
}
