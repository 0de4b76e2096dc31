package io.panelwatch.display.bench;

import io.panelwatch.display.CellPacker;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.text.Face;
import io.panelwatch.display.text.Faces;
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

/** What comes before and after the planner: drawing text, and packing a whole picture. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DrawBench {

  private static final String LINE = "A042 请到3号窗口 Counter 3";

  /** Pixels of the panel. */
  @Param({"320x240", "800x480"})
  public String size = "320x240";

  private Frame frame = new Frame(1, 1);
  private Face face = new Faces().atMost(16, LINE);
  private CellPacker packer = new CellPacker(ColourFormat.RGB565, 1, 1);

  /** Takes the face that a body text of this size has. */
  @Setup
  public void open() {
    Size pixels = Size.parse(size);
    frame = new Frame(pixels.width(), pixels.height());
    face = new Faces().atMost(pixels.height() / 10, LINE);
    packer = new CellPacker(ColourFormat.RGB565, pixels.width(), pixels.height());
  }

  /** One line of Latin and Chinese text, blended into a picture. */
  @Benchmark
  public Frame text() {
    face.draw(frame, frame.bounds(), 2, 2, LINE, (short) -1);
    return frame;
  }

  /** A page of eight readings and a bar, from the background up. */
  @Benchmark
  public Frame fullRedraw() {
    BenchScene.READINGS.draw(new Canvas(frame), 1);
    return frame;
  }

  /** The bytes of the whole picture. */
  @Benchmark
  public int packWhole() {
    return packer.pack(frame, 0, 0, frame.width(), frame.height()).remaining();
  }
}
