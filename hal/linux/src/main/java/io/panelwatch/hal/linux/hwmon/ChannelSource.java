package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.List;

/**
 * The channels of one kind of all hwmon chips; what a channel of that kind reads as, each source
 * says itself.
 *
 * @param <S> the sample of a channel
 */
abstract class ChannelSource<S extends Sample> implements FittedSource, ChipReader.Part<S> {

  /**
   * A kind of channels.
   *
   * @param prefix of its files: {@code fan} of {@code fan1_input}
   * @param anyOf a channel is one if it has any of these attributes; the first that it has is named
   *     as its source
   */
  record Kind(SensorFamily family, String prefix, List<String> anyOf) {

    Kind {
      anyOf = List.copyOf(anyOf);
    }
  }

  final ChannelAttributes attributes;
  private final Tree tree;
  private final Kind kind;
  private final ChipReader<S> chips;

  /**
   * @param chips shared with the other sources
   */
  ChannelSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock, Kind kind) {
    attributes = new ChannelAttributes(new Attributes(files), chips::forget);
    this.tree = tree;
    this.kind = kind;
    this.chips = new ChipReader<>(chips, clock, this);
  }

  @Override
  public final SensorFamily family() {
    return kind.family();
  }

  @Override
  public final String lookedIn() {
    return tree.path(Chips.FOLDER);
  }

  @Override
  public List<S> read() throws DeviceException {
    return chips.read();
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    return chips.fitted(family(), attributes);
  }

  @Override
  public final boolean leaveHungDevice(Duration longest) {
    return chips.leaveHungDevice(longest);
  }

  @Override
  public final List<Channel> channels(Chip chip) {
    return chip.channels(kind.prefix(), kind.anyOf());
  }

  /** What is read of a channel, as a path. */
  final String source(Channel channel) {
    return channel.source(kind.anyOf());
  }
}
