package io.panelwatch.simulator.board;

import java.time.Duration;

/** Something that happens to the panel or to the link between it and the board. */
public sealed interface LcdGlitch {

  /**
   * What an electrostatic discharge does: the controller is as after power-on, the glass goes
   * blank, and the driver is not told. What is sent is then lost, and no mistake of the driver,
   * until it resets the controller itself.
   */
  record ResetByItself() implements LcdGlitch {}

  /**
   * Of every n-th transfer the last byte is lost, and nobody is told.
   *
   * @param n 1 to 1,000,000, or 0 for never
   */
  record DropsEvery(int n) implements LcdGlitch {
    /** Refuses what is no count. */
    public DropsEvery {
      requireCount("dropEvery", n);
    }
  }

  /**
   * Every n-th transfer fails with errno EIO, and nothing of it goes out.
   *
   * @param n 1 to 1,000,000, or 0 for never
   */
  record FailsEvery(int n) implements LcdGlitch {
    /** Refuses what is no count. */
    public FailsEvery {
      requireCount("failEvery", n);
    }
  }

  /**
   * Every transfer takes that much longer.
   *
   * @param duration 10 s at most, zero for none
   */
  record Stalls(Duration duration) implements LcdGlitch {
    private static final int MOST_SECONDS = 10;

    /** Refuses what nobody would wait for. */
    public Stalls {
      if (duration.isNegative() || duration.compareTo(Duration.ofSeconds(MOST_SECONDS)) > 0) {
        throw new IllegalArgumentException(
            "stallMs must be from 0 to 10000, not %d.".formatted(duration.toMillis()));
      }
    }
  }

  /** What the board hears of the panel's answers. */
  record Answers(LcdAnswers answers) implements LcdGlitch {}

  /** The panel's plug is pulled, or in; the panel that is plugged in knows nothing any more. */
  record Unplugged(boolean unplugged) implements LcdGlitch {}

  /** Everything is undone. */
  record Healed() implements LcdGlitch {}

  private static void requireCount(String name, int n) {
    if (n < 0 || n > 1_000_000) {
      throw new IllegalArgumentException(
          "%s must be from 0 (never) to 1000000, not %d.".formatted(name, n));
    }
  }
}
