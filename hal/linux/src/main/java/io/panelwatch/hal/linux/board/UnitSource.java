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
import java.util.List;
import java.util.stream.Stream;

/**
 * systemd units that have failed, without asking systemd: a drop-in of the unit makes the file
 * {@code run/panelwatch/failed/UNIT} when it fails ({@code OnFailure=}), and removes it when it is
 * started again ({@code ExecStartPost=}, which systemd runs once a oneshot has succeeded).
 *
 * <p>Watched is what is configured, and what has a mark: the drop-in is a configuration, too.
 *
 * <p>Only the mark tells. A control group does not: a timer's job is over before anybody looks, and
 * a process that a failed service left behind is no service. It is read for the person who looks
 * for the reason ({@code populated} of {@code cgroup.events}, Documentation/admin-guide/
 * cgroup-v2.rst).
 *
 * <p>Where the folder of the marks is missing, nobody tells anything, and no failure is over: what
 * was configured or had a mark is a failed reading then.
 */
public final class UnitSource implements SensorSource {

  private static final String MARKS = "run/panelwatch/failed";
  private static final String SYSTEM = "system.slice";

  /** cgroup v2 by itself, and beside the older hierarchies. */
  private static final List<String> HIERARCHIES = List.of("sys/fs/cgroup", "sys/fs/cgroup/unified");

  /** A folder in /run that something fills with files must not fill the scan. */
  private static final int MOST = 128;

  private final Tree tree;
  private final List<String> configured;
  private final SmallFiles files;

  /** What had a mark when the folder of the marks was last there. */
  private List<String> marked = List.of();

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
    List<String> marks = tree.names(lookedIn());
    boolean told = tree.holds(lookedIn());
    if (told) {
      marked = marks;
    }
    var names = new Names();
    return Stream.concat(configured.stream(), marked.stream())
        .distinct()
        .limit(MOST)
        .map(unit -> sample(names.unique(Names.clean(unit)), unit, told))
        .toList();
  }

  private ServiceUnit sample(String component, String unit, boolean told) {
    return new ServiceUnit(
        component,
        lookedIn() + "/" + unit,
        told ? Measured.of(marked.contains(unit)) : notTold(),
        alive(unit));
  }

  /** A recording may have been made without the folder. */
  private Measured notTold() {
    return tree.live()
        ? new Measured.Failed(Errno.ENOENT.number(), "open", lookedIn())
        : Measured.notRecorded();
  }

  private Measured alive(String unit) {
    for (String hierarchy : HIERARCHIES) {
      String folder = tree.path(hierarchy) + "/" + SYSTEM + "/" + slice(unit) + unit;
      Measured alive = populated(folder);
      if (!(alive instanceof Measured.Absent)) {
        return alive;
      }
    }
    return Measured.absent();
  }

  private Measured populated(String folder) {
    return switch (files.attribute(folder, "cgroup.events")) {
      case FileText.Text(String text) ->
          Measured.of(text.lines().anyMatch(line -> line.strip().equals("populated 1")));
      case FileText.Unread unread when unread.missing() || Errno.ENODEV.is(unread.errno()) ->
          Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** Instances of a template share a slice, in whose name a dash is escaped (systemd.slice(5)). */
  private static String slice(String unit) {
    int at = unit.indexOf('@');
    return at < 0 ? "" : "system-" + unit.substring(0, at).replace("-", "\\x2d") + ".slice/";
  }
}
