package io.panelwatch.display.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FadeTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Property(tries = 300, seed = "20260314")
  void fadeGoesOneWayFromItsBeginToItsEnd(
      @ForAll @IntRange(max = 100) int from, @ForAll @IntRange(max = 100) int to) {
    var fade = new Fade(from, to, SECOND);
    assertEquals(from, fade.percentAt(0));
    int before = from;
    for (int ms = 0; ms <= 1_000; ms += 20) {
      int percent = fade.percentAt(Duration.ofMillis(ms).toNanos());
      assertTrue(from <= to ? percent >= before : percent <= before, "at " + ms + " ms");
      before = percent;
    }
    assertEquals(to, before);
  }

  /** CIE L* 50 of 100 is a luminance of 18.4 %: the grey card of photographers. */
  @Test
  void halfTheWayLooksHalfAsBright() {
    assertEquals(18, new Fade(0, 100, SECOND).percentAt(SECOND.toNanos() / 2));
    assertEquals(18, new Fade(100, 0, SECOND).percentAt(SECOND.toNanos() / 2));
  }

  @Test
  void fadeWithoutDurationIsOverAtOnce() {
    var fade = new Fade(10, 90, Duration.ZERO);

    assertTrue(fade.isOver(0));
    assertEquals(90, fade.percentAt(0));
  }

  @Test
  void fadeOfNoLightIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Fade(-1, 5, SECOND));
    assertThrows(IllegalArgumentException.class, () -> new Fade(1, 101, SECOND));
    assertThrows(IllegalArgumentException.class, () -> new Fade(1, 2, SECOND.negated()));
  }
}
