package io.panelwatch.display.profile;

/** A bus that a controller can hang on. */
public enum Transport {
  /** SPI with a data/command line (MIPI DBI type C, option 3). */
  SPI4("spi"),
  /** I2C, with a control byte before commands and before data. */
  I2C("i2c");

  private final String text;

  Transport(String text) {
    this.text = text;
  }

  /** As a profile writes it. */
  public String text() {
    return text;
  }
}
