package io.panelwatch.display.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What planners of other display stacks would send for a change, written from what they are
 * described to do. Those that are told areas by their widgets get what widgets would tell: boxes
 * around things that changed close to each other.
 */
final class KnownPlanners {

  private static final int WIDGET = 16;
  private static final int LVGL_AREAS = 32;
  private static final int SLINT_RECTANGLES = 3;

  private final Frame before;
  private final Frame after;
  private final CostModel model;

  KnownPlanners(Frame before, Frame after, CostModel model) {
    this.before = before;
    this.after = after;
    this.model = model;
  }

  /** Modelled time of each, in nanoseconds. */
  Map<String, Double> nanos() {
    List<Rect> exact = spans(1);
    Map<String, Double> nanos = new LinkedHashMap<>();
    if (!exact.isEmpty()) {
      List<Rect> widgets = widgets(exact);
      nanos.put("fbcp coarse 4", price(mergedSpans(spans(4), 4)));
      nanos.put("fbcp exact 60", price(mergedSpans(exact, 60)));
      nanos.put("LVGL", price(joinedAreas(widgets)));
      nanos.put("Slint", price(fewRectangles(widgets)));
      nanos.put("Pi4J-drivers", price(rowGroups(exact)));
      nanos.put("one box", price(List.of(box(exact))));
      nanos.put("exact spans", price(exact));
      nanos.put("full frame", price(List.of(after.bounds())));
    }
    return nanos;
  }

  private double price(List<Rect> windows) {
    return windows.stream().mapToDouble(w -> model.nanos(w.width(), w.height())).sum();
  }

  /** Changed stretches within rows, compared some pixels at a time. */
  private List<Rect> spans(int step) {
    List<Rect> spans = new ArrayList<>();
    for (int y = 0; y < after.height(); y++) {
      int from = -1;
      for (int x = 0; x < after.width(); x += step) {
        boolean changed = changed(x, y, step);
        if (changed && from < 0) {
          from = x;
        } else if (!changed && from >= 0) {
          spans.add(new Rect(from, y, x - from, 1));
          from = -1;
        }
      }
      if (from >= 0) {
        spans.add(new Rect(from, y, after.width() - from, 1));
      }
    }
    return spans;
  }

  private boolean changed(int x, int y, int step) {
    for (int i = x; i < Math.min(x + step, after.width()); i++) {
      if (before.pixel(i, y) != after.pixel(i, y)) {
        return true;
      }
    }
    return false;
  }

  /**
   * fbcp-ili9341: a span takes up later ones that begin in or next to its rows, if few are vain.
   */
  private static List<Rect> mergedSpans(List<Rect> spans, int threshold) {
    List<Rect> open = new ArrayList<>(spans);
    for (int i = 0; i < open.size(); i++) {
      int j = i + 1;
      while (j < open.size() && open.get(j).y() <= open.get(i).bottom()) {
        Rect both = open.get(i).union(open.get(j));
        if (area(both) - area(open.get(i)) - area(open.get(j)) <= threshold) {
          open.set(i, both);
          open.remove(j);
        } else {
          j++;
        }
      }
    }
    return open;
  }

  /** Boxes around what changed less than a widget's gap apart. */
  private static List<Rect> widgets(List<Rect> spans) {
    List<Rect> widgets = new ArrayList<>();
    for (Rect span : spans) {
      Rect grown = span;
      int i = 0;
      while (i < widgets.size()) {
        if (near(grown, widgets.get(i))) {
          grown = grown.union(widgets.remove(i));
          i = 0;
        } else {
          i++;
        }
      }
      widgets.add(grown);
    }
    return widgets;
  }

  private static boolean near(Rect a, Rect b) {
    return a.x() - b.right() < WIDGET
        && b.x() - a.right() < WIDGET
        && a.y() - b.bottom() < WIDGET
        && b.y() - a.bottom() < WIDGET;
  }

  /** LVGL: areas are joined where that is smaller; too many become the whole screen. */
  private List<Rect> joinedAreas(List<Rect> widgets) {
    if (widgets.size() > LVGL_AREAS) {
      return List.of(after.bounds());
    }
    List<Rect> areas = new ArrayList<>(widgets);
    for (int i = 0; i < areas.size(); i++) {
      for (int j = areas.size() - 1; j > i; j--) {
        Rect both = areas.get(i).union(areas.get(j));
        if (area(both) < area(areas.get(i)) + area(areas.get(j))) {
          areas.set(i, both);
          areas.remove(j);
        }
      }
    }
    return areas;
  }

  /** Slint: three rectangles at most; a fourth goes to the one that grows least by it. */
  private static List<Rect> fewRectangles(List<Rect> widgets) {
    List<Rect> kept = new ArrayList<>();
    for (Rect widget : widgets) {
      if (kept.size() < SLINT_RECTANGLES) {
        kept.add(widget);
      } else {
        Rect least =
            kept.stream()
                .min(Comparator.comparingInt((Rect r) -> area(r.union(widget)) - area(r)))
                .orElseThrow();
        kept.set(kept.indexOf(least), least.union(widget));
      }
    }
    return kept;
  }

  /** Pi4J-drivers: one box around each run of changed rows. */
  private static List<Rect> rowGroups(List<Rect> spans) {
    List<Rect> groups = new ArrayList<>();
    for (Rect span : spans) {
      if (!groups.isEmpty() && span.y() <= groups.getLast().bottom()) {
        groups.set(groups.size() - 1, groups.getLast().union(span));
      } else {
        groups.add(span);
      }
    }
    return groups;
  }

  private static Rect box(List<Rect> spans) {
    return spans.stream().reduce(Rect::union).orElseThrow();
  }

  private static int area(Rect r) {
    return r.width() * r.height();
  }
}
