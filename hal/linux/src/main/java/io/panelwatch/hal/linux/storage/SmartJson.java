package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SmartHealth;
import io.panelwatch.hal.linux.file.JsonFile;
import java.util.Map;

/**
 * The part of smartctl(8)'s JSON that is judged: {@code smart_status}, the raw values of {@code
 * ata_smart_attributes} and {@code nvme_smart_health_information_log} (NVM Express Base
 * Specification, SMART / Health Information, log page 02h).
 */
final class SmartJson {

  // Attribute numbers; no standard names them, but all makers use these alike.
  private static final long REALLOCATED_SECTORS = 5;
  private static final long REPORTED_UNCORRECT = 187;
  private static final long PENDING_SECTORS = 197;
  private static final long OFFLINE_UNCORRECTABLE = 198;

  /** Bit 1 of Critical Warning: the temperature is out of its limits now. */
  private static final double TOO_WARM = 0x02;

  private static final double MOST_PERCENT = 100;

  private SmartJson() {}

  /** The health that a file tells of. */
  static SmartHealth health(String component, JsonFile json) {
    Map<?, ?> log = plausible(json.object("nvme_smart_health_information_log"));
    Measured warning = JsonFile.number(log, "critical_warning");
    return new SmartHealth(
        component,
        json.path(),
        passed(JsonFile.on(json.object("smart_status"), "passed"), warning),
        raw(json, REALLOCATED_SECTORS),
        raw(json, REPORTED_UNCORRECT),
        raw(json, PENDING_SECTORS),
        raw(json, OFFLINE_UNCORRECTABLE),
        warning,
        JsonFile.number(log, "percentage_used"),
        JsonFile.number(log, "available_spare"),
        JsonFile.number(log, "available_spare_threshold"),
        Measured.absent());
  }

  /** A disk of which nothing could be read, and why. */
  static SmartHealth unread(String component, String path, Measured why) {
    return new SmartHealth(
        component, path, why, why, why, why, why, why, why, why, why, Measured.absent());
  }

  /**
   * smartctl calls an NVMe disk failed for any bit of its critical warning. One that is only too
   * warm is not to be replaced.
   */
  private static Measured passed(Measured passed, Measured warning) {
    return warning.is(TOO_WARM) && passed.is(0) ? Measured.of(true) : passed;
  }

  /** A controller that has died answers all bits set: no reserve is 255 %. */
  private static Map<?, ?> plausible(Map<?, ?> log) {
    return JsonFile.number(log, "available_spare").number().orElse(0) > MOST_PERCENT
        ? Map.of()
        : log;
  }

  private static Measured raw(JsonFile json, long id) {
    return json.objects("ata_smart_attributes", "table").stream()
        .filter(attribute -> Long.valueOf(id).equals(attribute.get("id")))
        .findFirst()
        .map(attribute -> attribute.get("raw") instanceof Map<?, ?> raw ? raw : Map.of())
        .map(raw -> JsonFile.number(raw, "value"))
        .orElseGet(Measured::absent);
  }
}
