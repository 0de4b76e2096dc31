package io.panelwatch.hal;

/**
 * Which GPIO line is wanted, and which of its levels means something (linux/gpio.h, {@code struct
 * gpio_v2_line_request} and {@code GPIO_V2_LINE_FLAG_ACTIVE_LOW}).
 *
 * @param line as {@code gpioinfo} shows it, {@code POWER_FAIL}, or by chip and offset, {@code
 *     gpiochip0:25}
 * @param activeLow whether the low level is the active one
 */
public record LineRequest(String line, boolean activeLow) {}
