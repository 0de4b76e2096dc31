package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.List;

/** The housing contacts of all hwmon chips. */
public final class IntrusionSource implements SensorSource, ChipReader.Part<Intrusion> {

  private static final List<String> ANY_OF = List.of("_alarm");

  private final Tree tree;
  private final ChannelAttributes attributes;
  private final ChipReader<Intrusion> chips;

  public IntrusionSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    this.tree = tree;
    attributes = new ChannelAttributes(new Attributes(files), chips::forget);
    this.chips = new ChipReader<>(chips, clock, this);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.INTRUSIONS;
  }

  @Override
  public String lookedIn() {
    return tree.path(Chips.FOLDER);
  }

  @Override
  public List<Intrusion> read() throws DeviceException {
    return chips.read();
  }

  @Override
  public boolean leaveHungDevice(Duration longest) {
    return chips.leaveHungDevice(longest);
  }

  @Override
  public List<Channel> channels(Chip chip) {
    return chip.channels("intrusion", ANY_OF);
  }

  @Override
  public Intrusion read(Chip chip, Channel contact) {
    return contact(contact, attributes.on(contact, "_alarm"));
  }

  @Override
  public Intrusion unread(Chip chip, Channel contact, Measured.Failed why) {
    return contact(contact, why);
  }

  private static Intrusion contact(Channel contact, Measured alarm) {
    return new Intrusion(contact.component(), contact.source(ANY_OF), alarm);
  }
}
