package io.panelwatch.display.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelShiftTest {

  private static final Duration PERIOD = Duration.ofMinutes(3);
  private static final short BORDER = Frame.rgb565(8, 8, 8);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void walkBeginsInTheMiddleAndMovesByOnePixelAtMost(int reach) {
    var shift = new PixelShift(reach, PERIOD);
    assertEquals(0, shift.dx(0));
    assertEquals(0, shift.dy(0));
    for (int step = 1; step < 500; step++) {
      long before = PERIOD.toNanos() * step - 1;
      int moved =
          Math.abs(shift.dx(before + 1) - shift.dx(before))
              + Math.abs(shift.dy(before + 1) - shift.dy(before));
      assertTrue(moved <= 1, "step " + step);
      assertTrue(Math.abs(shift.dx(before)) <= reach && Math.abs(shift.dy(before)) <= reach);
    }
  }

  @Test
  void walkComesToEveryPlaceOfItsSquare() {
    var shift = new PixelShift(2, PERIOD);
    Map<String, Integer> visits = new HashMap<>();
    for (int step = 0; step < 480; step++) {
      long at = PERIOD.toNanos() * step;
      visits.merge(shift.dx(at) + "," + shift.dy(at), 1, Integer::sum);
    }

    assertEquals(25, visits.size());
    assertTrue(visits.values().stream().allMatch(n -> n == 10 || n == 20), visits.toString());
  }

  @Test
  void pictureStandsStillUntilItsNextMove() {
    var shift = new PixelShift(1, PERIOD);
    long now = Duration.ofMinutes(7).toNanos();

    assertEquals(Duration.ofMinutes(2).toNanos(), shift.nextMoveNanos(now));
    assertEquals(Long.MAX_VALUE, new PixelShift(0, PERIOD).nextMoveNanos(now));
  }

  @Test
  void pictureIsOnThePanelWhereItWasMovedAndTheRestIsBorder() {
    var shifted = new ShiftedFrame(20, 12, BORDER);
    Random random = new Random(20260315);
    Frame shown = new Frame(20, 12);
    shown.fill(BORDER);
    for (int turn = 0; turn < 300; turn++) {
      int dx = turn % 3 == 0 ? 0 : random.nextInt(5) - 2;
      int dy = turn % 3 == 0 ? 0 : random.nextInt(5) - 2;
      shifted.compose(scribble(shifted.picture(), random), dx, dy);

      copyDamaged(shifted, shown);
      assertTrue(expected(shifted.picture(), dx, dy).samePicture(shown), "turn " + turn);
    }
  }

  @Test
  void onlyWhatChangedIsDamagedWhileThePictureStands() {
    var shifted = new ShiftedFrame(20, 12, BORDER);
    var changed = new Damage(20, 12);
    changed.add(new Rect(3, 4, 2, 1));
    shifted.compose(new Damage(20, 12), 1, 0);

    shifted.compose(changed, 1, 0);

    for (int row = 0; row < 12; row++) {
      assertEquals(row == 4 ? 4 : 20, shifted.damage().left(row));
      assertEquals(row == 4 ? 6 : 0, shifted.damage().right(row));
    }
  }

  private static Damage scribble(Frame picture, Random random) {
    var damage = new Damage(picture.width(), picture.height());
    var area =
        new Rect(random.nextInt(20), random.nextInt(12), random.nextInt(6), random.nextInt(6));
    picture.fillRect(area, (short) random.nextInt());
    damage.add(area);
    return damage;
  }

  private static void copyDamaged(ShiftedFrame shifted, Frame shown) {
    Damage damage = shifted.damage();
    for (int row = 0; row < shown.height(); row++) {
      shown.copyFrom(
          shifted.panel(),
          damage.left(row),
          row,
          Math.max(0, damage.right(row) - damage.left(row)),
          1);
    }
  }

  private static Frame expected(Frame picture, int dx, int dy) {
    Frame expected = new Frame(20, 12);
    expected.fill(BORDER);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        expected.setPixel(x + dx, y + dy, picture.pixel(x, y));
      }
    }
    return expected;
  }
}
