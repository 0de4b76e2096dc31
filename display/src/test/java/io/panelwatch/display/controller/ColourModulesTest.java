package io.panelwatch.display.controller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every controller with the MIPI display command set. */
class ColourModulesTest {

  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;
  private static final int WHITE = 0xFFFFFF;

  static final ColourModule[] MODULES = ColourModule.ALL;

  @ParameterizedTest
  @FieldSource("MODULES")
  void cornersAreWhereTheyBelongAtEveryTurn(ColourModule module) {
    for (int quarter = 0; quarter < 4; quarter++) {
      boolean onItsSide = quarter % 2 == 1;
      int right = (onItsSide ? module.height() : module.width()) - 1;
      int bottom = (onItsSide ? module.width() : module.height()) - 1;
      ColourModule.Turn turn = module.turns().get(quarter);
      Wire wire = module.awake().send(0x36, turn.madctl());
      module.paint(wire, turn.column(), turn.row(), RED);
      module.paint(wire, turn.column() + right, turn.row(), GREEN);
      module.paint(wire, turn.column(), turn.row() + bottom, BLUE);
      module.paint(wire, turn.column() + right, turn.row() + bottom, WHITE);

      Picture seen = wire.lcd.image().turned((360 - 90 * quarter) % 360);

      assertEquals(right + 1, seen.width());
      assertEquals(bottom + 1, seen.height());
      assertEquals(RED, seen.rgb(0, 0), "turn " + quarter);
      assertEquals(GREEN, seen.rgb(right, 0), "turn " + quarter);
      assertEquals(BLUE, seen.rgb(0, bottom), "turn " + quarter);
      assertEquals(WHITE, seen.rgb(right, bottom), "turn " + quarter);
    }
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void coloursAreFalseWithoutTheRightOrderOrInversion(ColourModule module) {
    ColourModule.Turn turn = module.turns().getFirst();
    Wire wire = module.awake();
    module.paint(wire, turn.column(), turn.row(), RED);
    wire.send(module.inverted() ? 0x20 : 0x21);
    assertEquals(RED ^ WHITE, wire.rgb(0, 0));
    wire.send(module.inverted() ? 0x21 : 0x20).send(0x36, turn.madctl() ^ 0x08);
    assertEquals(BLUE, wire.rgb(0, 0));
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void nothingIsSeenWhileAsleepOffOrReset(ColourModule module) {
    Wire wire = Wire.to(module.name()).settle();
    assertTrue(wire.lcd.sleeping());
    assertFalse(wire.lcd.displayOn());
    assertTrue(wire.isBlack());
    wire.send(0x29).settle();
    assertTrue(wire.isBlack(), "on, but asleep");
    wire.send(0x11).settle();
    assertFalse(wire.isBlack(), "the noise of an unwritten memory");
    wire.send(0x28);
    assertTrue(wire.isBlack());
    wire.send(0x29);
    wire.lcd.resetLine(false);
    assertTrue(wire.isBlack());
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void theMemorySurvivesAGlitchAndTheRegistersDoNot(ColourModule module) {
    ColourModule.Turn turn = module.turns().getFirst();
    Wire wire = module.awake().send(0x35, 0);
    module.paint(wire, turn.column(), turn.row(), GREEN);
    assertTrue(wire.lcd.tearingEffectOn());
    long before = wire.lcd.revision();

    wire.lcd.powerGlitch();

    assertTrue(wire.lcd.revision() > before);
    assertTrue(wire.lcd.sleeping());
    assertFalse(wire.lcd.displayOn());
    assertFalse(wire.lcd.tearingEffectOn());
    wire.settle().send(0x11).settle().send(0x36, turn.madctl()).send(0x29);
    wire.send(module.inverted() ? 0x21 : 0x20);
    assertEquals(GREEN, wire.rgb(0, 0));
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void whatTheRealOneWouldNotTakeIsRefused(ColourModule module) {
    refused(module, "an unknown opcode", wire -> wire.send(0x03));
    refused(module, "a parameter too many", wire -> wire.send(0x3A, module.colmod(), 0));
    refused(module, "a parameter too few", wire -> wire.send(0x2A, 0, 0).send(0x00));
    refused(module, "pixels without RAMWR", wire -> wire.window(0, 0, 1, 1).data(0, 0));
    refused(module, "a range beyond the memory", wire -> wire.send(0x2A, 0, 0, 2, 0));
    refused(module, "a page beyond the memory", wire -> wire.send(0x2B, 0, 0, 2, 0));
    refused(module, "a range that ends first", wire -> wire.send(0x2A, 0, 9, 0, 8));
    refused(module, "24 bits a pixel", wire -> wire.send(0x3A, 0x77));
    refused(module, "3 bits a pixel", wire -> wire.send(0x3A, 0x01));
    refused(module, "refresh from the bottom", wire -> wire.send(0x36, 0x10));
    refused(module, "refresh from the right", wire -> wire.send(0x36, 0x04));
    refused(module, "idle mode", wire -> wire.send(0x39));
    refused(module, "partial mode", wire -> wire.send(0x12));
    refused(module, "scrolling", wire -> wire.send(0x37));
    refused(
        module,
        "a pixel behind the window",
        wire -> {
          module.paint(wire, 0, 0, RED);
          wire.data(module.pixel(RED));
        });
    refused(
        module,
        "half a pixel",
        wire -> {
          module.paint(wire, 0, 0, RED);
          wire.window(0, 0, 1, 0).send(0x2C, module.pixel(RED));
          wire.data(0x12).send(0x00);
        });
    refused(module, "a byte in reset", ColourModulesTest::sendInReset);
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void commandsInsideTheWaitsAreRefused(ColourModule module) {
    refused(module, "a reset of 9 us", wire -> wire.pulseReset(9_000));
    Duration almost5 = Duration.ofNanos(4_999_999);
    refused(module, "after RESX", wire -> wire.pulseReset(10_000).pass(almost5).send(0x00));
    refused(module, "after SWRESET", wire -> wire.send(0x01).pass(almost5).send(0x00));
    refused(module, "after SLPIN", wire -> wire.send(0x10).pass(almost5).send(0x00));
    Duration almost120 = Duration.ofNanos(119_999_999);
    refused(module, "SLPIN, SLPOUT", wire -> wire.send(0x10).pass(almost120).send(0x11));
    refused(module, "RESX, SLPOUT", wire -> wire.pulseReset(10_000).pass(almost120).send(0x11));
    refused(module, "SWRESET, SLPOUT", wire -> wire.send(0x01).pass(almost120).send(0x11));
    module.awake().settle().send(0x10).settle().send(0x11).settle().send(0x10);
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void theStateCanBeReadBackWhereThereIsAWire(ColourModule module) {
    Wire wire = Wire.to(module.name()).settle();
    if (module.name().endsWith("-hat")) {
      assertFalse(wire.lcd.answers(0x0A));
      assertThrows(ProtocolViolation.class, () -> wire.read(0x0A, 1));
      return;
    }
    assertArrayEquals(new byte[] {0x08, 0}, wire.read(0x0A, 2), "asleep, normal mode");
    assertEquals(6, wire.read(0x0C, 1)[0] & 0x07, "18 bits after power-on");
    // One dummy clock, then 00 61 00 00: everything is half of what it would be, one bit later.
    assertArrayEquals(new byte[] {0, 0x30, (byte) 0x80, 0, 0}, wire.read(0x09, 5));

    Wire on = module.awake().send(0x35, 0);

    assertArrayEquals(new byte[] {(byte) 0x9C}, on.read(0x0A, 1));
    assertEquals(module.turns().getFirst().madctl(), on.read(0x0B, 1)[0] & 0xFF);
    assertEquals(module.colmod() & 7, on.read(0x0C, 1)[0] & 0x07);
    assertArrayEquals(new byte[] {(byte) 0x80}, on.read(0x0E, 1));
    byte[] status = on.read(0x09, 5);
    int shifted = (status[1] << 1 & 0xFF) | (status[2] >> 7 & 0x01);
    assertEquals((module.colmod() & 7) << 4 | 0x03, shifted, "format, sleep out, normal mode");
    assertThrows(ProtocolViolation.class, () -> on.read(0x2E, 1));
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void aBrokenLinkForgivesWhatItCutShort(ColourModule module) {
    Wire wire = module.awake();
    wire.send(0x2A, 0, 0);
    wire.lcd.linkBroken();
    wire.send(0x00);
    assertThrows(ProtocolViolation.class, () -> wire.data(0, 9));
  }

  private static void sendInReset(Wire wire) {
    wire.lcd.resetLine(false);
    wire.send(0x00);
  }

  private static void refused(ColourModule module, String what, Consumer<Wire> deed) {
    Wire wire = module.awake().settle();
    assertThrows(ProtocolViolation.class, () -> deed.accept(wire), () -> module + ": " + what);
  }
}
