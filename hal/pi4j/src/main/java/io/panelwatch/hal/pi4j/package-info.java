/**
 * The ports bound to Pi4J's linuxfs provider; {@link io.panelwatch.hal.pi4j.Pi4jSpi} opens SPI
 * devices.
 *
 * <p>Pi4J answers a failure with a return code, or not at all, and writes it to its log. Here every
 * return code is checked and becomes a {@link io.panelwatch.hal.DeviceException}.
 */
@NullMarked
package io.panelwatch.hal.pi4j;

import org.jspecify.annotations.NullMarked;
