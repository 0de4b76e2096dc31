package io.panelwatch.display.profile;

/** How glass, memory and what one command can address must fit each other. */
final class GeometryRules {

  /** Eight pages of eight rows. */
  private static final int PAGED_ROWS = 64;

  private static final int PAGE_ROWS = 8;

  /** {@code 21} takes seven bits, {@code 00} and {@code 10} together eight. */
  private static final int WINDOW_COLUMNS = 128;

  private static final int PAGE_COLUMNS = 256;

  private GeometryRules() {}

  static void check(ControllerProfile profile, Values values, Complaints complaints) {
    Geometry glass = profile.geometry();
    int line = values.has("memory") ? values.lineOf("memory") : values.lineOf("size");
    if (glass.memoryWidth() < glass.width() || glass.memoryHeight() < glass.height()) {
      complaints.about(line, "the memory is smaller than the glass");
    }
    if (!profile.addressing().paged()) {
      return;
    }
    int columns = profile.addressing() == Addressing.PAGE_WINDOW ? WINDOW_COLUMNS : PAGE_COLUMNS;
    if (glass.memoryWidth() > columns || glass.memoryHeight() > PAGED_ROWS) {
      complaints.about(
          line,
          "such a controller addresses %d columns and %d rows at most"
              .formatted(columns, PAGED_ROWS));
    }
    if (glass.height() % PAGE_ROWS != 0 || glass.memoryHeight() % PAGE_ROWS != 0) {
      complaints.about(line, "rows are a multiple of 8 where memory has pages");
    }
  }
}
