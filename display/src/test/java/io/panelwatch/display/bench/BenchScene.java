package io.panelwatch.display.bench;

import io.panelwatch.display.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What changes on a kiosk's screen, a few frames of each, at any size from 128 x 64 on. */
public enum BenchScene {
  /** A clock in the corner counts seconds. */
  CLOCK_TICK {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Town hall");
      canvas.clock(step);
    }
  },
  /** The number being served changes, in digits as large as fit. */
  QUEUE_NUMBER {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Now serving");
      canvas.bigNumber("A" + (197 + step));
      canvas.counter(1 + step % 4);
    }
  },
  /** The clock ticks and a dot beats in the opposite corner. */
  CLOCK_AND_FAR_DOT {
    @Override
    void draw(Canvas canvas, int step) {
      CLOCK_TICK.draw(canvas, step);
      canvas.dot(step % 2 == 0);
    }
  },
  /** Eight readings change and a bar follows one of them. */
  READINGS {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Readings");
      Random random = new Random(31L * step);
      for (int i = 0; i < 8; i++) {
        canvas.reading(i, 20 + random.nextInt(60), random.nextInt(10));
      }
      canvas.bar(0.3 + 0.05 * (step % 9));
    }
  },
  /** A list moves up by one row. */
  LIST_SCROLL {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Waiting");
      canvas.list(step);
    }
  },
  /** One page gives way to another. */
  PAGE_CHANGE {
    @Override
    void draw(Canvas canvas, int step) {
      if (step % 3 == 0) {
        QUEUE_NUMBER.draw(canvas, step);
      } else if (step % 3 == 1) {
        READINGS.draw(canvas, step);
      } else {
        LIST_SCROLL.draw(canvas, step);
      }
    }
  },
  /** Single pixels anywhere, one in 400. */
  SPARSE_PIXELS {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Noise");
      canvas.scatter(new Random(step), 400);
    }
  },
  /** A line of text runs through the foot of the page. */
  TICKER {
    @Override
    void draw(Canvas canvas, int step) {
      canvas.page("Notice");
      canvas.ticker(3 * step);
    }
  };

  private static final int FRAMES = 13;

  abstract void draw(Canvas canvas, int step);

  /** The pictures, in order; the first is what the panel shows already. */
  public List<Frame> frames(int width, int height) {
    List<Frame> frames = new ArrayList<>();
    for (int step = 0; step < FRAMES; step++) {
      Frame frame = new Frame(width, height);
      draw(new Canvas(frame), step);
      frames.add(frame);
    }
    return frames;
  }
}
