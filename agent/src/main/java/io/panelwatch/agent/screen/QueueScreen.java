package io.panelwatch.agent.screen;

import io.panelwatch.agent.state.QueueInfo;
import io.panelwatch.agent.state.QueueInfo.Serving;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Spacer;
import io.panelwatch.display.scene.Widget.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the public sees: which ticket is served where. A number is shown only while it is provably
 * fresh; before and after that the screen says in words that it knows none.
 */
final class QueueScreen {

  /** More tickets than this beside the big one are read by nobody. */
  private static final int MOST_OTHERS = 5;

  private QueueScreen() {}

  static Widget of(Moment moment) {
    List<Widget> parts = new ArrayList<>();
    parts.add(moment.header(moment.siteName()));
    Optional<QueueInfo> queue = moment.state().queue();
    if (queue.isEmpty()) {
      parts.add(words(moment.say("queue.none"), moment.say("queue.none.hint")));
    } else if (moment.state().queueFresh(moment.wall())) {
      addQueue(parts, moment, queue.get());
    } else {
      String lastUpdate =
          moment.state().wallTrusted()
              ? moment.time(queue.get().asOf())
              : moment.say("time.unknown");
      parts.add(words(moment.say("queue.stale"), moment.say("queue.stale.hint", lastUpdate)));
    }
    parts.addAll(Banners.of(moment));
    return new Column(parts, Gap.NORMAL);
  }

  private static void addQueue(List<Widget> parts, Moment moment, QueueInfo queue) {
    parts.add(new Grow(served(moment, queue.serving())));
    parts.add(new IfRoom(waiting(moment, queue)));
    String message = moment.say(queue.message());
    if (!message.isBlank()) {
      parts.add(new IfRoom(Label.body(message).lines(2)));
    }
  }

  private static Widget served(Moment moment, List<Serving> serving) {
    if (serving.isEmpty()) {
      return words(moment.say("queue.nobody"), moment.say("queue.nobody.hint"));
    }
    Widget latest = latest(moment, serving.getFirst());
    return serving.size() == 1
        ? latest
        : new Split(latest, new IfRoom(others(moment, serving)), 5, 3);
  }

  private static Widget latest(Moment moment, Serving serving) {
    return new Card(
        Column.tight(
            new IfRoom(Label.body(moment.say("queue.serving")).ink(Ink.MUTED).align(Align.CENTER)),
            new Grow(new BigText(serving.ticket(), Ink.ACCENT, Align.CENTER)),
            Label.big(moment.say("queue.counter", serving.counter())).align(Align.CENTER)));
  }

  private static Widget others(Moment moment, List<Serving> serving) {
    List<Widget> rows = new ArrayList<>();
    rows.add(Label.body(moment.say("queue.also")).ink(Ink.MUTED));
    serving.stream()
        .skip(1)
        .limit(MOST_OTHERS)
        .map(other -> new IfRoom(row(Label.body(other.ticket()), other.counter())))
        .forEach(rows::add);
    return new Card(new Column(rows, Gap.NONE));
  }

  private static Widget waiting(Moment moment, QueueInfo queue) {
    Label waiting = Label.body(moment.say("queue.waiting", queue.waiting()));
    return queue.etaMinutes().isPresent()
        ? row(waiting, moment.say("queue.eta", queue.etaMinutes().getAsInt()))
        : waiting;
  }

  private static Widget row(Label left, String right) {
    return Row.of(new Grow(left), new IfRoom(Label.body(right).ink(Ink.MUTED).align(Align.RIGHT)));
  }

  /** A card with words in place of numbers. */
  private static Widget words(String title, String hint) {
    return new Grow(
        new Card(
            Column.of(
                new Spacer(),
                new Label(title, TextSize.TITLE, Ink.TEXT, Align.CENTER, 3),
                new Label(hint, TextSize.BODY, Ink.MUTED, Align.CENTER, 3),
                new Spacer())));
  }
}
