package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.hal.SensorFamily;
import java.util.List;

/** {@code up/inventory}: board, what is measured by kind, panel, software. */
final class InventoryMessage {

  private InventoryMessage() {}

  static String of(DeviceProfile profile, Inventory inventory) {
    return Json.object(
        json -> {
          Json.object(
              json,
              "board",
              () -> {
                put(json, "model", profile.model());
                put(json, "serial", profile.serial());
              });
          writeNames(json, "disks", named(inventory, SensorFamily.FILE_SYSTEMS));
          writeNames(json, "fans", named(inventory, SensorFamily.FANS));
          writeNames(json, "interfaces", named(inventory, SensorFamily.NET_LINKS));
          writeNames(
              json,
              "sensors",
              named(
                  inventory,
                  SensorFamily.TEMPERATURES,
                  SensorFamily.RAILS,
                  SensorFamily.POWER_SUPPLIES,
                  SensorFamily.CLOCK));
          put(json, "panel", inventory.panel());
          writeNames(json, "software", inventory.software());
        });
  }

  private static List<String> named(Inventory inventory, SensorFamily... families) {
    List<SensorFamily> wanted = List.of(families);
    return inventory.components().stream()
        .filter(component -> wanted.contains(component.family()))
        .map(Inventory.Component::name)
        .toList();
  }

  private static void writeNames(JsonWriter json, String key, List<String> names) {
    json.name(key);
    json.beginArray();
    names.forEach(json::value);
    json.endArray();
  }
}
