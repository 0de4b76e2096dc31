package io.panelwatch.hal.linux.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void nameThatIsUtf8IsItself() {
    for (String name : new String[] {"hwmon0", "gr\u00f6\u00dfe", "\u98ce\u6247", "\ud83d\udc4d"}) {
      assertEquals(name, FileNames.decode(name.getBytes(UTF_8)));
    }
  }

  @Test
  void byteThatIsNotUtf8IsAPrivateCharacter() {
    assertEquals("BAT\uf0ff", FileNames.decode(bytes('B', 'A', 'T', 0xFF)));
    assertEquals("\uf0e2\uf082x", FileNames.decode(bytes(0xE2, 0x82, 'x')), "cut in the middle");
  }

  @Test
  void everyNameFindsItsFileAgain() {
    var random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      byte[] name = new byte[1 + random.nextInt(12)];
      random.nextBytes(name);

      assertArrayEquals(name, FileNames.encode(FileNames.decode(name)));
    }
  }

  @Test
  void replacementAndPrivateCharactersOfANameSurvive() {
    for (String name : new String[] {"\ufffd", "\uf0ff", "a\uf080b", "\uf07f"}) {
      byte[] bytes = name.getBytes(UTF_8);

      assertArrayEquals(bytes, FileNames.encode(FileNames.decode(bytes)), name);
    }
  }
}
