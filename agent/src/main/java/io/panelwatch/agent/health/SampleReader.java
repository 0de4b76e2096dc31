package io.panelwatch.agent.health;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalDouble;

/** Makes readings of one sample's attributes: whose they are is said once. */
record SampleReader(String component, String source) {

  /** As many as a double holds exactly, in whole hexadecimal digits. */
  private static final int IDENTITY_BITS = 48;

  static SampleReader of(Sample sample) {
    return new SampleReader(sample.component(), sample.source());
  }

  /** What the sample is or is not; known whatever could be read of it. */
  Reading flag(Quantity quantity, boolean on) {
    return reading(quantity, Measured.of(on));
  }

  /**
   * A number that stands for whatever tells the component from another one of its name: the first
   * 48 bits of the text's SHA-256. Readings are numbers, and a serial number is nobody's business.
   *
   * @param identity empty where nothing does
   */
  Reading identity(Quantity quantity, String identity) {
    return reading(quantity, identity.isEmpty() ? Measured.absent() : Measured.of(mark(identity)));
  }

  private static double mark(String identity) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - IDENTITY_BITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
