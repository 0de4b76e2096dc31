package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.kernel.StatVfs;
import io.panelwatch.hal.linux.kernel.Timex;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of the kernel that are in no file of sysfs or procfs, kept in {@code
 * /run/panelwatch/calls.json}. On a live board a helper with more rights writes there what this
 * program may not ask; in a recording it holds what was asked when the board was recorded.
 *
 * <pre>{@code
 * {"statvfs": {"/": {"frsize": 4096, "blocks": 1000, "bfree": 100, "bavail": 50,
 *                    "files": 200, "ffree": 30}},
 *  "adjtimex": {"status": 64, "maxerror": 16000000, "esterror": 16000000},
 *  "clock": {"wallOffsetMillis": 1764000000000},
 *  "rtc": {"rtc0": {"vl": 0}}}
 * }</pre>
 *
 * <p>Every key may be missing. Keys of {@code adjtimex} are fields of {@code struct timex}; {@code
 * vl} is what {@code RTC_VL_READ} gives.
 */
public final class RecordedCalls {

  private static final String FOLDER = "run/panelwatch";
  private static final String NAME = "calls.json";

  /** Nothing was recorded. */
  public static final RecordedCalls NONE = new RecordedCalls(Optional.empty());

  private final Optional<JsonFile> file;

  private RecordedCalls(Optional<JsonFile> file) {
    this.file = file;
  }

  /** What is there now; where there is no such file, or it is no JSON, nothing was recorded. */
  public static RecordedCalls read(Tree tree, SmallFiles files) {
    String folder = tree.path(FOLDER);
    return new RecordedCalls(
        files.table(folder, NAME) instanceof FileText.Text(String text)
            ? JsonFile.parse(folder + "/" + NAME, text)
            : Optional.empty());
  }

  /** Where the file is, for a person. */
  public static String path(Tree tree) {
    return tree.path(FOLDER + "/" + NAME);
  }

  /** The answer of statvfs(3) for a mount point, where all of it was recorded. */
  public Optional<StatVfs> statVfs(String mountPoint) {
    Map<?, ?> answer = object("statvfs", mountPoint);
    if (!(answer.get("frsize") instanceof Long frsize)
        || !(answer.get("blocks") instanceof Long blocks)
        || !(answer.get("bfree") instanceof Long bfree)
        || !(answer.get("bavail") instanceof Long bavail)
        || !(answer.get("files") instanceof Long inodes)
        || !(answer.get("ffree") instanceof Long inodesFree)) {
      return Optional.empty();
    }
    return Optional.of(new StatVfs(frsize, blocks, bfree, bavail, inodes, inodesFree));
  }

  /** A field of {@code struct timex} (adjtimex(2)), such as {@code status}; absent otherwise. */
  public Measured timex(String field) {
    return JsonFile.number(object("adjtimex"), field);
  }

  /** Whether something kept the clock on time; absent where nobody recorded it. */
  public Measured synchronised() {
    double maximumError = timex("maxerror").number().orElse(Double.POSITIVE_INFINITY);
    return Attributes.map(
        timex("status"), status -> Timex.synchronised((long) status, maximumError) ? 1 : 0);
  }

  /**
   * The wall clock minus the time since the start in milliseconds; absent where it was not
   * recorded.
   */
  public Measured wallOffsetMillis() {
    return JsonFile.number(object("clock"), "wallOffsetMillis");
  }

  /** What {@code RTC_VL_READ} gave of a clock, named as in sysfs; absent where nobody asked. */
  public Measured rtcVoltageLow(String rtc) {
    return JsonFile.number(object("rtc", rtc), "vl");
  }

  private Map<?, ?> object(String... keys) {
    return file.<Map<?, ?>>map(json -> json.object(keys)).orElseGet(Map::of);
  }
}
