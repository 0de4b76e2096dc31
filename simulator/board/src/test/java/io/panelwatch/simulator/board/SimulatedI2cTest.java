package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SimulatedI2cTest {

  private static final int NO_SUCH_ADDRESS = 6;
  private static final byte[] NOP = {0x00, (byte) 0xE3};

  private final ManualClock clock = new ManualClock();

  @Test
  void addressThatNobodyHasIsNotAcknowledged() {
    VirtualLcd lcd = SimulatedBoard.create(clock, 1, "ssd1306").lcd();

    assertRefused(lcd, 0x3D);
  }

  @Test
  void panelWithoutI2cDoesNotAcknowledge() {
    VirtualLcd lcd = SimulatedBoard.create(clock, 1, "ili9341").lcd();

    assertRefused(lcd, 0x3C);
  }

  @Test
  void messageTakesNineClocksAByteAndItsAddressToo() throws Exception {
    VirtualLcd lcd = SimulatedBoard.create(clock, 1, "ssd1306").lcd();
    lcd.takeWireTime(true);
    long before = clock.monotonicNanos();
    byte[] nops = new byte[399];
    Arrays.fill(nops, 1, nops.length, (byte) 0xE3);

    lcd.i2c(0x3C).write(ByteBuffer.wrap(nops));

    assertEquals(Duration.ofMillis(9), Duration.ofNanos(clock.monotonicNanos() - before));
    assertEquals(398, lcd.counters().bytes(), "the control byte is the interface's");
  }

  private static void assertRefused(VirtualLcd lcd, int address) {
    DeviceException refusal =
        assertThrows(DeviceException.class, () -> lcd.i2c(address).write(ByteBuffer.wrap(NOP)));
    assertEquals(NO_SUCH_ADDRESS, refusal.errno());
  }
}
