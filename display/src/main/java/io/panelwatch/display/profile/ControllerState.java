package io.panelwatch.display.profile;

import io.panelwatch.display.bus.Dcs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a controller is, as far as commands in a profile decided it: the last one that decides
 * counts. What none decided is as after a reset, and not told here.
 */
final class ControllerState {

  /**
   * Who decided.
   *
   * @param value 0 or 1, or the bits that a {@link Trait} names
   * @param line of the command
   */
  record Setting(int value, int line) {}

  private final boolean paged;
  private final Map<Trait, Setting> settings;

  private ControllerState(boolean paged, Map<Trait, Setting> settings) {
    this.paged = paged;
    this.settings = settings;
  }

  /** One that was reset and told nothing yet. */
  static ControllerState afterReset(Addressing addressing) {
    return new ControllerState(addressing.paged(), new EnumMap<>(Trait.class));
  }

  /** One that was in this state and was told these steps. */
  ControllerState after(List<NumberedStep> steps) {
    ControllerState next = new ControllerState(paged, new EnumMap<>(settings));
    for (NumberedStep numbered : steps) {
      if (numbered.step() instanceof Step.Command command) {
        if (paged) {
          next.takePaged(command, numbered.line());
        } else {
          next.takeDcs(command, numbered.line());
        }
      }
    }
    return next;
  }

  /** What was decided about a trait last. */
  Optional<Setting> of(Trait trait) {
    return Optional.ofNullable(settings.get(trait));
  }

  /** MIPI DCS 1.3, clause 6. */
  private void takeDcs(Step.Command command, int line) {
    switch (command.opcode()) {
      case Dcs.SLPIN -> set(Trait.SLEEPING, 1, line);
      case Dcs.SLPOUT -> set(Trait.SLEEPING, 0, line);
      case Dcs.DISPOFF -> set(Trait.DISPLAY_ON, 0, line);
      case Dcs.DISPON -> set(Trait.DISPLAY_ON, 1, line);
      case Dcs.IDMOFF -> set(Trait.IDLE, 0, line);
      case Dcs.IDMON -> set(Trait.IDLE, 1, line);
      case Dcs.INVOFF -> set(Trait.INVERTED, 0, line);
      case Dcs.INVON -> set(Trait.INVERTED, 1, line);
      case Dcs.PTLON -> set(Trait.PARTIAL, 1, line);
      case Dcs.NORON -> {
        set(Trait.PARTIAL, 0, line);
        set(Trait.SCROLLED, 0, line);
      }
      case Dcs.VSCRSADD -> {
        boolean moved = command.parameters().stream().anyMatch(value -> value != 0);
        set(Trait.SCROLLED, moved ? 1 : 0, line);
      }
      case Dcs.COLMOD -> setBits(Trait.PIXEL_FORMAT, command, 0, 3, line);
      default -> {
        // Decides nothing that is relied on, or only one controller's maker knows what.
      }
    }
  }

  /** SSD1306 rev 1.5, 9; SH1106 V2.3, command table. */
  private void takePaged(Step.Command command, int line) {
    switch (command.opcode()) {
      case 0xAE, 0xAF -> set(Trait.DISPLAY_ON, command.opcode() & 1, line);
      case 0xA4, 0xA5 -> set(Trait.ALL_LIT, command.opcode() & 1, line);
      case 0xA6, 0xA7 -> set(Trait.INVERTED, command.opcode() & 1, line);
      case 0x2E, 0x2F -> set(Trait.SCROLLED, command.opcode() & 1, line);
      case 0x8D -> setBits(Trait.SUPPLIED, command, 2, 1, line);
      case 0xAD -> setBits(Trait.SUPPLIED, command, 0, 1, line);
      case 0x20 -> setBits(Trait.ADDRESSING_MODE, command, 0, 2, line);
      default -> {
        // Decides nothing that is relied on.
      }
    }
  }

  /** A command that has not its one parameter is complained about elsewhere. */
  private void setBits(Trait trait, Step.Command command, int lowest, int bits, int line) {
    if (command.parameters().size() == 1) {
      set(trait, command.parameters().getFirst() >> lowest & (1 << bits) - 1, line);
    }
  }

  private void set(Trait trait, int value, int line) {
    settings.put(trait, new Setting(value, line));
  }
}
