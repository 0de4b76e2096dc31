package io.panelwatch.display.profile;

/**
 * How fast a controller's bus may be, in hertz.
 *
 * @param commandHz SPI, commands and parameters, as the datasheet rates it
 * @param pixelHz SPI, pixels, the fastest that is known to work
 * @param readHz SPI, answers, as the datasheet rates it; 0 where nothing is read
 * @param i2cHz SCL, as the datasheet rates it; 0 where there is no I2C
 */
public record Clocks(int commandHz, int pixelHz, int readHz, int i2cHz) {}
