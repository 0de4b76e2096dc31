package io.panelwatch.display.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks in JVMs with the flags that a board gets, and prints their medians and what
 * they allocate.
 *
 * <p>Each runs twice: sampled for the median, which allocates samples as it goes, and then counted
 * for the bytes.
 */
public final class Benchmarks {

  /** Names the file of the board's flags. */
  private static final String FLAGS_PROPERTY = "panelwatch.jvm.options";

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private static final TimeValue COUNTING_TIME = TimeValue.milliseconds(500);

  private Benchmarks() {}

  /**
   * Runs those whose names match.
   *
   * @param args a regular expression; all without one
   */
  public static void main(String[] args) throws RunnerException {
    String flags = System.getProperty(FLAGS_PROPERTY);
    if (flags == null) {
      throw new IllegalArgumentException("-D" + FLAGS_PROPERTY + " is missing: use ./build bench");
    }
    String include = args.length > 0 ? args[0] : "panelwatch";
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult result : new Runner(counted(include, flags)).run()) {
      bytes.put(name(result), result.getSecondaryResults().get(ALLOCATED).getScore());
    }
    print(new Runner(options(include, flags).build()).run(), bytes, System.out);
  }

  private static ChainedOptionsBuilder options(String include, String flags) {
    return new OptionsBuilder().include(include).forks(1).jvmArgs("@" + flags);
  }

  private static Options counted(String include, String flags) {
    return options(include, flags)
        .mode(Mode.AverageTime)
        .warmupIterations(1)
        .warmupTime(COUNTING_TIME)
        .measurementIterations(1)
        .measurementTime(COUNTING_TIME)
        .addProfiler(GCProfiler.class)
        .build();
  }

  /** A benchmark with its parameters. */
  private static String name(RunResult result) {
    BenchmarkParams params = result.getParams();
    return params.getBenchmark() + params.getParam("size") + params.getParam("scene");
  }

  private static void print(
      Collection<RunResult> results, Map<String, Double> bytes, PrintStream out) {
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
      out.printf(
          Locale.ROOT,
          "%-16s %-8s %-18s %12.1f %8.1f%n",
          name,
          size,
          scene == null ? "" : scene,
          median,
          bytes.getOrDefault(name(result), Double.NaN));
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
