package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.util.List;

/** How glass, memory, format and rotations must fit each other. */
final class GeometryRules {

  private final ControllerProfile profile;
  private final Values values;
  private final Complaints complaints;

  private GeometryRules(ControllerProfile profile, Values values, Complaints complaints) {
    this.profile = profile;
    this.values = values;
    this.complaints = complaints;
  }

  static void check(ControllerProfile profile, Values values, Complaints complaints) {
    GeometryRules rules = new GeometryRules(profile, values, complaints);
    rules.checkRotations();
    profile.orientations().forEach(rules::checkOffsets);
  }

  /** A glass of bytes cannot be turned by a quarter by its controller. */
  private void checkRotations() {
    List<Rotation> wanted =
        profile.addressing().paged()
            ? List.of(Rotation.BY_0, Rotation.BY_180)
            : List.of(Rotation.values());
    for (Rotation rotation : wanted) {
      if (!profile.orientations().containsKey(rotation)) {
        complaints.about(0, "rotation " + rotation.degrees() + " is missing");
      }
    }
    for (Rotation rotation : profile.orientations().keySet()) {
      if (!wanted.contains(rotation)) {
        complaints.about(
            line(rotation),
            "a paged controller cannot turn by " + rotation.degrees() + ", the engine does that");
      }
    }
  }

  private void checkOffsets(Rotation rotation, Orientation orientation) {
    Geometry geometry = profile.geometry();
    boolean swapped = !profile.addressing().paged() && rotation.swapsSides();
    int columns = swapped ? geometry.memoryHeight() : geometry.memoryWidth();
    int rows = swapped ? geometry.memoryWidth() : geometry.memoryHeight();
    requireFit(rotation, "column", orientation.columnOffset(), profile.width(rotation), columns);
    requireFit(rotation, "row", orientation.rowOffset(), profile.height(rotation), rows);
  }

  private void requireFit(Rotation rotation, String what, int offset, int size, int memory) {
    if (offset + size > memory) {
      complaints.about(
          line(rotation),
          "%s offset %d and %d of the glass do not fit %d of the memory"
              .formatted(what, offset, size, memory));
    }
  }

  private int line(Rotation rotation) {
    return values.lines("rotation").stream()
        .filter(line -> !line.words().isEmpty())
        .filter(line -> line.words().getFirst().equals(String.valueOf(rotation.degrees())))
        .mapToInt(Line::number)
        .findFirst()
        .orElse(0);
  }
}
