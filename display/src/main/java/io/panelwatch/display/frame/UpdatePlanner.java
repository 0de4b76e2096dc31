package io.panelwatch.display.frame;

/**
 * Finds cheap windows that turn the picture a panel shows into the one it shall show.
 *
 * <p>The method:
 *
 * <ol>
 *   <li>The diff: rows are compared inside the damage only; what differs becomes spans and a bitmap
 *       ({@link ChangedSpans}).
 *   <li>Candidates for every change: one box around everything; that box cut in two again and again
 *       ({@link CutTree}), on a grid as coarse as a window is dear, which suits blocks far apart;
 *       each span its own window; each run of changed rows; and strokes swept together.
 *   <li>More candidates unless those windows are as full as lines of text fill them: spans merged
 *       from the top down as neighbours allow ({@link WindowMerger}), which suits cheap windows and
 *       scattered cells; and more ways of sweeping them together ({@link SpanSweep}), which suit
 *       lines and outlines, and areas that lie together.
 *   <li>The cheapest is refined: its windows are cut on the finest grid, within a bound of work,
 *       and joined where a pair saves something ({@link PairJoiner}).
 *   <li>Each plan is priced with the {@link CostModel}, and one is only replaced by a cheaper one.
 * </ol>
 *
 * <p>So a plan never costs more than one box, than the exact row spans, or than the whole picture
 * (which no box exceeds), and there is no number of changes at which it falls back to something
 * worse. Work is bounded by the size of the picture; nothing is allocated after construction.
 *
 * <p>Not thread-safe.
 */
public final class UpdatePlanner {

  /**
   * With windows cheaper than that many cells there are too many to find them from the top down.
   */
  private static final int DEAR_WINDOW = 64;

  /** Keeps the sides of outlines and lines apart. */
  private static final SpanSweep.Rule THIN = SpanSweep.Rule.sparing(16);

  /** Lets small pieces of a stroke be one. */
  private static final SpanSweep.Rule STROKES = SpanSweep.Rule.sparing(60);

  /** Takes together what lies together. */
  private static final SpanSweep.Rule AREAS = SpanSweep.Rule.near(15);

  /** More windows of a sweep take too long to join afterwards. */
  private static final int MAX_SWEPT = 96;

  /** Unless so few spans changed that it takes no time. */
  private static final int FEW_SPANS = 128;

  /** Strokes of text are taken as one across this part of a window's worth. */
  private static final int PART_BETWEEN_STROKES = 12;

  /** And across no more cells than lie between two letters of a line. */
  private static final int MOST_BETWEEN_STROKES = 15;

  /** Windows around lines of text hold no more than that many times the cells of its strokes. */
  private static final long MOST_SENT = 2;

  private final int width;
  private final int height;
  private final CostModel model;

  /** Equal cells between two spans of a row that never cost more than a second window. */
  private final int freeGap;

  /** Equal cells between two strokes of a text that need no second look. */
  private final int strokeGap;

  private final boolean windowsAreDear;
  private final ChangedSpans spans;
  private final WindowMerger merger;
  private final SpanSweep sweep = new SpanSweep();
  private final PairJoiner joiner;
  private final CutTree coarseTree;
  private final CutTree tree;
  private UpdatePlan best;
  private UpdatePlan candidate;

  /** A planner for pictures of this size in cells on this bus. */
  public UpdatePlanner(int width, int height, CostModel model) {
    this.width = width;
    this.height = height;
    this.model = model;
    int worth = model.windowInCells();
    this.windowsAreDear = worth >= DEAR_WINDOW;
    Grid grid = Grid.forWindowsOf(worth);
    this.spans = new ChangedSpans(width, height, grid);
    // Where a row takes several transfers, cells between may cost one more.
    boolean rowFits = (long) width * model.format().cellBytes() <= model.transferBytes();
    this.freeGap = rowFits || model.latencyNanos() == 0 ? worth : 0;
    this.strokeGap =
        Math.min(freeGap, Math.min(worth / PART_BETWEEN_STROKES, MOST_BETWEEN_STROKES));
    this.merger =
        windowsAreDear
            ? new WindowMerger(width, worth / 2, worth / 8)
            : new WindowMerger(width, worth, worth);
    this.joiner = new PairJoiner(model);
    this.coarseTree = new CutTree(width, height, model, grid);
    this.tree = new CutTree(width, height, model, Grid.CELLS);
    int capacity = ChangedSpans.capacity(width, height) + CutTree.MAX_NODES;
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
      boolean strokes = spans.joinStrokes(strokeGap);
      spans.addBox(best);
      best.price(model);
      if (windowsAreDear || spans.size() <= FEW_SPANS) {
        considerCutBox(strokes);
      }
      considerSpans();
      considerSwept(STROKES, mostThatCanWin());
      considerRows();
      boolean text = strokes && best.area() <= MOST_SENT * spans.cells();
      if (!text) {
        considerMerged();
        considerSwept(AREAS, MAX_SWEPT);
        considerSwept(THIN, Math.min(MAX_SWEPT, mostThatCanWin()));
      }
      refine(text);
    }
    return best;
  }

  /** The plan that sends the whole picture, for a panel of which nothing is known. */
  public UpdatePlan whole() {
    return stripe(0, 1);
  }

  /**
   * The plan that sends some rows whole, whatever they hold. The stripes of a picture differ by a
   * row at most; of one with fewer rows than stripes some are empty.
   *
   * @param stripe 0 to stripes - 1
   * @param stripes how many the picture is cut into
   */
  public UpdatePlan stripe(int stripe, int stripes) {
    int first = height * stripe / stripes;
    int end = height * (stripe + 1) / stripes;
    best.clear();
    if (first < end) {
      best.add(0, first, width, end);
    }
    best.price(model);
    return best;
  }

  private void considerCutBox(boolean strokes) {
    candidate.clear();
    coarseTree.begin(strokes);
    coarseTree.divide(spans.coarseMap(), best, 0, candidate);
    for (int i = 0; i < candidate.size(); i++) {
      spans.map().shrink(candidate, i);
    }
    joiner.join(candidate);
    takeIfCheaper();
  }

  private void considerSpans() {
    candidate.clear();
    if (spans.addEach(freeGap, mostThatCanWin(), candidate)) {
      takeIfCheaper();
    }
  }

  private void considerRows() {
    candidate.clear();
    if (spans.addRows(mostThatCanWin(), candidate)) {
      joiner.join(candidate);
      takeIfCheaper();
    }
  }

  private void considerMerged() {
    if (merger.merge(spans, mostThatCanWin(), candidate)) {
      joiner.join(candidate);
      takeIfCheaper();
    }
  }

  private void considerSwept(SpanSweep.Rule rule, int maxWindows) {
    if (sweep.sweep(spans, rule, maxWindows, candidate)) {
      joiner.join(candidate);
      takeIfCheaper();
    }
  }

  private void refine(boolean text) {
    candidate.clear();
    tree.begin(text);
    for (int i = 0; i < best.size(); i++) {
      tree.divide(spans.map(), best, i, candidate);
    }
    joiner.join(candidate);
    takeIfCheaper();
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
          "%d x %d cells do not fit a planner for %d x %d".formatted(w, h, width, height));
    }
  }
}
