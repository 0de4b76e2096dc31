package io.panelwatch.hal;

/**
 * The battery of a real-time clock, as the chip itself sees it ({@code RTC_VL_READ} of rtc(4)).
 *
 * @param low the voltage is, or was, too low to trust the time
 */
public record RtcBattery(String component, String source, Measured low) implements Sample {}
