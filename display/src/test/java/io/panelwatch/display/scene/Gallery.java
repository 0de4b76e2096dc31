package io.panelwatch.display.scene;

import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.Bar;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Card;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Qr;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.Rule;
import io.panelwatch.display.scene.Widget.Split;

/** Scenes that hold every kind of widget, in both languages. */
final class Gallery {

  private static final String PAYLOAD = "PANELWATCH DEMO-1 FAN-201 FAN1";

  private Gallery() {}

  static Scene queue(boolean chinese, String ticket) {
    return new Scene(
        Column.of(
            Row.of(
                new Grow(Label.title(chinese ? "市民服务中心" : "Town hall")),
                Label.title("10:42").ink(Ink.MUTED)),
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
            new Grow(new Split(steps(chinese), new Qr(PAYLOAD), 3, 2)),
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
}
