package io.panelwatch.display.controller;

import io.panelwatch.display.controller.OledCommand.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes one monochrome OLED controller from another. All have 64 common lines in eight
 * pages, and carry a glass of 128 x 64 that is bonded upside down: upright it wants the segments
 * remapped and the commons scanned backwards.
 *
 * @param datasheet the document
 * @param columns of its memory, one segment each
 * @param firstColumn the first that has a dot
 * @param contrastAtReset 0..255
 * @param supplyAtReset whether the panel's voltage is made without being asked for
 * @param resetLow how long RES# must be low
 * @param commands what it takes
 */
record OledChip(
    String datasheet,
    int columns,
    int firstColumn,
    int contrastAtReset,
    boolean supplyAtReset,
    Duration resetLow,
    List<OledCommand> commands) {

  OledChip {
    commands = List.copyOf(commands);
  }

  /** The command of an opcode. */
  OledCommand of(int opcode) {
    for (OledCommand command : commands) {
      if (command.covers(opcode)) {
        return command;
      }
    }
    throw new ProtocolViolation(
        "0x%02X is no command that changes what is modelled here".formatted(opcode), datasheet);
  }

  /** The document and heading that describes a command. */
  String source(OledCommand command) {
    return datasheet + ", " + command;
  }

  /**
   * The commands that both families have. Scrolling, read-modify-write and shorter glasses change
   * the picture in a way that is not modelled and are refused.
   *
   * @param more those that only one has
   */
  static List<OledCommand> commandsWith(List<OledCommand> more) {
    var all = new ArrayList<>(more);
    all.add(one(0x00, 0x0F, "Set Lower Column Address", 0, Effect.COLUMN_LOW));
    all.add(one(0x10, 0x1F, "Set Higher Column Address", 0, Effect.COLUMN_HIGH));
    all.add(one(0x40, 0x7F, "Set Display Start Line", 0, Effect.START_LINE));
    all.add(one(0x81, 0x81, "Set Contrast Control", 1, Effect.CONTRAST));
    all.add(one(0xA0, 0xA1, "Set Segment Re-map", 0, Effect.SEGMENT_REMAP));
    all.add(one(0xA4, 0xA5, "Set Entire Display ON", 0, Effect.ALL_ON));
    all.add(one(0xA6, 0xA7, "Set Normal/Inverse Display", 0, Effect.INVERSE));
    all.add(only(0xA8, "Set Multiplex Ratio", 0x3F, "the glass has 64 lines"));
    all.add(one(0xAE, 0xAF, "Set Display ON/OFF", 0, Effect.DISPLAY));
    all.add(one(0xB0, 0xB7, "Set Page Address", 0, Effect.PAGE));
    all.add(one(0xC0, 0xCF, "Set COM Output Scan Direction", 0, Effect.COMMON_REMAP));
    all.add(one(0xD3, 0xD3, "Set Display Offset", 1, Effect.DISPLAY_OFFSET));
    all.add(one(0xD5, 0xD5, "Set Display Clock", 1, Effect.NONE));
    all.add(one(0xD9, 0xD9, "Set Pre-charge Period", 1, Effect.NONE));
    all.add(only(0xDA, "Set COM Pins", 0x12, "the commons of the glass alternate"));
    all.add(one(0xDB, 0xDB, "Set VCOMH Deselect Level", 1, Effect.NONE));
    all.add(one(0xE3, 0xE3, "NOP", 0, Effect.NONE));
    return all;
  }

  static OledCommand one(int first, int last, String name, int parameters, Effect effect) {
    return new OledCommand(first, last, name, parameters, effect, Limit.NONE);
  }

  private static OledCommand only(int opcode, String name, int value, String why) {
    Limit limit = Limit.bits(0, 0xFF, value, why);
    return new OledCommand(opcode, opcode, name, 1, Effect.NONE, limit);
  }
}
