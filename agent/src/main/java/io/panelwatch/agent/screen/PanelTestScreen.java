package io.panelwatch.agent.screen;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.display.scene.Align;
import io.panelwatch.display.scene.Gap;
import io.panelwatch.display.scene.Ink;
import io.panelwatch.display.scene.Symbol;
import io.panelwatch.display.scene.TestPattern;
import io.panelwatch.display.scene.TextSize;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Bar;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Column;
import io.panelwatch.display.scene.Widget.Grow;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.IfRoom;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.scene.Widget.Row;
import io.panelwatch.display.scene.Widget.TestCard;
import java.util.Arrays;

/** The technician's test of the panel itself, the same in every language. */
final class PanelTestScreen {

  private PanelTestScreen() {}

  static Widget of(DeviceState state, PanelTestStep step) {
    return switch (step) {
      case EDGES -> new TestCard(TestPattern.EDGES);
      case COLOURS -> new TestCard(TestPattern.COLOURS);
      case GRADIENTS -> new TestCard(TestPattern.GRADIENTS);
      case FINE_LINES -> new TestCard(TestPattern.FINE_LINES);
      case LIGHT -> light(state.testedLightPercent().orElseThrow());
      case FONTS -> fonts();
    };
  }

  /** The number is what the light is set to; dark levels must still differ where it is low. */
  private static Widget light(int percent) {
    return Column.of(
        new Grow(new TestCard(TestPattern.GRADIENTS)),
        new Grow(new BigText(percent + " %", Ink.TEXT, Align.CENTER)),
        new Bar(percent / 100.0, Ink.ACCENT));
  }

  /** Letters that differ in little, and strokes that lie close. */
  private static Widget fonts() {
    return Column.tight(
        Label.body("Il1 O0 B8 ä°C"),
        Label.body("电源温度警报。"),
        new IfRoom(symbols(TextSize.BODY)),
        new IfRoom(Label.title("Title 标题 0123")),
        new IfRoom(symbols(TextSize.TITLE)),
        new IfRoom(Label.big("A042 请到3号")),
        new Grow(new BigText("0123456789", Ink.ACCENT, Align.CENTER)));
  }

  private static Widget symbols(TextSize size) {
    return new Row(
        Arrays.stream(Symbol.values())
            .map(symbol -> (Widget) new IfRoom(new Icon(symbol, size, Ink.TEXT)))
            .toList(),
        Gap.TIGHT);
  }
}
