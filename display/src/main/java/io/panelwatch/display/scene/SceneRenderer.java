package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Set<Mark> gone = without(shown, marks);
    Set<Mark> come = without(marks, shown);
    boolean known = shownOn.filter(last -> last == frame).isPresent();
    shownOn = Optional.empty();
    paint(marks, frame, known ? boxAround(gone, come, marks) : frame.bounds());
    shownOn = Optional.of(frame);
    Damage damage = new Damage(frame.width(), frame.height());
    if (shownSize.equals(frame.bounds())) {
      gone.forEach(mark -> damage.add(mark.bounds()));
      come.forEach(mark -> damage.add(mark.bounds()));
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

  private static Set<Mark> without(List<Mark> some, List<Mark> others) {
    Set<Mark> left = new HashSet<>(some);
    others.forEach(left::remove);
    return left;
  }

  /** What is to be drawn anew, so large that nothing is cut which cannot be. */
  private static Rect boxAround(Set<Mark> gone, Set<Mark> come, List<Mark> marks) {
    Rect box = new Rect(0, 0, 0, 0);
    for (Mark mark : gone) {
      box = box.union(mark.bounds());
    }
    for (Mark mark : come) {
      box = box.union(mark.bounds());
    }
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
