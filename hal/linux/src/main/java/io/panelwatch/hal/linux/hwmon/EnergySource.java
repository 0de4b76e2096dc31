package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/** The energy counters of all hwmon chips. */
public final class EnergySource extends ChannelSource<Energy> {

  private static final Kind KIND = new Kind(SensorFamily.ENERGIES, "energy", List.of("_input"));

  private static final double MICROJOULES = 1e6;

  /** 64 bits of microjoules. */
  private static final double MOST_JOULES = 0x1p64 / MICROJOULES;

  public EnergySource(Tree tree, SmallFiles files, ClassFolder<Chip> chips, BoardClock clock) {
    super(tree, files, chips, clock, KIND);
  }

  @Override
  Energy read(Chip chip, Channel energy) {
    return new Energy(energy.component(), source(energy), joules(energy));
  }

  @Override
  Energy unread(Chip chip, Channel energy, Measured.Failed why) {
    return new Energy(energy.component(), source(energy), why);
  }

  /** A number below 0 has passed the end of its type. */
  private Measured joules(Channel energy) {
    Measured microJoules = attributes.measured(energy, "_input");
    return Attributes.within(
        Attributes.map(microJoules, value -> value / MICROJOULES), 0, MOST_JOULES);
  }
}
