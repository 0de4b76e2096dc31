package io.panelwatch.display.frame;

import java.util.stream.IntStream;

/**
 * Finds cheap windows that turn the picture a panel shows into the one it shall show.
 *
 * <p>The method:
 *
 * <ol>
 *   <li>The diff: rows are compared inside the damage only; what differs becomes spans.
 *   <li>Candidates: one box around everything; each span its own window; and the spans merged into
 *       windows at several thresholds, from joining only what is free to joining whatever is nearer
 *       than a window is worth. No single threshold is best for both a clock and a list.
 *   <li>Each candidate is priced with the {@link CostModel}, t = 8B/f + 6 tau + (ceil(2wh/chunk) -
 *       1) tau per window, and the cheapest is taken.
 * </ol>
 *
 * <p>So a plan never costs more than one box, than the exact row spans, or than the whole picture
 * (which no box exceeds), and there is no number of changes at which it falls back to something
 * worse. Work is bounded by the number of spans; nothing is allocated after construction.
 *
 * <p>Not thread-safe.
 */
public final class UpdatePlanner {

  private final int width;
  private final int height;
  private final CostModel model;
  private final ChangedSpans spans;
  private final WindowMerger merger;
  private final int[] gaps;
  private UpdatePlan best;
  private UpdatePlan candidate;

  /** A planner for pictures of this size in pixels on this bus. */
  public UpdatePlanner(int width, int height, CostModel model) {
    this.width = width;
    this.height = height;
    this.model = model;
    this.spans = new ChangedSpans(width, height);
    this.merger = new WindowMerger(model);
    int worth = model.windowInCells();
    this.gaps =
        IntStream.of(ChangedSpans.FREE_GAP, worth / 8, worth / 2, worth)
            .filter(gap -> gap >= ChangedSpans.FREE_GAP)
            .distinct()
            .toArray();
    int capacity = ChangedSpans.capacity(width, height);
    this.best = new UpdatePlan(capacity);
    this.candidate = new UpdatePlan(capacity);
  }

  /** The costs that plans are weighed by. */
  public CostModel model() {
    return model;
  }

  /**
   * Plans an update.
   *
   * @param shown what the panel shows
   * @param wanted what it shall show, of the same size
   * @param damage where the two may differ; what differs elsewhere stays as it is
   * @return the windows to send, valid until the next call; empty when nothing differs
   * @throws IllegalArgumentException when a size is not the planner's
   */
  public UpdatePlan plan(Frame shown, Frame wanted, Damage damage) {
    requireSize(shown.width(), shown.height());
    requireSize(wanted.width(), wanted.height());
    requireSize(damage.width(), damage.height());
    spans.collect(shown, wanted, damage);
    best.clear();
    if (spans.size() > 0) {
      spans.addBox(best);
      best.price(model);
      considerEachSpan();
      for (int gap : gaps) {
        considerMerged(gap);
      }
    }
    return best;
  }

  /** The plan that sends the whole picture, for a panel of which nothing is known. */
  public UpdatePlan whole() {
    best.clear();
    best.add(0, 0, width, height);
    best.price(model);
    return best;
  }

  private void considerEachSpan() {
    if (spans.size() <= mostThatCanWin()) {
      candidate.clear();
      spans.addEach(candidate);
      takeIfCheaper();
    }
  }

  private void considerMerged(int gap) {
    if (merger.merge(spans, gap, mostThatCanWin(), candidate)) {
      takeIfCheaper();
    }
  }

  /** The number of windows whose addressing alone costs as much as the best plan so far. */
  private int mostThatCanWin() {
    return (int) (best.nanos() / model.nanos(1, 1));
  }

  private void takeIfCheaper() {
    candidate.price(model);
    if (candidate.nanos() < best.nanos()) {
      UpdatePlan cheaper = candidate;
      candidate = best;
      best = cheaper;
    }
  }

  private void requireSize(int w, int h) {
    if (w != width || h != height) {
      throw new IllegalArgumentException(
          "%d x %d pixels do not fit a planner for %d x %d".formatted(w, h, width, height));
    }
  }
}
