/**
 * Text without a font: glyphs baked ahead of time, measured, wrapped and blended into a frame.
 *
 * <p>{@link io.panelwatch.display.text.Faces} holds one {@link io.panelwatch.display.text.Face} per
 * baked size and loads it at its first use. {@link io.panelwatch.display.text.TextWrap} breaks
 * Chinese and Latin text into lines. Nothing here touches AWT, which would cost half of the
 * start-up time and would want fonts on the board.
 *
 * <h2>The atlas file</h2>
 *
 * <p>Big-endian, one face in one size. {@link io.panelwatch.display.text.GlyphAtlas} refuses a file
 * that breaks any of this.
 *
 * <table>
 *   <caption>Header, 20 bytes</caption>
 *   <tr><th>at</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>4</td><td>magic {@code PWGA}</td></tr>
 *   <tr><td>4</td><td>1</td><td>version, 1</td></tr>
 *   <tr><td>5</td><td>1</td><td>em size in pixels</td></tr>
 *   <tr><td>6</td><td>1</td><td>height of a line in pixels</td></tr>
 *   <tr><td>7</td><td>1</td><td>baseline in pixels below the top of the line</td></tr>
 *   <tr><td>8</td><td>4</td><td>number of glyphs</td></tr>
 *   <tr><td>12</td><td>4</td><td>bytes of bitmaps</td></tr>
 *   <tr><td>16</td><td>4</td><td>CRC-32 (ISO 3309) of all that follows</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Then one entry a glyph, 11 bytes, by ascending code point</caption>
 *   <tr><th>at</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>2</td><td>code point (basic plane)</td></tr>
 *   <tr><td>2</td><td>1</td><td>advance in pixels; all digits have the same</td></tr>
 *   <tr><td>3</td><td>1</td><td>left edge of the bitmap from the pen, signed</td></tr>
 *   <tr><td>4</td><td>1</td><td>top edge of the bitmap from the top of the line, signed</td></tr>
 *   <tr><td>5</td><td>1</td><td>width of the bitmap</td></tr>
 *   <tr><td>6</td><td>1</td><td>height of the bitmap</td></tr>
 *   <tr><td>7</td><td>4</td><td>offset of the bitmap from the end of this table</td></tr>
 * </table>
 *
 * <p>Then the bitmaps: 4 bits of coverage a pixel, 0 for none to 15 for all, two pixels a byte with
 * the first in the high half, rows without padding between them.
 *
 * <p>The atlases lie beside this package's classes as resources, with {@code ORIGIN.md} (font,
 * version, command) and the font's licence. {@code display/src/bake} holds the tool that bakes
 * them.
 */
@NullMarked
package io.panelwatch.display.text;

import org.jspecify.annotations.NullMarked;
