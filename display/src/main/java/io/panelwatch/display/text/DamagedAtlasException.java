package io.panelwatch.display.text;

import java.io.IOException;

/** A glyph atlas breaks its file format; the message names the file and what is wrong with it. */
public final class DamagedAtlasException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedAtlasException(String name, String problem) {
    super("glyph atlas " + name + ": " + problem + "; bake it again or reinstall the program");
  }
}
