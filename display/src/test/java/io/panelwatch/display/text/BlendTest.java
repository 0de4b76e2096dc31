package io.panelwatch.display.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BlendTest {

  @Property
  void noCoverageKeepsTheBackgroundAndFullCoverageIsTheInk(@ForAll short back, @ForAll short ink) {
    assertEquals(back, Blend.rgb565(back, ink, 0));
    assertEquals(ink, Blend.rgb565(back, ink, 15));
  }

  @Property
  void eachChannelStaysBetweenBackgroundAndInk(
      @ForAll short back, @ForAll short ink, @ForAll @IntRange(max = 15) int coverage) {
    short mixed = Blend.rgb565(back, ink, coverage);
    assertBetween(mixed >> 11 & 0x1F, back >> 11 & 0x1F, ink >> 11 & 0x1F);
    assertBetween(mixed >> 5 & 0x3F, back >> 5 & 0x3F, ink >> 5 & 0x3F);
    assertBetween(mixed & 0x1F, back & 0x1F, ink & 0x1F);
  }

  private static void assertBetween(int mixed, int one, int other) {
    assertTrue(mixed >= Math.min(one, other) && mixed <= Math.max(one, other));
  }
}
