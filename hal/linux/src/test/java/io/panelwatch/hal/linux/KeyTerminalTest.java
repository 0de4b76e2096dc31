package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.linux.kernel.TerminalCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyTerminalTest {

  @Test
  void keysAreReadOneByOneAndUnseenAndNothingElseOfTheTerminalChanges() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment termios = arena.allocate(TerminalCalls.TERMIOS_BYTES, Long.BYTES);
      termios.fill((byte) 0xff);
      TerminalCalls.readKeys(termios);

      byte[] expected = new byte[(int) TerminalCalls.TERMIOS_BYTES];
      Arrays.fill(expected, (byte) 0xff);
      // c_lflag is the fourth word; ICANON is 0000002 of it and ECHO 0000010 (octal).
      expected[12] = (byte) (0xff & ~0x2 & ~0x8);
      // c_cc comes after a byte of c_line; VSUSP is 10 of it, and 0 is no key.
      expected[16 + 1 + 10] = 0;
      assertEquals(
          Arrays.toString(expected), Arrays.toString(termios.toArray(ValueLayout.JAVA_BYTE)));
    }
  }

  @Test
  void windowHasItsRowsFirst() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment window = arena.allocate(TerminalCalls.WINSIZE_BYTES, Long.BYTES);
      window.set(ValueLayout.JAVA_SHORT, 0, (short) 50);
      window.set(ValueLayout.JAVA_SHORT, 2, (short) 132);
      assertEquals(50, TerminalCalls.rows(window));
      assertEquals(132, TerminalCalls.columns(window));
    }
  }

  @Test
  void inputThatIsNoTerminalIsLeftAlone() {
    try (KeyTerminal pipe = KeyTerminal.open(false)) {
      assertTrue(pipe.size().rows() > 0 && pipe.size().columns() > 0);
      assertTrue(pipe.await(Duration.ofMillis(1)) != KeyTerminal.Heard.KEY);
    }
  }
}
