package io.panelwatch.agent.screen;

import io.panelwatch.agent.state.Notice;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Spacer;

/** Announced maintenance while it lasts. */
final class NoticeScreen {

  private NoticeScreen() {}

  static Widget of(Moment moment, Notice notice) {
    String span =
        moment.say("notice.span", moment.time(notice.from()), moment.time(notice.until()));
    return Column.of(
        moment.header(moment.siteName()),
        new Grow(
            new Card(
                Column.of(
                    new Spacer(),
                    new Label(
                        moment.say("notice.title"), TextSize.BIG, Ink.ACCENT, Align.CENTER, 1),
                    new Label(span, TextSize.TITLE, Ink.TEXT, Align.CENTER, 2),
                    new Label(moment.say(notice.text()), TextSize.BODY, Ink.MUTED, Align.CENTER, 4),
                    new Spacer()))));
  }
}
