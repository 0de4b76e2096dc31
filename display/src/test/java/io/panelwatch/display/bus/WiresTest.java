package io.panelwatch.display.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.I2cDevice;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What controllers of each kind hear on their wires, transfer by transfer. */
class WiresTest {

  private static final int DEVICE_HZ = 32_000_000;
  private static final int COMMAND_HZ = 10_000_000;
  private static final int READ_HZ = 6_000_000;

  /** Each transfer: level of D/C, clock in MHz, bytes. */
  private final List<String> heard = new ArrayList<>();

  @Test
  void dcsControllersTakeParametersAsDataAndPixelsAtFullClock() throws Exception {
    PanelLink link = spi(new WireRules(false, 8, 2, COMMAND_HZ, READ_HZ), true);
    link.command(0x2A, bytes("00 01 00 02"));
    link.pixels(bytes("ff ee dd cc"));
    assertEquals(List.of("c10 2a", "d10 00010002", "d32 ffeeddcc"), heard);
    assertEquals(2, link.tariff().transfersPerCommand());
  }

  @Test
  void ssd1306TakesParametersWithTheCommandInOneTransfer() throws Exception {
    PanelLink link = spi(new WireRules(true, 8, 1, COMMAND_HZ, READ_HZ), false);
    link.command(0x21, bytes("00 7f 22 00 07"));
    link.pixels(bytes("aa"));
    assertEquals(List.of("c10 21007f220007", "d32 aa"), heard);
    assertEquals(1, link.tariff().transfersPerCommand());
  }

  @Test
  void shiftRegistersTakeWordsWithAZeroInFront() throws Exception {
    PanelLink link = spi(new WireRules(false, 16, 2, COMMAND_HZ, READ_HZ), true);
    link.command(0x2B, bytes("00 05"));
    link.pixels(bytes("12 34"));
    assertEquals(List.of("c10 002b", "d10 00000005", "d32 1234"), heard);
    assertFalse(link.canRead(), "a shift register has no way back");
  }

  @Test
  void threeBytePixelsAreNeverCut() throws Exception {
    spi(new WireRules(false, 8, 3, COMMAND_HZ, READ_HZ), false).pixels(ByteBuffer.allocate(24));
    assertEquals(List.of(15, 9), heard.stream().map(t -> (t.length() - 4) / 2).toList());
  }

  @Test
  void answersComeUnderTheSameChipSelectAtTheReadClock() throws Exception {
    PanelLink link = spi(new WireRules(false, 8, 2, COMMAND_HZ, READ_HZ), true);
    assertTrue(link.canRead());
    ByteBuffer answer = ByteBuffer.allocate(2);
    link.read(0x0A, answer);
    assertEquals(List.of("r6 0a0000"), heard);
    assertArrayEquals(new byte[] {1, 2}, answer.array());
  }

  @Test
  void i2cMessagesBeginWithAControlByteAndFitTheAdapter() throws Exception {
    PanelLink link = new I2cLink(new Slave(), Optional.empty());
    link.command(0xB0, bytes("02 10"));
    link.pixels(ByteBuffer.allocate(20));
    assertEquals(List.of("00b00210", "40" + "00".repeat(15), "40" + "00".repeat(5)), heard);
    assertEquals(9, link.tariff().clocksPerByte());
    assertEquals(2, link.tariff().messageBytes());
  }

  private PanelLink spi(WireRules rules, boolean readable) {
    var wire = new Wire();
    return new FourWireSpi(wire, wire, Optional.empty(), readable, rules);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
  }

  private static String hex(ByteBuffer bytes) {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return HexFormat.of().formatHex(all);
  }

  /** Both ends of an SPI wire with its D/C line. */
  private final class Wire implements SpiDevice, OutputLine {
    private boolean data;

    @Override
    public void set(boolean high) {
      data = high;
    }

    @Override
    public int clockHz() {
      return DEVICE_HZ;
    }

    @Override
    public boolean clockVaries() {
      return true;
    }

    @Override
    public int maxTransferBytes() {
      return 16;
    }

    @Override
    public void write(ByteBuffer bytes) {
      write(bytes, DEVICE_HZ);
    }

    @Override
    public void write(ByteBuffer bytes, int mostHz) {
      heard.add((data ? "d" : "c") + mostHz / 1_000_000 + " " + hex(bytes));
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive) {
      transfer(send, receive, DEVICE_HZ);
    }

    @Override
    public void transfer(ByteBuffer send, ByteBuffer receive, int mostHz) {
      for (int i = 0; i < send.remaining(); i++) {
        receive.put((byte) i);
      }
      heard.add((data ? "D" : "r") + mostHz / 1_000_000 + " " + hex(send));
    }

    @Override
    public void close() {
      heard.add("closed");
    }
  }

  private final class Slave implements I2cDevice {
    @Override
    public int clockHz() {
      return 400_000;
    }

    @Override
    public int maxTransferBytes() {
      return 16;
    }

    @Override
    public void write(ByteBuffer bytes) {
      heard.add(hex(bytes));
    }

    @Override
    public void close() {
      heard.add("closed");
    }
  }
}
