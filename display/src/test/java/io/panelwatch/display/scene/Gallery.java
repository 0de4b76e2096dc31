package io.panelwatch.display.scene;

import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.Bar;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Field;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Listing;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Rule;
import io.panelwatch.display.scene.Widget.Sparkline;
import io.panelwatch.display.scene.Widget.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Scenes that hold every kind of widget, in both languages. */
final class Gallery {

  private static final String PAYLOAD = "PANELWATCH DEMO-1 FAN-201 FAN1";

  /** Forty values that rise and fall, with two gaps. */
  private static final List<OptionalDouble> HISTORY =
      IntStream.range(0, 40)
          .mapToObj(
              i ->
                  i % 17 == 9
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(50 + i % 8 * (i < 20 ? 1 : -1)))
          .toList();

  private Gallery() {}

  /** All of them. */
  static List<Scene> all(boolean chinese) {
    return List.of(
        queue(chinese, "A042"), fault(chinese), readings(chinese, 58), faults(chinese, 2));
  }

  static Scene queue(boolean chinese, String ticket) {
    return new Scene(
        Column.of(
            new IfRoom(
                Row.of(
                    new Grow(Label.title(chinese ? "市民服务中心" : "Town hall")),
                    Label.title("10:42").ink(Ink.MUTED))),
            new Grow(
                new Card(
                    Column.tight(
                        new IfRoom(
                            Label.body(chinese ? "正在办理" : "Now serving")
                                .ink(Ink.MUTED)
                                .align(Align.CENTER)),
                        new Grow(new BigText(ticket, Ink.ACCENT, Align.CENTER)),
                        Label.big(chinese ? "请到3号窗口" : "Counter 3").align(Align.CENTER)))),
            new IfRoom(
                Row.of(
                    new Grow(Label.body(chinese ? "等候 12 人" : "12 waiting")),
                    Label.body(chinese ? "约 8 分钟" : "about 8 min").ink(Ink.MUTED))),
            new Banner(Tone.WARN, chinese ? "FAN-201 风扇停转" : "FAN-201 fan stopped")));
  }

  static Scene fault(boolean chinese) {
    return new Scene(
        Column.of(
            Row.of(
                Label.title("FAN-201").ink(Ink.FAULT),
                new Grow(Label.body("fan1").ink(Ink.MUTED).align(Align.RIGHT))),
            new Rule(),
            new Grow(new Split(steps(chinese), new IfRoom(new Qr(PAYLOAD)), 3, 2)),
            new Card(
                Label.body(chinese ? "张伟 · 14:30 前到达" : "J. Smith · due 14:30"), Surface.SELECTED),
            new IfRoom(new Bar(0.6, Ink.GOOD)),
            new IfRoom(new Banner(Tone.INFO, chinese ? "按确认键重新检测" : "OK: test again")),
            new IfRoom(new Card(Label.body(chinese ? "暂停服务" : "Out of service"), Surface.FAULT))));
  }

  private static Column steps(boolean chinese) {
    return Column.tight(
        Label.body(
                chinese
                    ? "风扇受控运转，但转速为零；处理器温度正在上升。"
                    : "The fan is told to turn but stands still; the processor is getting warm.")
            .lines(4),
        Label.body(
                chinese
                    ? "一、检查风扇插头（靠近电源一侧），确认插紧。"
                    : "1. Check that the fan's plug, next to the supply, is pushed in.")
            .ink(Ink.MUTED)
            .lines(4));
  }

  /** Numbers, symbols, bars and a line of history. */
  static Scene readings(boolean chinese, int celsius) {
    return new Scene(
        Column.tight(
            new IfRoom(
                Row.of(
                    new Grow(Label.title(chinese ? "状态" : "Status")),
                    new Icon(Symbol.CHECK, TextSize.TITLE, Ink.GOOD))),
            reading(Symbol.THERMOMETER, chinese ? "处理器" : "Processor", celsius, "°C"),
            reading(Symbol.FAN, chinese ? "风扇" : "Fan", 2980, "rpm"),
            new IfRoom(reading(Symbol.BATTERY, chinese ? "电池" : "Battery", 97, "%")),
            new IfRoom(new Bar(0.97, Ink.GOOD)),
            new IfRoom(reading(Symbol.DISK, chinese ? "磁盘" : "Disk", 41, "%")),
            new Grow(new IfRoom(new Sparkline(HISTORY, Optional.empty(), Ink.ACCENT))),
            new IfRoom(symbols())));
  }

  /** More rows than most frames have room for. */
  static Scene faults(boolean chinese, int selected) {
    List<Widget> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(
          new Card(
              Column.tight(
                  Row.of(
                      new Icon(i < 2 ? Symbol.WARNING : Symbol.WRENCH, TextSize.BODY, Ink.WARN),
                      new Grow(Label.body("FAN-20" + i))),
                  Label.body(chinese ? "风扇停转" : "The fan stands still").ink(Ink.MUTED)),
              i == selected ? Surface.SELECTED : Surface.CARD));
    }
    return new Scene(new Listing(rows, selected));
  }

  private static Widget reading(Symbol symbol, String name, int value, String unit) {
    return Row.of(
        new Icon(symbol, TextSize.BODY, Ink.MUTED),
        new Grow(Label.body(name)),
        new Figure(
            Integer.toString(value), unit, new Field("0000", "rpm"), TextSize.BODY, Ink.TEXT));
  }

  private static Row symbols() {
    return new Row(
        Arrays.stream(Symbol.values())
            .map(symbol -> (Widget) new IfRoom(new Icon(symbol, TextSize.BODY, Ink.TEXT)))
            .toList(),
        Gap.TIGHT);
  }
}
