package io.panelwatch.agent.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {

  @Test
  void anotherDecoderReadsTheSamePixels() throws IOException {
    int[] rgb = {0xFF0000, 0x00FF00, 0x0000FF, 0x000000, 0xFFFFFF, 0x123456};

    var image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(3, 2, rgb)));

    assertEquals(3, image.getWidth());
    int[] read = image.getRGB(0, 0, 3, 2, null, 0, 3);
    assertArrayEquals(rgb, Arrays.stream(read).map(pixel -> pixel & 0xFFFFFF).toArray());
  }

  @Test
  void upperByteOfAPixelDoesNotMatter() {
    assertArrayEquals(
        PngWriter.write(1, 1, new int[] {0x00ABCDEF}),
        PngWriter.write(1, 1, new int[] {0xFFABCDEF}));
  }

  @Test
  void wrongNumberOfPixelsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PngWriter.write(2, 2, new int[3]));
  }
}
