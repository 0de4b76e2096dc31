package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.Lanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what one family has of every hwmon chip: each chip in a lane, and all of them again where
 * one turns out to have changed since it was listed.
 *
 * @param <S> what the channels of that family read as
 */
final class ChipReader<S> {

  /** One family's part of a chip. */
  interface Part<S> {

    /** The channels of the family; where there are none, the chip is not read. */
    List<Channel> channels(Chip chip);

    /** Reads one. */
    S read(Chip chip, Channel channel);

    /** What is told of one while its chip cannot be read. */
    S unread(Chip chip, Channel channel, Measured.Failed why);
  }

  private record OfChip(Chip chip, List<Channel> channels) {}

  private final ClassFolder<Chip> chips;
  private final Part<S> part;
  private final Lanes<Chip, List<S>> lanes;
  private ClassFolder.Listing<Chip> seen = ClassFolder.Listing.none();

  /** Of the chips that were seen, those that have any; found once, because they stay the same. */
  private List<OfChip> wanted = List.of();

  /**
   * @param chips shared with the other families
   */
  ChipReader(ClassFolder<Chip> chips, BoardClock clock, Part<S> part) {
    this.chips = chips;
    this.part = part;
    lanes = new Lanes<>(clock, Chip::folder);
  }

  List<S> read() throws DeviceException {
    List<S> read = readAll();
    return chips.isForgotten() ? readAll() : read;
  }

  /** The channels that there are, none of which is read. Any thread. */
  List<Fitted> fitted(SensorFamily family, ChannelAttributes attributes) throws DeviceException {
    List<Fitted> fitted = new ArrayList<>();
    for (Chip chip : chips.newerThan(ClassFolder.Listing.none()).devices()) {
      for (Channel channel : part.channels(chip)) {
        fitted.add(
            new Fitted(family, channel.component(), chip.folder(), attributes.label(channel)));
      }
    }
    return fitted;
  }

  /** As {@link io.panelwatch.hal.SensorSource#leaveHungDevice}. */
  boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private List<S> readAll() throws DeviceException {
    lookForOthers();
    List<S> read = new ArrayList<>();
    for (OfChip each : wanted) {
      Chip chip = each.chip();
      read.addAll(
          lanes.run(
              chip,
              () -> each.channels().stream().map(c -> part.read(chip, c)).toList(),
              why -> each.channels().stream().map(c -> part.unread(chip, c, why)).toList()));
    }
    return read;
  }

  private void lookForOthers() throws DeviceException {
    ClassFolder.Listing<Chip> now = chips.newerThan(seen);
    if (!now.devices().equals(seen.devices())) {
      lanes.listed(now.devices());
      wanted =
          now.devices().stream()
              .map(chip -> new OfChip(chip, part.channels(chip)))
              .filter(ofChip -> !ofChip.channels().isEmpty())
              .toList();
    }
    seen = now;
  }
}
