package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GlyphAtlasTest {

  @Test
  void glyphIsFoundWithItsMeasuresAndCoverage() throws Exception {
    GlyphAtlas atlas = GlyphAtlas.parse(AtlasBytes.sound(), "test");
    int a = atlas.find('A');
    int pixels = atlas.firstPixel(a);

    assertEquals(3, atlas.advancePx(a));
    assertEquals(15, atlas.coverage(pixels));
    assertEquals(0, atlas.coverage(pixels + 1));
    assertEquals(8, atlas.coverage(pixels + 3));
    assertEquals(4, atlas.coverage(atlas.firstPixel(atlas.find('B')) + 3));
    assertEquals(GlyphAtlas.ABSENT, atlas.find('C'));
  }

  @Test
  void fileCutAnywhereIsRefused() {
    byte[] sound = AtlasBytes.sound();
    for (int length = 0; length < sound.length; length++) {
      refused(Arrays.copyOf(sound, length), "bytes");
    }
    refused(Arrays.copyOf(sound, sound.length + 1), "bytes where its header tells of");
  }

  @Test
  void everySingleFlippedBitBehindTheHeaderIsRefused() {
    for (int bit = 20 * 8; bit < AtlasBytes.sound().length * 8; bit++) {
      byte[] damaged = AtlasBytes.sound();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      refused(damaged, "checksum");
    }
  }

  @Test
  void foreignFileIsRefusedByItsMagic() {
    refused(AtlasBytes.with(0, 'X'), "PWGA");
  }

  @Test
  void laterVersionIsRefusedByItsNumber() {
    refused(AtlasBytes.with(4, 2), "version 2 where 1 is understood");
  }

  @Test
  void glyphsOutOfOrderAreRefused() {
    refused(AtlasBytes.with(AtlasBytes.ENTRY_B + 1, 'A'), "out of order");
  }

  @Test
  void bitmapBeyondTheFileIsRefused() {
    refused(AtlasBytes.with(AtlasBytes.ENTRY_B + 10, 3), "U+0042 beyond its end");
    refused(AtlasBytes.with(AtlasBytes.ENTRY_B + 7, 0x80), "U+0042 beyond its end");
    refused(AtlasBytes.with(AtlasBytes.ENTRY_A + 6, 0xFF), "U+0041 beyond its end");
  }

  @Test
  void glyphCountThatOverflowsIsRefused() {
    refused(AtlasBytes.with(8, 0xFF), "bytes where its header tells of");
  }

  private static void refused(byte[] file, String why) {
    DamagedAtlasException refusal =
        assertThrows(DamagedAtlasException.class, () -> GlyphAtlas.parse(file, "test"));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }
}
