package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Intrusion;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/** The housing contacts of all hwmon chips. */
public final class IntrusionSource extends ChannelSource<Intrusion> {

  private static final Kind KIND =
      new Kind(SensorFamily.INTRUSIONS, "intrusion", List.of("_alarm"));

  public IntrusionSource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Intrusion read(Chip chip, Channel contact) {
    return contact(contact, attributes.on(contact, "_alarm"));
  }

  @Override
  Intrusion unread(Chip chip, Channel contact, Measured.Failed why) {
    return contact(contact, why);
  }

  private Intrusion contact(Channel contact, Measured alarm) {
    return new Intrusion(contact.component(), source(contact), alarm);
  }
}
