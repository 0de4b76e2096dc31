package io.panelwatch.display.profile;

import io.panelwatch.display.bus.Dcs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What the engine must know of a family's commands to judge a sequence.
 *
 * @param own why the engine alone sends an opcode; empty for those that a profile may send
 * @param parameters how many parameters an opcode has, of those that are known
 * @param displayOn the opcode that makes the picture visible
 * @param mustHold the opcode that each sequence must hold
 */
record CommandSet(
    IntFunction<Optional<String>> own,
    Map<Integer, Integer> parameters,
    int displayOn,
    Map<String, Integer> mustHold) {

  /** MIPI DCS 1.3, clause 6. */
  static final CommandSet DCS =
      new CommandSet(
          CommandSet::ownOfDcs,
          counts(
              Map.of(
                  0,
                  new int[] {0x10, 0x11, 0x12, 0x13, 0x20, 0x21, 0x28, 0x29, 0x38, 0x39},
                  1,
                  new int[] {Dcs.COLMOD})),
          Dcs.DISPON,
          Map.of(
              "init",
              Dcs.SLPOUT,
              "on",
              Dcs.DISPON,
              "sleep",
              Dcs.SLPIN,
              "wake",
              Dcs.SLPOUT,
              "off",
              Dcs.SLPIN));

  /** SSD1306 rev 1.5, 9; SH1106 V2.3, command table. */
  static final CommandSet PAGED =
      new CommandSet(
          CommandSet::ownOfPaged,
          counts(
              Map.of(
                  0,
                  new int[] {0x2E, 0x2F, 0xA4, 0xA5, 0xA6, 0xA7, 0xAE, 0xAF, 0xE3},
                  1,
                  new int[] {0x20, 0x81, 0x8D, 0xA8, 0xAD, 0xD3, 0xD5, 0xD9, 0xDA, 0xDB})),
          0xAF,
          Map.of("on", 0xAF, "sleep", 0xAE, "wake", 0xAF, "off", 0xAE));

  static CommandSet of(Addressing addressing) {
    return addressing.paged() ? PAGED : DCS;
  }

  private static Optional<String> ownOfDcs(int opcode) {
    return Optional.ofNullable(
        switch (opcode) {
          case Dcs.SWRESET -> "SWRESET comes before each [init]";
          case Dcs.MADCTL -> "MADCTL comes from the rotation table";
          case Dcs.CASET -> "CASET is sent with each window";
          case Dcs.PASET -> "PASET is sent with each window";
          case Dcs.RAMWR -> "RAMWR is sent with each window";
          default -> null;
        });
  }

  private static Optional<String> ownOfPaged(int opcode) {
    boolean window = opcode <= 0x1F || opcode == 0x21 || opcode == 0x22;
    boolean page = opcode >= 0xB0 && opcode <= 0xB7;
    boolean turn = opcode == 0xA0 || opcode == 0xA1 || (opcode >= 0xC0 && opcode <= 0xCF);
    if (window || page) {
      return Optional.of("addresses are sent with each window");
    }
    return turn
        ? Optional.of("segment remap and COM direction come from the rotation table")
        : Optional.empty();
  }

  private static Map<Integer, Integer> counts(Map<Integer, int[]> opcodesByCount) {
    Map<Integer, Integer> counts = new HashMap<>();
    opcodesByCount.forEach(
        (count, opcodes) -> {
          for (int opcode : opcodes) {
            counts.put(opcode, count);
          }
        });
    return Map.copyOf(counts);
  }
}
