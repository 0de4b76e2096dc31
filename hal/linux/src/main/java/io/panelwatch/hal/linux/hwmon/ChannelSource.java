package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.ClassFolder.Listing;
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
abstract class ChannelSource<S extends Sample> implements FittedSource {

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

  /** A chip that has channels of the kind, and those. */
  private record OfChip(Chip chip, List<Channel> channels) {
    String folder() {
      return chip.folder();
    }
  }

  final ChannelAttributes attributes;
  private final Tree tree;
  private final Kind kind;
  private final ClassFolder<Chip> chips;
  private final DeviceReader<OfChip, S> reader;

  /**
   * @param chips shared with the other sources
   */
  ChannelSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock, Kind kind) {
    attributes = new ChannelAttributes(new Attributes(files), chips::forget);
    this.tree = tree;
    this.kind = kind;
    this.chips = chips;
    reader = new DeviceReader<>(new Part(), clock, OfChip::folder);
  }

  /** Reads a channel. */
  abstract S read(Chip chip, Channel channel);

  /** What is told of a channel while its chip cannot be read. */
  abstract S unread(Chip chip, Channel channel, Measured.Failed why);

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
    return reader.read();
  }

  @Override
  public List<Fitted> fitted() throws DeviceException {
    return ofChips(chips.newerThan(Listing.none())).stream()
        .flatMap(of -> of.channels().stream().map(channel -> fitted(of.chip(), channel)))
        .toList();
  }

  @Override
  public final boolean leaveHungDevice(Duration longest) {
    return reader.leaveHungDevice(longest);
  }

  /** What is read of a channel, as a path. */
  final String source(Channel channel) {
    return channel.source(kind.anyOf());
  }

  private Fitted fitted(Chip chip, Channel channel) {
    return new Fitted(family(), channel.component(), chip.folder(), attributes.label(channel));
  }

  private List<OfChip> ofChips(Listing<Chip> listing) {
    return listing.devices().stream()
        .map(chip -> new OfChip(chip, chip.channels(kind.prefix(), kind.anyOf())))
        .filter(of -> !of.channels().isEmpty())
        .toList();
  }

  /** What is read of all chips. */
  private final class Part implements DeviceReader.Part<OfChip, S> {
    private Listing<Chip> seen = Listing.none();

    /** Of those that were seen; found once, because they stay the same. */
    private List<OfChip> wanted = List.of();

    @Override
    public List<OfChip> devices() throws DeviceException {
      Listing<Chip> now = chips.newerThan(seen);
      if (!now.devices().equals(seen.devices())) {
        wanted = ofChips(now);
      }
      seen = now;
      return wanted;
    }

    @Override
    public boolean areForgotten() {
      return chips.isForgotten();
    }

    @Override
    public List<S> read(OfChip of) {
      return of.channels().stream()
          .map(channel -> ChannelSource.this.read(of.chip(), channel))
          .toList();
    }

    @Override
    public List<S> unread(OfChip of, Measured.Failed why) {
      return of.channels().stream()
          .map(channel -> ChannelSource.this.unread(of.chip(), channel, why))
          .toList();
    }
  }
}
