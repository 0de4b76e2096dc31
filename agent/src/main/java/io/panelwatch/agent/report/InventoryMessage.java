package io.panelwatch.agent.report;

import static io.panelwatch.agent.report.Json.put;

import io.avaje.json.JsonWriter;
import io.panelwatch.hal.BoardInventory.Sensor;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code up/inventory}: {@code {board{model, serial}, disks[{name, place, model, serial, firmware,
 * sizeBytes}], fans[{name, label, place}], sensors[{name, kind, label, place}], interfaces[{name,
 * place, driver, mac}], panel, software[{name, version}]}}.
 */
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
          writeDisks(json, inventory);
          Json.array(
              json,
              "fans",
              inventory.board().sensors().stream().filter(InventoryMessage::isFan).toList(),
              fan -> writeSensor(json, fan));
          Json.array(
              json,
              "sensors",
              inventory.board().sensors().stream().filter(s -> !isFan(s)).toList(),
              sensor -> {
                put(json, "kind", sensor.family().name().toLowerCase(Locale.ROOT));
                writeSensor(json, sensor);
              });
          writeLinks(json, inventory);
          put(json, "panel", inventory.panel());
          writeSoftware(json, inventory);
        });
  }

  private static boolean isFan(Sensor sensor) {
    return sensor.family() == SensorFamily.FANS;
  }

  private static void writeSensor(JsonWriter json, Sensor sensor) {
    put(json, "name", sensor.component());
    put(json, "label", sensor.label());
    put(json, "place", sensor.place());
  }

  private static void writeDisks(JsonWriter json, Inventory inventory) {
    Json.array(
        json,
        "disks",
        inventory.board().disks(),
        disk -> {
          put(json, "name", disk.name());
          put(json, "place", disk.place());
          put(json, "model", disk.model());
          put(json, "serial", disk.serial());
          put(json, "firmware", disk.firmware());
          put(json, "sizeBytes", disk.sizeBytes());
        });
  }

  private static void writeLinks(JsonWriter json, Inventory inventory) {
    Json.array(
        json,
        "interfaces",
        inventory.board().links(),
        link -> {
          put(json, "name", link.name());
          put(json, "place", link.place());
          put(json, "driver", link.driver());
          put(json, "mac", link.macAddress());
        });
  }

  private static void writeSoftware(JsonWriter json, Inventory inventory) {
    List<Software> all =
        Stream.concat(inventory.software().stream(), inventory.board().software().stream())
            .toList();
    Json.array(
        json,
        "software",
        all,
        program -> {
          put(json, "name", program.name());
          put(json, "version", program.version());
        });
  }
}
