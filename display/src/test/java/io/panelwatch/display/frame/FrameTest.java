package io.panelwatch.display.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final short WHITE = (short) 0xFFFF;

  @Property(tries = 300)
  void aFilledRectanglePaintsExactlyItsPixelsInsideThePicture(
      @ForAll @IntRange(min = -9, max = 9) int x,
      @ForAll @IntRange(min = -9, max = 9) int y,
      @ForAll @IntRange(min = 0, max = 20) int width,
      @ForAll @IntRange(min = 0, max = 20) int height) {
    Frame frame = new Frame(7, 5);
    Rect area = new Rect(x, y, width, height);

    frame.fillRect(area, WHITE);

    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 7; column++) {
        assertEquals(area.contains(column, row) ? WHITE : 0, frame.pixel(column, row));
      }
    }
  }

  @Property(tries = 300)
  void damageCoversEveryPixelOfEveryAreaThatWasAdded(
      @ForAll @IntRange(min = -9, max = 9) int x,
      @ForAll @IntRange(min = -9, max = 9) int y,
      @ForAll @IntRange(min = 0, max = 20) int width,
      @ForAll @IntRange(min = 0, max = 20) int height) {
    Rect first = new Rect(x, y, width, height);
    Rect second = new Rect(2, 1, 2, 2);
    Damage damage = new Damage(7, 5);
    damage.add(first);
    damage.add(second);

    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 7; column++) {
        boolean damaged = damage.left(row) <= column && column < damage.right(row);
        if (first.contains(column, row) || second.contains(column, row)) {
          assertEquals(true, damaged, "(" + column + ", " + row + ")");
        }
      }
    }
  }

  @Test
  void coloursKeepTheHighBitsOfEachChannel() {
    assertEquals((short) 0xF800, Frame.rgb565(255, 0, 0));
    assertEquals((short) 0x07E0, Frame.rgb565(0, 255, 0));
    assertEquals((short) 0x001F, Frame.rgb565(0, 0, 255));
    assertEquals((short) 0x8410, Frame.rgb565(0x87, 0x83, 0x87));
  }

  @Test
  void aFrameOfAnotherSizeIsRefused() {
    Frame other = new Frame(2, 3);
    assertThrows(IllegalArgumentException.class, () -> new Frame(3, 2).copyFrom(other));
    assertThrows(IllegalArgumentException.class, () -> new Frame(3, 2).copyFrom(other, 0, 0, 1, 1));
  }

  @Test
  void aPictureHasOnePixelAtLeast() {
    assertEquals(0, new Frame(1, 1).pixel(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Frame(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Frame(1, 0));
  }

  @Test
  void onePixelMakesAnotherPicture() {
    Frame one = new Frame(2, 3);
    Frame other = new Frame(2, 3);
    assertEquals(true, one.samePicture(other));
    other.setPixel(1, 2, WHITE);
    assertEquals(false, one.samePicture(other));
    assertEquals(false, one.samePicture(new Frame(3, 2)));
  }

  @Test
  void copyingARectangleLeavesTheRestAlone() {
    Frame source = new Frame(4, 4);
    source.fill(WHITE);
    Frame target = new Frame(4, 4);

    target.copyFrom(source, 2, -1, 9, 3);

    Frame expected = new Frame(4, 4);
    expected.fillRect(2, 0, 2, 2, WHITE);
    assertEquals(true, target.samePicture(expected));
  }
}
