/**
 * What a board measures of itself, by the channels of its hwmon chips and by its thermal zones; and
 * what its kernel does against heat: what it cools with, and how it slows the processor down.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.hwmon.Chips}, which finds and names the chips, and at
 * one of the sources, such as {@link io.panelwatch.hal.linux.hwmon.FanSource}.
 *
 * <p>The rules: chips are listed in one place for all sources, and again only when they may have
 * changed. What they are called depends on nothing but themselves, so that a fan keeps its name
 * whatever else is plugged in. They are read one after the other, and one that hangs costs its own
 * readings only. A number that its driver did not measure, and a limit that nobody set, are absent
 * before they leave this package.
 */
@NullMarked
package io.panelwatch.hal.linux.hwmon;

import org.jspecify.annotations.NullMarked;
