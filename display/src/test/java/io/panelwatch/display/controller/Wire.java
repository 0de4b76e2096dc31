package io.panelwatch.display.controller;

import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The connector of a module, driven by hand with bytes as the datasheets have them. */
final class Wire {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(120);

  final ManualClock clock = new ManualClock();
  final String module;
  final Controller lcd;
  private final boolean words;

  private Wire(String module, boolean words) {
    this.module = module;
    this.lcd = Modules.create(module, clock).orElseThrow();
    this.words = words;
  }

  /** A module that just got power. */
  static Wire to(String module) {
    return new Wire(module, module.endsWith("-hat"));
  }

  /** A command and its parameters, or its pixels. */
  Wire send(int opcode, int... data) {
    lcd.write(false, words ? words(opcode) : bytes(opcode));
    boolean pixels = opcode == 0x2C || opcode == 0x3C;
    if (data.length > 0) {
      lcd.write(true, words && !pixels ? words(data) : bytes(data));
    }
    return this;
  }

  /** Commands of a controller whose parameters come with D/C# low. */
  Wire commands(int... all) {
    lcd.write(false, bytes(all));
    return this;
  }

  Wire data(int... all) {
    lcd.write(true, bytes(all));
    return this;
  }

  /** Waits as long as any command may want. */
  Wire settle() {
    clock.advance(LONGEST_WAIT);
    return this;
  }

  Wire pass(Duration time) {
    clock.advance(time);
    return this;
  }

  Wire pulseReset(long lowNanos) {
    lcd.resetLine(false);
    clock.advance(Duration.ofNanos(lowNanos));
    lcd.resetLine(true);
    return this;
  }

  /** CASET and PASET. */
  Wire window(int x0, int y0, int x1, int y1) {
    return send(0x2A, x0 >> 8, x0 & 0xFF, x1 >> 8, x1 & 0xFF)
        .send(0x2B, y0 >> 8, y0 & 0xFF, y1 >> 8, y1 & 0xFF);
  }

  byte[] read(int opcode, int length) {
    byte[] answer = new byte[length];
    lcd.read(opcode, ByteBuffer.wrap(answer));
    return answer;
  }

  int rgb(int x, int y) {
    return lcd.image().rgb(x, y);
  }

  boolean isBlack() {
    return lit() == 0;
  }

  /** How many dots are not black. */
  int lit() {
    int lit = 0;
    for (int rgb : lcd.image().rgb()) {
      lit += rgb == 0 ? 0 : 1;
    }
    return lit;
  }

  static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  private static ByteBuffer words(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.flip();
  }
}
