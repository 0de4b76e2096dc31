package io.panelwatch.display.frame;

import io.panelwatch.display.CellPacker;
import io.panelwatch.display.bench.BenchScene;
import io.panelwatch.display.bench.Size;
import io.panelwatch.display.profile.ColourFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The way from two pictures to the bytes for the bus, of one step of a {@link BenchScene}, all of
 * the picture damaged. The steps of the scene take turns. The bus has 32 MHz, 15 us a transfer and
 * transfers of 4096 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class UpdateBench {

  private static final CostModel MODEL = new CostModel(32_000_000, 15_000, 4096);

  /** Pixels of the panel. */
  @Param({"320x240", "800x480"})
  public String size = "320x240";

  /** What is shown. */
  @Param public BenchScene scene = BenchScene.CLOCK_TICK;

  private List<Frame> frames = List.of();
  private Damage damage = new Damage(1, 1);
  private UpdatePlanner planner = new UpdatePlanner(1, 1, MODEL);
  private ChangedSpans spans = new ChangedSpans(1, 1, Grid.CELLS);
  private CellPacker packer = new CellPacker(ColourFormat.RGB565, 1, 1);
  private int step;

  /** Draws the scene. */
  @Setup
  public void draw() {
    Size pixels = Size.parse(size);
    int worth = MODEL.windowInCells();
    frames = scene.frames(pixels.width(), pixels.height());
    damage = Damage.whole(pixels.width(), pixels.height());
    planner = new UpdatePlanner(pixels.width(), pixels.height(), MODEL);
    spans = new ChangedSpans(pixels.width(), pixels.height(), Grid.forWindowsOf(worth));
    packer = new CellPacker(ColourFormat.RGB565, pixels.width(), pixels.height());
  }

  /** The comparison alone: what differs, as spans and bitmaps. */
  @Benchmark
  public int diff() {
    int next = next();
    spans.collect(frames.get(next), frames.get(next + 1), damage);
    return spans.size();
  }

  /** Comparison and plan. */
  @Benchmark
  public int diffAndPlan() {
    int next = next();
    return planner.plan(frames.get(next), frames.get(next + 1), damage).size();
  }

  /** Comparison, plan, and the bytes of every window packed: all before the bus. */
  @Benchmark
  public int diffPlanAndPack() {
    int next = next();
    Frame wanted = frames.get(next + 1);
    UpdatePlan plan = planner.plan(frames.get(next), wanted, damage);
    int bytes = 0;
    for (int i = 0; i < plan.size(); i++) {
      bytes += packer.pack(wanted, plan.x(i), plan.y(i), plan.width(i), plan.height(i)).remaining();
    }
    return bytes;
  }

  private int next() {
    step = (step + 1) % (frames.size() - 1);
    return step;
  }
}
