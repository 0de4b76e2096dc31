package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws scenes, each whole, into frames of any size.
 *
 * <p>A scene is laid out as a list of marks with their bounds. The damage is the bounds of the
 * marks that are in the one list and not in the other, so a clock that ticks damages the clock. It
 * may be larger than what differs, never smaller. Not thread-safe: one renderer belongs to one
 * panel and one thread.
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
   * Draws every pixel of a frame anew.
   *
   * @return where this picture may differ from the one that this renderer drew before; everything
   *     at the first time and when the size is another
   */
  public Damage render(Scene scene, Frame frame) {
    List<Mark> marks = Layout.of(scene, frame.bounds(), faces, codes, palette);
    marks.forEach(mark -> mark.paint(frame));
    if (colours == Colours.MONO) {
      withoutGrey(frame);
    }
    Damage damage = new Damage(frame.width(), frame.height());
    if (shownSize.equals(frame.bounds())) {
      addMissing(shown, marks, damage);
      addMissing(marks, shown, damage);
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

  private static void addMissing(List<Mark> some, List<Mark> others, Damage damage) {
    Set<Mark> known = new HashSet<>(others);
    some.stream().filter(mark -> !known.contains(mark)).map(Mark::bounds).forEach(damage::add);
  }
}
