package io.panelwatch.display.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks in JVMs with the flags that a board gets, and prints their medians and what
 * they allocate.
 */
public final class Benchmarks {

  private static final String[] BOARD_FLAGS = {
    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx48m"
  };

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Benchmarks() {}

  /**
   * Runs those whose names match.
   *
   * @param args a regular expression; all without one
   */
  public static void main(String[] args) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(args.length > 0 ? args[0] : "panelwatch")
            .forks(1)
            .jvmArgs(BOARD_FLAGS)
            .addProfiler(GCProfiler.class)
            .build();
    print(new Runner(options).run(), System.out);
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, List<Double>> ofScenes = new TreeMap<>();
    out.printf(
        Locale.ROOT,
        "%n%-16s %-8s %-18s %12s %8s%n",
        "BENCHMARK",
        "SIZE",
        "SCENE",
        "MEDIAN US",
        "B/OP");
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      String name = params.getBenchmark().replaceAll(".*\\.", "");
      String size = params.getParam("size");
      String scene = params.getParam("scene");
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      out.printf(
          Locale.ROOT,
          "%-16s %-8s %-18s %12.1f %8.1f%n",
          name,
          size,
          scene == null ? "" : scene,
          median,
          allocated == null ? Double.NaN : allocated.getScore());
      ofScenes.computeIfAbsent(name + " " + size, _ -> new ArrayList<>()).add(median);
    }
    out.printf(Locale.ROOT, "%nmedian over the scenes, us%n");
    ofScenes.forEach(
        (what, medians) -> out.printf(Locale.ROOT, "%-26s %12.1f%n", what, median(medians)));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
