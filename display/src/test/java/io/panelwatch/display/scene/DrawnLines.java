package io.panelwatch.display.scene;

import io.panelwatch.display.frame.Rect;
import io.panelwatch.display.text.Faces;
import java.util.List;

/** The lines of text that can be read on a picture, for tests of what a screen tells. */
public final class DrawnLines {

  private static final Faces FACES = new Faces();
  private static final QrCodes CODES = new QrCodes();

  private DrawnLines() {}

  /** What a scene shows on a frame of that size, in the order of the scene. */
  public static List<String> of(Scene scene, int width, int height, Colours colours) {
    Rect frame = new Rect(0, 0, width, height);
    Faces faces = colours == Colours.MONO ? FACES.crisp() : FACES;
    return Layout.of(scene, frame, faces, CODES, Palette.of(colours)).stream()
        .filter(Mark.Line.class::isInstance)
        .map(mark -> ((Mark.Line) mark).text())
        .toList();
  }
}
