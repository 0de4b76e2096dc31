package io.panelwatch.display.scene;

import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.BigText;
import io.panelwatch.display.scene.Widget.Figure;
import io.panelwatch.display.scene.Widget.Icon;
import io.panelwatch.display.scene.Widget.Label;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
import io.panelwatch.display.text.TextWrap;
import java.util.List;

/** In which face a text is written, and the room that it takes. All lengths are pixels. */
final class TextMeasure {

  /** The sizes that give way to a smaller one, the largest first. */
  private static final List<TextSize> SHRINKING = List.of(TextSize.BIG, TextSize.TITLE);

  private final Metrics metrics;
  private final Faces faces;

  TextMeasure(Metrics metrics, Faces faces) {
    this.metrics = metrics;
    this.faces = faces;
  }

  /**
   * The face for a label in a width: that of its size, or of the next smaller one in which nothing
   * of the text is lost. Running text keeps its size.
   */
  Face face(Label label, int width) {
    for (TextSize size : SHRINKING) {
      if (size.compareTo(label.size()) <= 0) {
        Face face = faces.atMost(metrics.px(size), label.text());
        if (fits(label, face, width)) {
          return face;
        }
      }
    }
    return faces.atMost(metrics.type().body(), label.text());
  }

  /** The text of a banner as the label that it is laid out like. */
  Label label(Banner banner) {
    return Label.body(banner.text()).lines(metrics.type().bannerLines());
  }

  /** The room for the text of a banner of a width. */
  int insideBanner(Banner banner, int width) {
    return metrics.insideCard(width) - symbolRoom(banner, width);
  }

  /** What a banner's symbol takes from its text; 0 where the text needs all there is. */
  int symbolRoom(Banner banner, int width) {
    if (!metrics.type().bannerSymbol() || banner.tone() == Tone.INFO) {
      return 0;
    }
    int room = metrics.type().body() + metrics.across(Gap.NORMAL);
    Label label = label(banner);
    return fits(label, face(label, width), metrics.insideCard(width) - room) ? room : 0;
  }

  /** How high a label is at a width. */
  int height(Label label, int width) {
    Face face = face(label, width);
    int lines = TextWrap.lines(face, label.text(), width, label.maxLines()).size();
    return lines * face.lineHeightPx();
  }

  /** The lines of a label at a width, each as a label of its own. */
  List<Widget> lines(Label label, int width) {
    return TextWrap.lines(face(label, width), label.text(), width, label.maxLines()).stream()
        .<Widget>map(line -> new Label(line, label.size(), label.ink(), label.align(), 1))
        .toList();
  }

  private static boolean fits(Label label, Face face, int width) {
    int most = label.maxLines();
    return most == Integer.MAX_VALUE
        || TextWrap.lines(face, label.text(), width, most + 1).size() <= most;
  }

  /** The face of an icon. */
  Face symbol(Icon icon) {
    return faces.symbols(metrics.px(icon.size()));
  }

  /** The face of a number, its unit and their fields. */
  Face face(Figure figure) {
    return faces.atMost(metrics.px(figure.size()), figure.value() + figure.unit());
  }

  /** The width of the field in which a number ends at the right. */
  int valueWidth(Figure figure) {
    Face face = face(figure);
    return Math.max(face.widthPx(figure.field().value()), face.widthPx(figure.value()));
  }

  /** The width of the field in which a number's unit begins at the left. */
  int unitWidth(Figure figure) {
    Face face = face(figure);
    return Math.max(face.widthPx(figure.field().unit()), face.widthPx(figure.unit()));
  }

  /** How wide a number is with its unit. */
  int width(Figure figure) {
    return valueWidth(figure) + unitGap(figure) + unitWidth(figure);
  }

  /** Between a number and its unit; none where there are no units. */
  int unitGap(Figure figure) {
    return unitWidth(figure) == 0 ? 0 : face(figure).advancePx(' ');
  }

  /** The least face of a big text. */
  Face face(BigText text) {
    return faces.atMost(metrics.type().bigText(), text.text());
  }

  /** How wide a label is that nothing limits. */
  int width(Label label) {
    Face face = faces.atMost(metrics.px(label.size()), label.text());
    return label.text().lines().mapToInt(face::widthPx).max().orElse(0);
  }
}
