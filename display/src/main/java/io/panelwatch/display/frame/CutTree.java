package io.panelwatch.display.frame;

/**
 * Divides a window into cheaper ones, from the top down.
 *
 * <p>A window is cut in two along a row or a column, both parts shrink to what changed in them, and
 * so on. Where a cut saves more cells than a window is worth, the one that saves most is made;
 * lines of text, of which there are many, are set apart at once, by every gap of unchanged rows or
 * columns that is worth a window by itself. Where no cut saves that much, one between rows is tried
 * on trial that sets off densely changed rows from sparse ones: the frame around a box shows
 * nothing to save until its top and bottom are off. In the end each node of the tree of cuts costs
 * the less of itself as one window and of its parts together, so a cut that led to nothing is taken
 * back.
 *
 * <p>The largest windows are cut first, and work is bounded: by the number of nodes, and by the
 * rows and columns looked at, which {@link #begin} allows anew.
 */
final class CutTree {

  /** The most windows that {@link #divide} makes of one. */
  static final int MAX_NODES = 256;

  /** Cuts on trial, one after the other, that a frame with a bar in it takes to be seen. */
  private static final int TRIALS = 3;

  /** What a look at a window takes beyond its rows and columns, in rows of 64 columns. */
  private static final int LOOK_WORK = 40;

  /** The least work that a plan may take, in rows of 64 columns. */
  private static final int MIN_WORK = 600;

  /** And so many cells of the picture allow one more. */
  private static final int CELLS_PER_WORK = 128;

  /** A coarse grid decides most, and looking at it takes little: its work may be so much more. */
  private static final int COARSE_SHARE = 2;

  private final CostModel model;
  private final Grid grid;
  private final int maxWork;
  private final int windowInPlaces;
  private final Silhouette silhouette;
  private final int[] left = new int[MAX_NODES];
  private final int[] top = new int[MAX_NODES];
  private final int[] right = new int[MAX_NODES];
  private final int[] bottom = new int[MAX_NODES];
  private final int[] trials = new int[MAX_NODES];

  /** The first of a node's parts, which are next to each other; 0 when it was not cut. */
  private final int[] part = new int[MAX_NODES];

  /** How many parts a node was cut into. */
  private final int[] parts = new int[MAX_NODES];

  private final double[] nanos = new double[MAX_NODES];
  private final int[] pending = new int[MAX_NODES];
  private int size;
  private int work;
  private int maxTrials;
  private boolean cutsAtGaps;

  /**
   * @param width columns of the picture, in cells
   * @param height its rows
   * @param grid the places between which is cut
   */
  CutTree(int width, int height, CostModel model, Grid grid) {
    this.model = model;
    this.grid = grid;
    int work = MIN_WORK + width * height / CELLS_PER_WORK;
    this.maxWork = grid.equals(Grid.CELLS) ? work : COARSE_SHARE * work;
    this.windowInPlaces = model.windowInCells() >> (grid.columnsLog() + grid.rowsLog());
    this.silhouette = new Silhouette(grid.columnAfter(width), grid.rowAfter(height));
  }

  /**
   * Begins a plan.
   *
   * @param text whether what changed is lines of text: then a window is cut at all its gaps at
   *     once, and on the finest grid nothing is tried on trial
   */
  void begin(boolean text) {
    this.cutsAtGaps = text;
    this.maxTrials = text && grid.equals(Grid.CELLS) ? 0 : TRIALS;
    work = 0;
  }

  /**
   * Adds the windows that one window is best divided into to a plan, rounded up to the grid.
   *
   * @param map what changed, on the grid
   */
  void divide(ChangeMap map, UpdatePlan source, int window, UpdatePlan plan) {
    size = 0;
    addNode(
        grid.column(source.x(window)),
        grid.row(source.y(window)),
        grid.columnAfter(source.right(window)),
        grid.rowAfter(source.bottom(window)),
        0);
    for (int node = 0; node < size && size + 2 <= MAX_NODES; node++) {
      cut(map, node);
    }
    for (int node = size - 1; node >= 0; node--) {
      prune(node);
    }
    addLeaves(plan);
  }

  private void addNode(int fromX, int fromY, int toX, int toY, int trial) {
    left[size] = fromX;
    top[size] = fromY;
    right[size] = toX;
    bottom[size] = toY;
    trials[size] = trial;
    part[size] = 0;
    size++;
  }

