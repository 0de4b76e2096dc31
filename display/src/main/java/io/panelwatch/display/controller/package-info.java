/**
 * Controllers in software: bus bytes in, pixels out, as the datasheets have it.
 *
 * <pre>
 *   Modules             the modules that can be bought, by name
 *     DcsController     RAM, window, MADCTL, COLMOD, sleep; a DcsChip and a Glass say which
 *       Ili9341, Ili9486, Ili9488, St7789v, St7735s
 *     WordFront         the shift registers of the ILI9486 hats, before a DcsController
 *     OledController    pages of dots, contrast, charge pump; an OledChip says which
 *       Ssd1306, Sh1106
 *   I2cFront            I2C messages for an OledController
 *   ControllerTap       listens to a real link for any of them
 * </pre>
 *
 * <p>Each refuses what the real one would not take as it was meant, and names the datasheet and the
 * heading that says so: headings outlast clause numbers, which change from version to version.
 *
 * <p>Nothing here reads a panel profile or uses a class of the side that drives panels, or the two
 * would share their errors and prove themselves right.
 */
@NullMarked
package io.panelwatch.display.controller;

import org.jspecify.annotations.NullMarked;
