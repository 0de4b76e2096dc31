package io.panelwatch.display.scene;

import io.panelwatch.display.bench.Size;
import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.text.Faces;
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

/** From a scene to its picture: a clock that ticks above a page of text, or another page. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class SceneBench {

  /** Pixels of the panel. */
  @Param({"320x240", "800x480"})
  public String size = "320x240";

  private final Faces faces = new Faces();
  private final QrCodes codes = new QrCodes();
  private final SceneRenderer renderer = new SceneRenderer(faces);
  private Frame frame = new Frame(1, 1);
  private Frame otherFrame = new Frame(1, 1);
  private int tick;
  private boolean turn;

  /** Takes frames of that size. */
  @Setup
  public void open() {
    Size pixels = Size.parse(size);
    frame = new Frame(pixels.width(), pixels.height());
    otherFrame = new Frame(pixels.width(), pixels.height());
  }

  /** Where everything stands, nothing drawn. */
  @Benchmark
  public List<Mark> sceneLayout() {
    return Layout.of(scene(), frame.bounds(), faces, codes, Palette.of(Colours.RGB));
  }

  /** A clock that ticks: where everything stands, the clock's box, and where it may differ. */
  @Benchmark
  public Damage sceneTick() {
    return renderer.render(scene(), frame);
  }

  /**
   * Two pages in turn: where everything stands, every pixel, and where it may differ. Each has a
   * frame of its own, because in the one that was drawn last only the box around what changed is
   * drawn.
   */
  @Benchmark
  public Damage sceneWhole() {
    turn = !turn;
    return turn
        ? renderer.render(Gallery.fault(false), frame)
        : renderer.render(Gallery.readings(false, 21), otherFrame);
  }

  /** A page that is made anew each second, as the daemon's are. */
  private Scene scene() {
    tick = (tick + 1) % 10;
    Widget page = Gallery.fault(false).root();
    return new Scene(Widget.Column.of(Widget.Label.body("10:42:0" + tick), new Widget.Grow(page)));
  }
}
