package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.ServiceUnit;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * systemd units that have failed, without asking systemd: an {@code OnFailure=} drop-in of the unit
 * writes {@code run/panelwatch/failed/UNIT}, and its control group tells whether it runs again
 * ({@code populated} of {@code cgroup.events}, Documentation/admin-guide/cgroup-v2.rst).
 *
 * <p>Watched is what is configured, and what has a mark: the drop-in is a configuration, too.
 *
 * <p>A mark outlives its failure. It is over when processes of the unit were seen after it was
 * written; stopping the unit by hand later is no failure then. A new failure writes it anew.
 */
public final class UnitSource implements SensorSource {

  private static final String MARKS = "run/panelwatch/failed";
  private static final String SYSTEM = "sys/fs/cgroup/system.slice";

  /** A folder in /run that something fills with files must not fill the scan. */
  private static final int MOST = 128;

  private final Tree tree;
  private final List<String> configured;
  private final SmallFiles files;

  /** By unit, the time of the mark that its processes have outlived. */
  private final Map<String, Long> survived = new HashMap<>();

  public UnitSource(Tree tree, List<String> configured) {
    this.tree = tree;
    this.configured = configured;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.UNITS;
  }

  @Override
  public String lookedIn() {
    return tree.path(MARKS);
  }

  @Override
  public List<ServiceUnit> read() throws DeviceException {
    List<String> marked = tree.names(lookedIn());
    List<String> units =
        Stream.concat(configured.stream(), marked.stream()).distinct().limit(MOST).toList();
    survived.keySet().retainAll(units);
    var names = new Names();
    return units.stream()
        .map(unit -> sample(names.unique(Names.clean(unit)), unit, marked.contains(unit)))
        .toList();
  }

  private ServiceUnit sample(String component, String unit, boolean marked) {
    Measured alive = alive(unit);
    boolean failed = false;
    if (marked) {
      long written = new File(lookedIn(), unit).lastModified();
      if (alive.is(1)) {
        survived.put(unit, written);
      }
      failed = survived.getOrDefault(unit, -1L) != written;
    }
    return new ServiceUnit(component, lookedIn() + "/" + unit, Measured.of(failed), alive);
  }

  private Measured alive(String unit) {
    String folder = tree.path(SYSTEM) + "/" + slice(unit) + unit;
    return switch (files.attribute(folder, "cgroup.events")) {
      case FileText.Text(String text) ->
          Measured.of(text.lines().anyMatch(line -> line.strip().equals("populated 1")));
      case FileText.Unread unread when unread.missing() || Errno.ENODEV.is(unread.errno()) ->
          Measured.absent();
      case FileText.Unread unread -> unread.failed();
    };
  }

  /** Instances of a template share a slice, in whose name a dash is escaped (systemd.slice(5)). */
  private static String slice(String unit) {
    int at = unit.indexOf('@');
    return at < 0 ? "" : "system-" + unit.substring(0, at).replace("-", "\\x2d") + ".slice/";
  }
}
