package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.util.List;

/**
 * How the rotations must fit each other: rotation 0 says how the glass hangs on the memory, and
 * what turns the picture from there follows.
 *
 * <p>Turning by 180 degrees counts columns and rows from their other ends. By 90 and 270 degrees
 * columns and rows change places (MV), and one of them is counted from its other end:
 *
 * <pre>
 *   turned by   0          90             180            270
 *   MADCTL      MX  MY     MV !MX MY      !MX !MY        MV MX !MY
 *   column      c          r              W - w - c      H - h - r
 *   row         r          W - w - c      H - h - r      c
 * </pre>
 *
 * <p>where W x H is the memory, w x h the glass, and c, r the offsets upright. So a table that is
 * wrong anywhere contradicts itself.
 */
final class OrientationRules {

  private static final int MY = 0x80;
  private static final int MX = 0x40;
  private static final int MV = 0x20;
  private static final int SEGMENT_REMAP = 0xA0;
  private static final int SEGMENTS_TURNED = 0x01;
  private static final int COM_DIRECTION = 0xC0;
  private static final int COMMONS_TURNED = 0x08;
  private static final int PAGE_ROWS = 8;

  private final ControllerProfile profile;
  private final Values values;
  private final Complaints complaints;

  private OrientationRules(ControllerProfile profile, Values values, Complaints complaints) {
    this.profile = profile;
    this.values = values;
    this.complaints = complaints;
  }

  static void check(ControllerProfile profile, Values values, Complaints complaints) {
    OrientationRules rules = new OrientationRules(profile, values, complaints);
    rules.requireAll();
    Orientation upright = profile.orientations().get(Rotation.BY_0);
    if (upright != null) {
      rules.checkUpright(upright);
      profile
          .orientations()
          .forEach((rotation, orientation) -> rules.checkTurned(upright, rotation, orientation));
    }
  }

  private void requireAll() {
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
            "such a controller cannot turn by " + rotation.degrees() + ", the engine does it");
      }
    }
  }

  private void checkUpright(Orientation upright) {
    Geometry glass = profile.geometry();
    if (upright.columnOffset() + glass.width() > glass.memoryWidth()
        || upright.rowOffset() + glass.height() > glass.memoryHeight()) {
      complaints.about(line(Rotation.BY_0), "with these offsets the glass is outside the memory");
    }
    if (!profile.addressing().paged()) {
      if ((code(upright, 0) & MV) != 0) {
        complaints.about(line(Rotation.BY_0), "MADCTL of rotation 0 is without MV (0x20)");
      }
      return;
    }
    if ((code(upright, 0) & ~SEGMENTS_TURNED) != SEGMENT_REMAP
        || (code(upright, 1) & ~COMMONS_TURNED) != COM_DIRECTION) {
      complaints.about(line(Rotation.BY_0), "segments are 0xA0 or 0xA1, commons are 0xC0 or 0xC8");
    }
    if (upright.rowOffset() % PAGE_ROWS != 0) {
      complaints.about(line(Rotation.BY_0), "a row offset is a multiple of 8");
    }
  }

  private void checkTurned(Orientation upright, Rotation rotation, Orientation turned) {
    Geometry glass = profile.geometry();
    int left = upright.columnOffset();
    int top = upright.rowOffset();
    int right = glass.memoryWidth() - glass.width() - left;
    int bottom = glass.memoryHeight() - glass.height() - top;
    switch (rotation) {
      case BY_0 -> {}
      case BY_90 -> require(rotation, turned, upright, MV | MX, top, right);
      case BY_180 -> require(rotation, turned, upright, MX | MY, right, bottom);
      case BY_270 -> require(rotation, turned, upright, MV | MY, bottom, left);
    }
  }

  private void require(
      Rotation rotation, Orientation turned, Orientation upright, int flips, int column, int row) {
    if (profile.addressing().paged()) {
      requireCode(rotation, "segments", code(turned, 0), code(upright, 0) ^ SEGMENTS_TURNED);
      requireCode(rotation, "commons", code(turned, 1), code(upright, 1) ^ COMMONS_TURNED);
    } else {
      requireCode(rotation, "MADCTL", code(turned, 0), code(upright, 0) ^ flips);
    }
    if (turned.columnOffset() != column || turned.rowOffset() != row) {
      complaints.about(
          line(rotation),
          "offsets are %d %d here, as memory, glass and rotation 0 have it".formatted(column, row));
    }
  }

  private void requireCode(Rotation rotation, String what, int is, int wanted) {
    if (is != wanted) {
      complaints.about(
          line(rotation), "%s is 0x%02X here, as rotation 0 has it".formatted(what, wanted));
    }
  }

  /** MADCTL's parameter, or the opcode of a paged controller's command. */
  private int code(Orientation orientation, int index) {
    Step.Command command = orientation.commands().get(index);
    return profile.addressing().paged() ? command.opcode() : command.parameters().getFirst();
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
