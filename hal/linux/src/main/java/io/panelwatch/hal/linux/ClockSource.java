package io.panelwatch.hal.linux;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** The wall clock's discipline, which only a live kernel can tell. */
final class ClockSource implements SensorSource {

  private static final String COMPONENT = "clock";
  private static final String CALL = "adjtimex(2)";

  private final Tree tree;

  ClockSource(Tree tree) {
    this.tree = tree;
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.CLOCK;
  }

  @Override
  public String lookedIn() {
    return CALL;
  }

  @Override
  public List<Sample.Clock> read() {
    return List.of(tree.live() ? ask() : sample(Measured.notRecorded(), Measured.notRecorded()));
  }

  private static Sample.Clock ask() {
    try {
      Timex timex = Timex.read();
      return sample(
          Measured.of(timex.synchronised()), Measured.of((double) timex.estimatedErrorMicros()));
    } catch (DeviceException e) {
      var failed = new Measured.Failed(e.errno(), e.call(), e.path());
      return sample(failed, failed);
    }
  }

  private static Sample.Clock sample(Measured synchronised, Measured estimatedErrorMicros) {
    return new Sample.Clock(
        COMPONENT,
        CALL,
        synchronised,
        estimatedErrorMicros,
        Measured.notRecorded(),
        Measured.notRecorded());
  }
}
