package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for every scene on every frame: nothing reaches outside, no line of text touches
 * another, and a text that is not told whole ends in an ellipsis, unless it is turned like pages.
 */
public final class LayoutRules {

  private static final Faces FACES = new Faces();

  /**
   * What a scene has to say in one place.
   *
   * @param text without spaces
   * @param inPages whether whole lines may be missing above and below
   */
  private record Said(String text, boolean inPages) {}

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
    addCut(lines, said(scene.root()).filter(said -> !said.text().isEmpty()).toList(), broken);
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
  private static void addCut(List<Mark.Line> lines, List<Said> texts, List<String> broken) {
    List<String> told =
        lines.stream().map(line -> bare(line.text())).filter(LayoutRules::isText).toList();
    BitSet ends = new BitSet();
    ends.set(0);
    for (Said said : texts) {
      // From the last one down, so that no text is told twice.
      for (int at = ends.length() - 1; at >= 0; at = ends.previousSetBit(at - 1)) {
        List<String> rest = told.subList(at, told.size());
        int most = said.inPages() ? linesIn(said.text(), rest) : linesOf(said.text(), rest);
        ends.set(said.inPages() ? at : at + most, at + most + 1);
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

  /** How many of the lines, one after the other, stand so in a text. */
  private static int linesIn(String text, List<String> told) {
    int lines = 0;
    while (lines < told.size() && text.contains(String.join("", told.subList(0, lines + 1)))) {
      lines++;
    }
    return lines;
  }

  private static boolean isText(String told) {
    return !told.isEmpty() && Character.getType(told.charAt(0)) != Character.PRIVATE_USE;
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static Stream<Said> said(Widget widget) {
    return switch (widget) {
      case Widget.Column column -> column.children().stream().flatMap(LayoutRules::said);
      case Widget.Row row -> row.children().stream().flatMap(LayoutRules::said);
      case Widget.Listing listing -> listing.rows().stream().flatMap(LayoutRules::said);
      case Widget.Pages pages -> pages.rows().stream().flatMap(LayoutRules::inPages);
      case Widget.Split split -> Stream.concat(said(split.main()), said(split.side()));
      case Widget.Grow grow -> said(grow.child());
      case Widget.IfRoom optional -> said(optional.child());
      case Widget.Card card -> said(card.child());
      case Widget.Label label -> whole(label.text());
      case Widget.BigText text -> whole(text.text());
      case Widget.Figure number -> Stream.concat(whole(number.value()), whole(number.unit()));
      case Widget.Banner banner -> whole(banner.text());
      default -> Stream.empty();
    };
  }

  private static Stream<Said> whole(String text) {
    return Stream.of(new Said(bare(text), false));
  }

  /** Running text is turned line by line, any other row as a whole. */
  private static Stream<Said> inPages(Widget row) {
    return row instanceof Widget.Label label && label.size() == TextSize.BODY
        ? Stream.of(new Said(bare(label.text()), true))
        : said(row);
  }
}
