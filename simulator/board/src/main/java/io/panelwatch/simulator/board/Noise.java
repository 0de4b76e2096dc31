package io.panelwatch.simulator.board;

/**
 * Small noise on what sensors tell. It depends on the seed, the part and the time alone, so two
 * boards with one seed tell the same, however often each is asked.
 */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /**
   * The noise of a part at a time, evenly spread over -amplitude..amplitude.
   *
   * @param step counts the model's time steps
   */
  double at(Component part, long step, double amplitude) {
    long mixed = mix(seed ^ mix(part.id().hashCode()) ^ mix(step * 0x9E3779B97F4A7C15L));
    double unit = (mixed >>> 11) * 0x1p-53;
    return amplitude * (2 * unit - 1);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom numbers). */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
