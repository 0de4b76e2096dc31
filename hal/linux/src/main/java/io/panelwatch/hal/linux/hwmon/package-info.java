/**
 * All kinds of channels of hwmon, the thermal zones, what the kernel cools with, and what slows a
 * processor down.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.hwmon.Chips}, which finds and names the chips, and at
 * one of the sources, such as {@link io.panelwatch.hal.linux.hwmon.FanSource}.
 *
 * <p>The rule: chips are found once and shared by the sources, each is read in a lane of its own,
 * and a value that a driver only pretends to have is absent before it leaves this package.
 */
@NullMarked
package io.panelwatch.hal.linux.hwmon;

import org.jspecify.annotations.NullMarked;
