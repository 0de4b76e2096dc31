package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.JsonFile;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What disks say of their own health, as a helper with more rights left it in {@code
 * /run/panelwatch/smart/DISK.json}, in the form of smartctl(8)'s {@code --json}.
 *
 * <p>A file that is no JSON is a failed reading of its disk, not of the others. The helper writes
 * every few minutes, and the files are read every few seconds: one that has not changed is not
 * understood anew.
 */
public final class SmartSource implements SensorSource {

  private static final String FOLDER = "run/panelwatch/smart";
  private static final String SUFFIX = ".json";

  /** What a file said when it was read last. */
  private record Understood(String text, SmartHealth health) {}

  private final Tree tree;
  private final SmallFiles files;
  private final Map<String, Understood> known = new HashMap<>();

  public SmartSource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.SMART;
  }

  @Override
  public String lookedIn() {
    return tree.path(FOLDER);
  }

  @Override
  public List<SmartHealth> read() throws DeviceException {
    var names = new Names();
    List<String> there =
        tree.names(lookedIn()).stream()
            .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
            .toList();
    known.keySet().retainAll(there);
    return there.stream().map(name -> disk(names.unique(disk(name)), name)).toList();
  }

  private static String disk(String name) {
    return Names.clean(name.substring(0, name.length() - SUFFIX.length()));
  }

  private SmartHealth disk(String component, String name) {
    String path = lookedIn() + "/" + name;
    return switch (files.table(lookedIn(), name)) {
      case FileText.Text(String text) -> understood(component, name, path, text);
      case FileText.Unread unread -> SmartJson.unread(component, path, unread.failed());
    };
  }

  private SmartHealth understood(String component, String name, String path, String text) {
    Understood before = known.get(name);
    if (before != null && before.text.equals(text) && before.health.component().equals(component)) {
      return before.health;
    }
    SmartHealth health =
        JsonFile.parse(path, text)
            .map(json -> SmartJson.health(component, json))
            .orElseGet(
                () -> SmartJson.unread(component, path, new Measured.Failed(0, "parse", path)));
    known.put(name, new Understood(text, health));
    return health;
  }
}
