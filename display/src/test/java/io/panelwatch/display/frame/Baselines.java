package io.panelwatch.display.frame;

/** What simple planners would pay for a change, found pixel by pixel. */
final class Baselines {

  double boxNanos;
  double spansNanos;
  final double wholeNanos;

  Baselines(Frame before, Frame after, CostModel model) {
    Rect box = new Rect(0, 0, 0, 0);
    for (int y = 0; y < after.height(); y++) {
      int run = 0;
      for (int x = 0; x <= after.width(); x++) {
        boolean changed = x < after.width() && before.pixel(x, y) != after.pixel(x, y);
        if (changed) {
          run++;
          box = box.union(new Rect(x, y, 1, 1));
        } else if (run > 0) {
          spansNanos += model.nanos(run, 1);
          run = 0;
        }
      }
    }
    boxNanos = box.isEmpty() ? 0 : model.nanos(box.width(), box.height());
    wholeNanos = model.nanos(after.width(), after.height());
  }
}
