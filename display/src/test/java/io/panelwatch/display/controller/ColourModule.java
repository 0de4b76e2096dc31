package io.panelwatch.display.controller;

import java.util.ArrayList;
import java.util.List;

/**
 * What makers and users say of the colour modules, for the tests.
 *
 * @param name as in the catalogue
 * @param width of the upright glass
 * @param height of it
 * @param colmod the pixel format that its interface takes
 * @param inverted whether true colours want INVON
 * @param turns for 0, 90, 180 and 270 degrees
 */
record ColourModule(
    String name, int width, int height, int colmod, boolean inverted, List<Turn> turns) {

  /** How it is told to be seen from one side. */
  record Turn(int madctl, int column, int row) {}

  private static final List<Turn> MIRRORED_BGR =
      turns(0x48, 0, 0, 0x28, 0, 0, 0x88, 0, 0, 0xE8, 0, 0);

  static final ColourModule[] ALL = {
    new ColourModule("ili9341", 240, 320, 0x55, false, MIRRORED_BGR),
    new ColourModule("ili9486", 320, 480, 0x66, false, MIRRORED_BGR),
    new ColourModule("ili9486-hat", 320, 480, 0x55, false, MIRRORED_BGR),
    new ColourModule("ili9488", 320, 480, 0x66, false, MIRRORED_BGR),
    new ColourModule(
        "st7789v", 240, 320, 0x55, true, turns(0x00, 0, 0, 0x60, 0, 0, 0xC0, 0, 0, 0xA0, 0, 0)),
    new ColourModule(
        "st7789v-240x240",
        240,
        240,
        0x55,
        true,
        turns(0x00, 0, 0, 0x60, 0, 0, 0xC0, 0, 80, 0xA0, 80, 0)),
    new ColourModule(
        "st7789v-170x320",
        170,
        320,
        0x55,
        true,
        turns(0x00, 35, 0, 0x60, 0, 35, 0xC0, 35, 0, 0xA0, 0, 35)),
    new ColourModule(
        "st7735s", 128, 160, 0x05, false, turns(0xC8, 2, 1, 0xA8, 1, 2, 0x08, 2, 1, 0x68, 1, 2)),
  };

  private static List<Turn> turns(int... madctlColumnRow) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < madctlColumnRow.length; i += 3) {
      turns.add(new Turn(madctlColumnRow[i], madctlColumnRow[i + 1], madctlColumnRow[i + 2]));
    }
    return List.copyOf(turns);
  }

  /** Awake, in its format, upright, with true colours, on. */
  Wire awake() {
    Wire wire = Wire.to(name).settle().send(0x11).settle();
    return wire.send(0x3A, colmod)
        .send(0x36, turns.getFirst().madctl())
        .send(inverted ? 0x21 : 0x20)
        .send(0x29);
  }

  /** One pixel of that colour as the bus has it; full or no red, green and blue. */
  int[] pixel(int rgb) {
    boolean threeBytes = (colmod & 7) == 6;
    if (threeBytes) {
      return new int[] {rgb >> 16 & 0xFC, rgb >> 8 & 0xFC, rgb & 0xFC};
    }
    int packed = (rgb >> 8 & 0xF800) | (rgb >> 5 & 0x07E0) | (rgb >> 3 & 0x1F);
    return new int[] {packed >> 8, packed & 0xFF};
  }

  /** Paints one pixel at an address of the bus. */
  void paint(Wire wire, int x, int y, int rgb) {
    wire.window(x, y, x, y).send(0x2C, pixel(rgb));
  }

  @Override
  public String toString() {
    return name;
  }
}
