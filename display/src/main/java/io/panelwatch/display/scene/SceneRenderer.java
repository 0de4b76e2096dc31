package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Draws scenes into frames of any size.
 *
 * <p>A scene is laid out as a list of marks with their bounds. The damage is the bounds of the
 * marks that are in the one list and not in the other, so a clock that ticks damages the clock. It
 * may be larger than what differs, never smaller. What is drawn is the box around it, from the
 * background up; in a frame that was not drawn last, everything. Not thread-safe: one renderer
 * belongs to one panel and one thread.
 */
public final class SceneRenderer {

  /** The highest bit of green in RGB565. */
  private static final int HALF_OF_GREEN = 0x0400;

  private final Faces faces;
  private final Colours colours;
  private final Palette palette;
  private final QrCodes codes = new QrCodes();
  private List<Mark> shown = List.of();
  private Rect shownSize = new Rect(0, 0, 0, 0);

  /** Where {@link #shown} stands; nowhere while it is being drawn. */
  private Optional<Frame> shownOn = Optional.empty();

  /** A renderer for a colour panel that has drawn nothing yet. */
  public SceneRenderer(Faces faces) {
    this(faces, Colours.RGB);
  }

  /**
   * A renderer that has drawn nothing yet.
   *
   * @param faces the typeface
   * @param colours what the panel can show
   */
  public SceneRenderer(Faces faces, Colours colours) {
    this.faces = colours == Colours.MONO ? faces.crisp() : faces;
    this.colours = colours;
    this.palette = Palette.of(colours);
  }

  /**
   * Draws a scene.
   *
   * @param frame where this renderer drew last it must be as that left it; any other may hold
   *     anything
   * @return where this picture may differ from the one that this renderer drew before; everything
   *     at the first time and when the size is another
   */
  public Damage render(Scene scene, Frame frame) {
    List<Mark> marks = Layout.of(scene, frame.bounds(), faces, codes, palette);
    List<Rect> changed = changed(shown, marks);
    boolean known = shownOn.filter(last -> last == frame).isPresent();
    shownOn = Optional.empty();
    paint(marks, frame, known ? boxAround(changed, marks) : frame.bounds());
    shownOn = Optional.of(frame);
    Damage damage = new Damage(frame.width(), frame.height());
    if (shownSize.equals(frame.bounds())) {
      changed.forEach(damage::add);
    } else {
      damage.addWhole();
    }
    shown = marks;
    shownSize = frame.bounds();
    return damage;
  }

  /** Makes a pixel what it is by more than half, going by green, which has the most levels. */
  private static void withoutGrey(Frame frame) {
    short[] pixels = frame.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (pixels[i] & HALF_OF_GREEN) == 0 ? 0 : (short) 0xFFFF;
    }
  }

  /**
   * The bounds of the marks that the one list has more often than the other. A mark may be there
   * twice: the full part of a bar in its trough's colour. All bounds where the others changed their
   * order, because then another one may be in front.
   */
  private static List<Rect> changed(List<Mark> before, List<Mark> after) {
    Map<Mark, Integer> surplus = new HashMap<>();
    before.forEach(mark -> surplus.merge(mark, 1, Integer::sum));
    after.forEach(mark -> surplus.merge(mark, -1, Integer::sum));
    Predicate<Mark> same = mark -> surplus.getOrDefault(mark, 0) == 0;
    boolean inOrder =
        before.stream().filter(same).toList().equals(after.stream().filter(same).toList());
    return Stream.concat(before.stream(), after.stream())
        .filter(mark -> !inOrder || !same.test(mark))
        .map(Mark::bounds)
        .toList();
  }

  /** What is to be drawn anew, so large that nothing is cut which cannot be. */
  private static Rect boxAround(List<Rect> changed, List<Mark> marks) {
    Rect box = changed.stream().reduce(new Rect(0, 0, 0, 0), Rect::union);
    for (Rect before = new Rect(0, 0, 0, 0); !before.equals(box); ) {
      before = box;
      for (Mark mark : marks) {
        boolean isCut = mark.whole() && !mark.bounds().intersect(box).isEmpty();
        box = isCut ? box.union(mark.bounds()) : box;
      }
    }
    return box;
  }

  private void paint(List<Mark> marks, Frame frame, Rect clip) {
    for (Mark mark : marks) {
      if (!mark.bounds().intersect(clip).isEmpty()) {
        mark.paint(frame, clip);
      }
    }
    if (colours == Colours.MONO) {
      withoutGrey(frame);
    }
  }
}
