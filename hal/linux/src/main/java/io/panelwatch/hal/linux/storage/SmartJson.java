package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.linux.file.JsonFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of smartctl(8)'s JSON that is judged: {@code smart_status}, the raw values of {@code
 * ata_smart_attributes} and {@code nvme_smart_health_information_log} (NVM Express Base
 * Specification, SMART / Health Information, log page 02h).
 */
final class SmartJson {

  private static final String STATUS = "smart_status";
  private static final String ATA = "ata_smart_attributes";
  private static final String NVME = "nvme_smart_health_information_log";

  // Attribute numbers; no standard names them, but all makers use these alike.
  private static final long REALLOCATED_SECTORS = 5;
  private static final long REPORTED_UNCORRECT = 187;
  private static final long PENDING_SECTORS = 197;
  private static final long OFFLINE_UNCORRECTABLE = 198;

  /** Bit 1 of Critical Warning: the temperature is out of its limits now. */
  private static final long TOO_WARM = 0x02;

  private static final double MOST_PERCENT = 100;

  /** Bits 0 and 1 of the exit status: the call was wrong, or the disk did not open. */
  private static final long NOT_ASKED = 0x03;

  /** The call was wrong: {@code Unknown USB bridge ... Please specify device type}. */
  private static final long CALLED_WRONGLY = 0x01;

  /**
   * What smartctl says where open(2) refuses, of which a disk knows nothing: rights, or another
   * system's names. Only EIO would come of the disk.
   */
  private static final Pattern NOT_OPENED =
      Pattern.compile("Smartctl open device: .* failed: (?!Input/output error).*");

  /** What {@code -n} makes of a disk that sleeps: {@code Device is in STANDBY mode, exit(2)}. */
  private static final Pattern ASLEEP =
      Pattern.compile("Device is in (STANDBY|SLEEP|IDLE).* mode.*");

  /**
   * Names of disks that the kernel lists by themselves; others are reached through a controller.
   */
  private static final Pattern NODE = Pattern.compile("/dev/(sd[a-z]{1,4}|nvme[0-9]+(?:n[0-9]+)?)");

  private SmartJson() {}

  /**
   * The health that a file tells of.
   *
   * @param polled when the disk was asked, in seconds since 1970, where that is of interest
   */
  static SmartHealth health(String component, JsonFile json, Measured polled) {
    Map<?, ?> log = plausible(json.object(NVME));
    Measured warning = JsonFile.number(log, "critical_warning");
    return new SmartHealth(
        component,
        json.path(),
        passed(JsonFile.on(json.object(STATUS), "passed"), warning),
        raw(json, REALLOCATED_SECTORS),
        raw(json, REPORTED_UNCORRECT),
        raw(json, PENDING_SECTORS),
        raw(json, OFFLINE_UNCORRECTABLE),
        withoutHeat(warning),
        JsonFile.number(log, "percentage_used"),
        JsonFile.number(log, "available_spare"),
        JsonFile.number(log, "available_spare_threshold"),
        polled,
        identity(json));
  }

  /** Model and serial number, or else the World Wide Name; {@code --info} asks for them. */
  private static String identity(JsonFile json) {
    if (json.root().get("serial_number") instanceof String serial && !serial.isBlank()) {
      return json.root().getOrDefault("model_name", "") + " " + serial.strip();
    }
    Map<?, ?> name = json.object("wwn");
    return name.isEmpty()
        ? ""
        : "wwn %s %s %s".formatted(name.get("naa"), name.get("oui"), name.get("id"));
  }

  /** When the disk was asked, in seconds since 1970; with {@code --info} smartctl says so. */
  static double asked(JsonFile json, Instant written) {
    return JsonFile.number(json.object("local_time"), "time_t")
        .number()
        .orElse((double) written.getEpochSecond());
  }

  /** A disk of which nothing could be read, and why. */
  static SmartHealth unread(String component, String path, Measured why) {
    return new SmartHealth(
        component, path, why, why, why, why, why, why, why, why, why, Measured.absent(), "");
  }

  /** The disk was left alone, because asking would have woken it up: it is as it was before. */
  static boolean isAsleep(JsonFile json) {
    return says(json, ASLEEP);
  }

  /** The disk was not reached, as a dying one is not. A report with a health in it was answered. */
  static boolean isRefused(JsonFile json) {
    return (exitStatus(json) & NOT_ASKED) != 0
        && List.of(STATUS, ATA, NVME).stream().allMatch(key -> json.object(key).isEmpty());
  }

  /** Nothing was sent to the disk: that it is not reached says nothing of it by itself. */
  static boolean isNotAsked(JsonFile json) {
    return isRefused(json) && ((exitStatus(json) & CALLED_WRONGLY) != 0 || says(json, NOT_OPENED));
  }

  private static long exitStatus(JsonFile json) {
    return json.object("smartctl").get("exit_status") instanceof Long status ? status : 0;
  }

  private static boolean says(JsonFile json, Pattern message) {
    return json.objects("smartctl", "messages").stream()
        .map(said -> said.get("string"))
        .anyMatch(text -> text instanceof String said && message.matcher(said).matches());
  }

  /** The disk as the kernel calls it: {@code sda}; empty of one behind a RAID controller. */
  static Optional<String> disk(JsonFile json) {
    Matcher node = NODE.matcher(String.valueOf(json.object("device").get("name")));
    return node.matches() ? Optional.of(node.group(1)) : Optional.empty();
  }

  /** smartctl calls an NVMe disk failed for any bit of its critical warning. */
  private static Measured passed(Measured passed, Measured warning) {
    return warning.is(TOO_WARM) && passed.is(0) ? Measured.of(true) : passed;
  }

  /** A disk that is only too warm is not to be replaced: its temperature tells of the heat. */
  private static Measured withoutHeat(Measured warning) {
    return warning instanceof Measured.Value(double bits)
        ? Measured.of((double) ((long) bits & ~TOO_WARM))
        : warning;
  }

  /** A controller that has died answers all bits set: no reserve is 255 %. */
  private static Map<?, ?> plausible(Map<?, ?> log) {
    return JsonFile.number(log, "available_spare").number().orElse(0) > MOST_PERCENT
        ? Map.of()
        : log;
  }

  private static Measured raw(JsonFile json, long id) {
    return json.objects(ATA, "table").stream()
        .filter(attribute -> Long.valueOf(id).equals(attribute.get("id")))
        .findFirst()
        .map(attribute -> attribute.get("raw") instanceof Map<?, ?> raw ? raw : Map.of())
        .map(raw -> JsonFile.number(raw, "value"))
        .orElseGet(Measured::absent);
  }
}