  private void cut(ChangeMap map, int node) {
    int width = right[node] - left[node];
    int height = bottom[node] - top[node];
    if (width * height <= windowInPlaces + 1) {
      return;
    }
    work += LOOK_WORK + width / 2 + height * ChangeMap.wordsBetween(left[node], right[node]);
    if (work > maxWork) {
      return;
    }
    silhouette.scan(map, left[node], top[node], right[node], bottom[node]);
    int vain = width * height - silhouette.count();
    if (vain <= windowInPlaces) {
      return;
    }
    int first = size;
    if (!cutsAtGaps || !(cutAtRowGaps() || cutAtColumnGaps())) {
      cutWhereItSavesMost(node, vain);
    }
    parts[node] = size - first;
    part[node] = size > first ? first : 0;
  }

  /** Cuts at every run of unchanged rows that alone is worth a window. */
  private boolean cutAtRowGaps() {
    int rows = windowInPlaces / (silhouette.right() - silhouette.left()) + 1;
    int end = silhouette.bottom();
    int from = silhouette.top();
    int next = silhouette.rowAfterGap(from, rows);
    if (next == end) {
      return false;
    }
    while (from < end) {
      silhouette.boundRows(from, next);
      addBound(0);
      from = next;
      next = size + 2 <= MAX_NODES ? silhouette.rowAfterGap(from, rows) : end;
    }
    return true;
  }

  private boolean cutAtColumnGaps() {
    int columns = windowInPlaces / (silhouette.bottom() - silhouette.top()) + 1;
    int end = silhouette.right();
    int from = silhouette.left();
    int next = silhouette.columnAfterGap(from, columns);
    if (next == end) {
      return false;
    }
    while (from < end) {
      silhouette.boundColumns(from, next);
      addBound(0);
      from = next;
      next = size + 2 <= MAX_NODES ? silhouette.columnAfterGap(from, columns) : end;
    }
    return true;
  }

  private void cutWhereItSavesMost(int node, int vain) {
    silhouette.findCuts();
    int rowSaves = silhouette.savedByRowCut();
    int columnSaves = silhouette.savedByColumnCut();
    if (Math.max(rowSaves, columnSaves) > windowInPlaces) {
      if (rowSaves >= columnSaves) {
        cutRows(silhouette.rowCut(), 0);
      } else {
        cutColumns(silhouette.columnCut());
      }
    } else if (trials[node] < maxTrials && vain > 2 * windowInPlaces) {
      cutRows(silhouette.densityCut(windowInPlaces), trials[node] + 1);
    }
  }

  private void cutRows(int row, int trial) {
    if (row >= 0) {
      silhouette.boundRows(silhouette.top(), row);
      addBound(trial);
      silhouette.boundRows(row, silhouette.bottom());
      addBound(trial);
    }
  }

  private void cutColumns(int column) {
    silhouette.boundColumns(silhouette.left(), column);
    addBound(0);
    silhouette.boundColumns(column, silhouette.right());
    addBound(0);
  }

  private void addBound(int trial) {
    addNode(
        silhouette.boundLeft(),
        silhouette.boundTop(),
        silhouette.boundRight(),
        silhouette.boundBottom(),
        trial);
  }

  private void prune(int node) {
    nanos[node] =
        model.nanos(
            grid.cellsAcross(right[node] - left[node]), grid.cellsDown(bottom[node] - top[node]));
    if (part[node] > 0) {
      double sum = 0;
      for (int i = part[node]; i < part[node] + parts[node]; i++) {
        sum += nanos[i];
      }
      if (sum < nanos[node]) {
        nanos[node] = sum;
      } else {
        part[node] = 0;
      }
    }
  }

  private void addLeaves(UpdatePlan plan) {
    int waiting = 0;
    pending[waiting++] = 0;
    while (waiting > 0) {
      int node = pending[--waiting];
      if (part[node] == 0) {
        plan.add(
            grid.cellsAcross(left[node]),
            grid.cellsDown(top[node]),
            grid.cellsAcross(right[node]),
            grid.cellsDown(bottom[node]));
      } else {
        for (int i = part[node] + parts[node] - 1; i >= part[node]; i--) {
          pending[waiting++] = i;
        }
      }
    }
  }
}
