package io.panelwatch.agent.health;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.OptionalDouble;

/** Makes readings of one sample's attributes: whose they are is said once. */
record SampleReader(String component, String source) {

  static SampleReader of(Sample sample) {
    return new SampleReader(sample.component(), sample.source());
  }

  /** What the sample is or is not; known whatever could be read of it. */
  Reading flag(Quantity quantity, boolean on) {
    return reading(quantity, Measured.of(on));
  }

  Reading reading(Quantity quantity, Measured measured) {
    return switch (measured) {
      case Measured.Value(double value) when Double.isFinite(value) ->
          new Reading(quantity, component, measured.number(), Quality.GOOD, 0, source);
      case Measured.Value notFinite -> none(quantity, Quality.FAILED, 0, source);
      case Measured.Absent() -> none(quantity, Quality.MISSING, 0, source);
      case Measured.Denied(int errno, String call, String path) ->
          none(quantity, Quality.DENIED, errno, path);
      case Measured.NotRecorded() -> none(quantity, Quality.NOT_RECORDED, 0, source);
      case Measured.Stale(OptionalDouble last) ->
          new Reading(quantity, component, last, Quality.STALE, 0, source);
      case Measured.Failed(int errno, String call, String path) ->
          none(quantity, Quality.FAILED, errno, path);
    };
  }

  private Reading none(Quantity quantity, Quality quality, int errno, String of) {
    return new Reading(quantity, component, OptionalDouble.empty(), quality, errno, of);
  }
}
