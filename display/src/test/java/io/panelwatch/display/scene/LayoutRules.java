package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for every scene on every frame: nothing reaches outside, no line of text touches
 * another, and a text that is not told whole ends in an ellipsis.
 */
public final class LayoutRules {

  private static final Faces FACES = new Faces();

  private LayoutRules() {}

  /** What is wrong with a scene on a frame of that size, in words; empty when nothing is. */
  public static List<String> broken(Scene scene, int width, int height, Colours colours) {
    Rect frame = new Rect(0, 0, width, height);
    Faces faces = colours == Colours.MONO ? FACES.crisp() : FACES;
    List<Mark> marks = Layout.of(scene, frame, faces, new QrCodes(), Palette.of(colours));
    List<String> broken = new ArrayList<>();
    for (Mark mark : marks) {
      if (!mark.bounds().intersect(frame).equals(mark.bounds())) {
        broken.add("outside the frame: " + mark);
      }
    }
    List<Mark.Line> lines =
        marks.stream().filter(Mark.Line.class::isInstance).map(Mark.Line.class::cast).toList();
    addClippedAndTouching(lines, broken);
    addCut(lines, texts(scene.root()).filter(text -> !text.isBlank()).toList(), broken);
    return broken;
  }

  private static void addClippedAndTouching(List<Mark.Line> lines, List<String> broken) {
    for (int i = 0; i < lines.size(); i++) {
      Rect ink = ink(lines.get(i));
      if (!ink.intersect(lines.get(i).bounds()).equals(ink)) {
        broken.add("clipped: " + lines.get(i));
      }
      for (int j = 0; j < i; j++) {
        if (!ink.intersect(ink(lines.get(j))).isEmpty()) {
          broken.add("'" + lines.get(j).text() + "' touches '" + lines.get(i).text() + "'");
        }
      }
    }
  }

  /** From where the pen begins to where it ends, and from the highest to the lowest pixel. */
  private static Rect ink(Mark.Line line) {
    int top = line.face().inkTopPx(line.text());
    int height = Math.max(0, line.face().inkBottomPx(line.text()) - top);
    return new Rect(line.x(), line.y() + top, line.face().widthPx(line.text()), height);
  }

  /**
   * Lines are drawn in the order of the scene, so each text tells some lines that come one after
   * the other, or none. Which ones is open where texts are alike: any choice will do that leaves no
   * line over.
   */
  private static void addCut(List<Mark.Line> lines, List<String> texts, List<String> broken) {
    List<String> told =
        lines.stream().map(line -> bare(line.text())).filter(LayoutRules::isText).toList();
    BitSet ends = new BitSet();
    ends.set(0);
    for (String text : texts) {
      // From the last one down, so that no text is told twice.
      for (int at = ends.length() - 1; at >= 0; at = ends.previousSetBit(at - 1)) {
        ends.set(at + linesOf(bare(text), told.subList(at, told.size())));
      }
    }
    if (!ends.get(told.size())) {
      String line = told.get(ends.length() - 1);
      broken.add("cut without an ellipsis, or told by nobody: " + line + " of " + told);
    }
  }

  /** How many of the lines tell a text to its end or to its ellipsis; 0 when they do not. */
  private static int linesOf(String text, List<String> told) {
    String rest = text;
    for (int i = 0; i < told.size() && !rest.isEmpty(); i++) {
      String line = told.get(i);
      String kept = line.replaceAll("(…|\\.\\.\\.)$", "");
      if (!rest.startsWith(line)) {
        return rest.startsWith(kept) && !kept.equals(line) ? i + 1 : 0;
      }
      rest = rest.substring(line.length());
      if (rest.isEmpty()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isText(String told) {
    return !told.isEmpty() && Character.getType(told.charAt(0)) != Character.PRIVATE_USE;
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static Stream<String> texts(Widget widget) {
    return switch (widget) {
      case Widget.Column column -> column.children().stream().flatMap(LayoutRules::texts);
      case Widget.Row row -> row.children().stream().flatMap(LayoutRules::texts);
      case Widget.Listing listing -> listing.rows().stream().flatMap(LayoutRules::texts);
      case Widget.Split split -> Stream.concat(texts(split.main()), texts(split.side()));
      case Widget.Grow grow -> texts(grow.child());
      case Widget.IfRoom optional -> texts(optional.child());
      case Widget.Card card -> texts(card.child());
      case Widget.Label label -> Stream.of(label.text());
      case Widget.BigText text -> Stream.of(text.text());
      case Widget.Figure number -> Stream.of(number.value(), number.unit());
      case Widget.Banner banner -> Stream.of(banner.text());
      default -> Stream.empty();
    };
  }
}
