/**
 * The wire to a panel: {@link io.panelwatch.display.bus.PanelLink} is the port that the engine
 * drives, {@link io.panelwatch.display.bus.FourWireSpi} puts it on SPI with a data/command line,
 * and {@link io.panelwatch.display.bus.Dcs} names the commands.
 */
@NullMarked
package io.panelwatch.display.bus;

import org.jspecify.annotations.NullMarked;
