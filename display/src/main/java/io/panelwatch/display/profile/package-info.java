/**
 * Panels as data: a text file says how a panel is built and what its controller wants to hear.
 *
 * <pre>
 * name             tiny           # what --panel takes; the file is tiny.panel
 * kind             controller     # or kernel: name, datasheet, pixel-shift alone; the default
 * controller       ILI9341
 * datasheet        Ilitek ILI9341 V1.11
 * size             240 320        # pixels of the upright glass: columns rows
 * memory           240 320        # of the controller's memory; default: as the glass
 * format           rgb565         # or rgb666, mono
 * window           dcs            # or dcs-keep, page-window, page; default dcs
 * register-bits    8              # or 16; default 8
 * transport        spi            # and i2c; default spi
 * i2c-address      0x3C           # with i2c only, as is i2c-clock-hz
 * i2c-clock-hz     400000
 * command-clock-hz 10000000
 * pixel-clock-hz   32000000
 * read-clock-hz    6600000        # with readback only
 * reset-low-us     20
 * settle-ms        5
 * sleep-change-ms  120
 * power-on-ms      0              # default 0
 * refresh-hz       60             # default 60
 * rotation 0       0x48 0 0       # degrees, MADCTL, column offset, row offset
 * rotation 180     0xA0 0xC0 0 0  # where memory is paged: segment remap, COM direction, offsets
 * default-rotation 0
 * readback 0x0A 0 1 0x74 0x14     # opcode, dummy bits, bytes, mask, value; default none
 * brightness       0x51           # opcode; default none
 * pixel-shift      1              # pixels to each side; default 0
 * [init]
 * command 0x3A 0x55
 * command 0x11
 * delay 5
 * [on]
 * ...
 * sum 0x1234ABCD                  # CRC-32C of all above, may be left out
 * </pre>
 *
 * <p>{@code #} begins a comment. The sequences have the text form of the kernel's panel-mipi-dbi
 * tools, so one written for either serves both: {@code command} with an opcode and its parameters,
 * {@code delay} in ms. They are {@code [init]} after a reset, {@code [on]} once the first picture
 * is in the memory, {@code [sleep]}, {@code [wake]} and {@code [off]}. What turns the picture comes
 * from the rotation table, never from a sequence; the waits after reset and sleep come from the
 * keys, so a sequence needs no delay for them.
 *
 * <p>{@link io.panelwatch.display.profile.PanelProfile} loads the built-in ones and reads others;
 * {@link io.panelwatch.display.profile.PanelProfiles} adds those of a folder. To add a built-in
 * panel, write the file beside {@code ili9341.panel} and its name into {@code index}, and let
 * {@code ProfileSumTest} write its sum with {@code -Dprofile.sums=true}.
 */
@NullMarked
package io.panelwatch.display.profile;

import org.jspecify.annotations.NullMarked;
