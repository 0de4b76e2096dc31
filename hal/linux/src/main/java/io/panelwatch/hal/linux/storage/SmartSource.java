package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.JsonFile;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What disks say of their own health, as a helper with more rights left it in {@code
 * /run/panelwatch/smart/DISK.json}, in the form of smartctl(8)'s {@code --json}.
 *
 * <p>A file that is no JSON is a failed reading of its disk, not of the others. The helper writes
 * every few minutes, and the files are read every few seconds: one that has not changed is not
 * understood anew. One that has not been written for {@link SignOfLife#LONGEST} is a failure,
 * because nobody has asked the disk. The file of a disk that is gone is no disk.
 *
 * <p>A report without a health is a failure where the disk did not answer. Where smartctl could not
 * even ask it, because of its arguments or its rights, that is a failure only of a disk that has
 * answered before: a file that never held a health is of a helper that does not know its disk, such
 * as one behind a USB bridge without SMART.
 */
public final class SmartSource implements SensorSource {

  private static final String FOLDER = "run/panelwatch/smart";

  /** A name that begins with a dot as well is one that a helper is still writing. */
  private static final String SUFFIX = ".json";

  private static final String BLOCK = "sys/block";
  private static final String NVME = "sys/class/nvme";

  /**
   * What a file said when it was written.
   *
   * @param sinceNanos when that was, by the clock that nobody sets
   * @param answered the latest health that the disk told itself: what it is while it sleeps
   */
  private record Told(
      String text,
      Instant written,
      long sinceNanos,
      Optional<String> disk,
      SmartHealth health,
      Optional<SmartHealth> answered) {}

  private final Tree tree;
  private final BoardClock clock;
  private final SmallFiles files;
  private final Map<String, Told> known = new HashMap<>();

  public SmartSource(Tree tree, BoardClock clock) {
    this.tree = tree;
    this.clock = clock;
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
            .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
            .toList();
    known.keySet().retainAll(there);
    return there.stream().flatMap(name -> disk(names.unique(disk(name)), name).stream()).toList();
  }

  private static String disk(String name) {
    return Names.clean(name.substring(0, name.length() - SUFFIX.length()));
  }

  private Optional<SmartHealth> disk(String component, String name) {
    String path = lookedIn() + "/" + name;
    Instant written = tree.look(path).map(FileStamp::modified).orElse(Instant.EPOCH);
    return switch (files.table(lookedIn(), name)) {
      case FileText.Text(String text) -> health(told(component, name, text, written));
      case FileText.Unread unread ->
          Optional.of(SmartJson.unread(component, path, unread.failed()));
    };
  }

  private Optional<SmartHealth> health(Told told) {
    SmartHealth health = told.health();
    if (told.disk().filter(this::isGone).isPresent()) {
      return Optional.empty();
    }
    String path = health.source();
    return clock.monotonicNanos() - told.sinceNanos() < SignOfLife.LONGEST.toNanos()
        ? Optional.of(health)
        : Optional.of(SmartJson.unread(health.component(), path, SignOfLife.silence(path)));
  }

  /** A recording without any disks was not made of them. */
  private boolean isGone(String disk) {
    return tree.holds(tree.path(BLOCK))
        && !tree.holds(tree.path(BLOCK) + "/" + disk)
        && !tree.holds(tree.path(NVME) + "/" + disk);
  }

  private Told told(String component, String name, String text, Instant written) {
    Told before = known.get(name);
    if (before != null
        && before.text().equals(text)
        && before.written().equals(written)
        && before.health().component().equals(component)) {
      return before;
    }
    Told now = understood(component, name, text, written, before);
    known.put(name, now);
    return now;
  }

  private Told understood(
      String component, String name, String text, Instant written, @Nullable Told before) {
    String path = lookedIn() + "/" + name;
    Optional<JsonFile> json = JsonFile.parse(path, text);
    boolean asleep = json.filter(SmartJson::isAsleep).isPresent();
    Optional<SmartHealth> last = before == null ? Optional.empty() : before.answered();
    SmartHealth health =
        asleep && last.isPresent()
            ? last.get()
            : json.map(told -> health(component, told, asleep || isUnknown(told, last), written))
                .orElseGet(() -> failed(component, path, "parse"));
    double asked =
        json.filter(_ -> !asleep)
            .map(told -> SmartJson.asked(told, written))
            .orElse((double) written.getEpochSecond());
    return new Told(
        text,
        written,
        clock.monotonicNanos() - SignOfLife.age(clock, asked).toNanos(),
        json.flatMap(SmartJson::disk),
        health,
        asleep || json.filter(told -> !SmartJson.isRefused(told)).isEmpty()
            ? last
            : Optional.of(health));
  }

  private static boolean isUnknown(JsonFile json, Optional<SmartHealth> last) {
    return SmartJson.isNotAsked(json) && last.isEmpty();
  }

  private SmartHealth health(String component, JsonFile json, boolean excused, Instant written) {
    return SmartJson.isRefused(json) && !excused
        ? failed(component, json.path(), "smartctl")
        : SmartJson.health(component, json, polled(SmartJson.asked(json, written)));
  }

  /** Every look at a recording is as good as a poll: its files say the same for ever. */
  private Measured polled(double askedSeconds) {
    return tree.live() ? Measured.of(askedSeconds) : Measured.absent();
  }

  private static SmartHealth failed(String component, String path, String call) {
    return SmartJson.unread(component, path, new Measured.Failed(0, call, path));
  }
}
